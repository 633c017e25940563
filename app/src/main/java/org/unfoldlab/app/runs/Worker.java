package org.unfoldlab.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.train.WorkerCommand;

/** The window's hold on one training in another process. Calls return at once; what comes of them comes as events. */
public interface Worker {
    /** Asks for something. */
    void tell(Order order);

    /** Tells it something that has a value. */
    default void tell(WorkerCommand command) {}

    /** Process id, for messages. */
    long pid();

    /** What a worker can be asked for. */
    enum Order {
        PAUSE,
        RESUME,
        /** One more batch, then wait. */
        STEP_BATCH,
        /** On to the end of the epoch, then wait. */
        STEP_EPOCH,
        /** Checkpoint and end. */
        STOP
    }

    /** Told what happens, on a thread of the worker's own. */
    interface Listener {
        void event(TrainingEvent event);

        /** The worker is gone; nothing comes after this. */
        void ended(Ending ending);
    }

    /**
     * How a worker went.
     *
     * @param exitCode as the system tells it; 128 + n after signal n
     * @param lastWords what it wrote to stderr last; may be empty
     */
    record Ending(int exitCode, String lastWords) {
        /** Why it went, e.g. {@code the worker crashed in native code}. */
        public String words() {
            return switch (exitCode) {
                case 137 -> "the system ended the worker, perhaps for lack of memory";
                case 134, 139 -> "the worker crashed in native code";
                case 143 -> "the worker was ended from outside";
                default -> lastWords.isEmpty() ? "the worker ended with code " + exitCode : lastWords;
            };
        }
    }

    /** Starts workers. */
    interface Starter {
        /**
         * Starts one; slow, so never on the screen's thread.
         *
         * @param folder the run's own folder
         * @param network what to train; absent to resume what the folder holds
         * @throws IOException with a sentence for the user
         */
        Worker start(Path folder, Optional<NetworkDocument> network, Listener listener) throws IOException;

        /**
         * The same with more to say to each worker.
         *
         * @param options of {@code unfold train}, e.g. {@code --device cpu}
         */
        default Starter with(List<String> options) {
            return this;
        }

        /**
         * Tests a run that does not train, and waits for it; never on the screen's thread.
         *
         * @param arguments as for {@code unfold evaluate RUN}
         * @throws IOException with a sentence for the user
         */
        default void evaluate(Path folder, List<String> arguments) throws IOException {
            throw new IOException("Runs cannot be tested here.");
        }
    }
}
