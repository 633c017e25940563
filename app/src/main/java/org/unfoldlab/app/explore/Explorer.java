package org.unfoldlab.app.explore;

import java.io.IOException;
import java.nio.file.Path;
import org.unfoldlab.app.runs.Worker;
import org.unfoldlab.model.explore.ExploreAnswer;
import org.unfoldlab.model.explore.ExploreQuestion;

/** The window's hold on a process that answers for one run. Calls return at once; answers come to the listener. */
public interface Explorer {
    /** Asks something. */
    void ask(ExploreQuestion question);

    /** Ends the process. */
    void close();

    /** Told what is answered, on a thread of the explorer's own. */
    interface Listener {
        void answered(ExploreAnswer answer);

        /** The process is gone; nothing comes after this. */
        void ended(Worker.Ending ending);
    }

    /** Starts explorers. */
    interface Starter {
        /**
         * Starts one; slow, so never on the screen's thread.
         *
         * @param run a run folder that holds a checkpoint
         * @throws IOException with a sentence for the user
         */
        Explorer start(Path run, Listener listener) throws IOException;
    }
}
