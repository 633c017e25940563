package org.unfoldlab.model.train;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.unfoldlab.model.engine.nd4j.Nd4jEngine;
import org.unfoldlab.model.result.TrainingEvent;

/** A training in a process of its own, to be killed: says a word after each batch, and waits after the later ones. */
final class TrainingMain {
    private static final int SLOW_FROM = 8;
    private static final long PAUSE_MS = 500;

    private TrainingMain() {}

    public static void main(String[] arguments) throws TrainingException {
        TrainingRun run = new TrainingRun(Jobs.small(new Nd4jEngine()), new TrainingControl(), Duration.ofMillis(1));
        AtomicInteger batches = new AtomicInteger();
        run.begin(Path.of(arguments[0]), event -> {
            if (event instanceof TrainingEvent.BatchDone) {
                System.out.println("batch");
                System.out.flush();
                if (batches.incrementAndGet() >= SLOW_FROM) {
                    sleep();
                }
            }
        });
    }

    /** Else it might be done before it is killed. */
    private static void sleep() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
