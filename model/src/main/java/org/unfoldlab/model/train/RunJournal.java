package org.unfoldlab.model.train;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.RunWriter;
import org.unfoldlab.model.store.StoreException;

/**
 * Where a training tells what happens: first to its folder, then to whoever listens.
 *
 * @param clock for the times of events
 */
record RunJournal(RunWriter writer, Consumer<TrainingEvent> listener, Clock clock) {
    Instant now() {
        return clock.instant();
    }

    void tell(TrainingEvent event) throws StoreException {
        writer.append(event);
        listener.accept(event);
    }

    RunRecord record() {
        return writer.record();
    }
}
