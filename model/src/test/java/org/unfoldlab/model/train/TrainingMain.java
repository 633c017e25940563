package org.unfoldlab.model.train;

import java.nio.file.Path;
import java.time.Duration;
import org.unfoldlab.model.engine.nd4j.Nd4jEngine;
import org.unfoldlab.model.result.TrainingEvent;

/** A training in a process of its own, to be killed: says a word after each batch. */
final class TrainingMain {
    private TrainingMain() {}

    public static void main(String[] arguments) throws TrainingException {
        TrainingRun run = new TrainingRun(Jobs.small(new Nd4jEngine()), new TrainingControl(), Duration.ofMillis(1));
        run.begin(Path.of(arguments[0]), event -> {
            if (event instanceof TrainingEvent.BatchDone) {
                System.out.println("batch");
                System.out.flush();
            }
        });
    }
}
