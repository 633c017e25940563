package org.unfoldlab.app.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --threads}, alike in every command that computes. */
final class ThreadsOption {
    @Option(names = "--threads", paramLabel = "N", description = "Threads to compute with. Default: physical cores.")
    private Optional<Integer> threads = Optional.empty();

    /**
     * What was asked for.
     *
     * @throws Failure if that is no number of threads
     */
    Optional<Integer> asked() {
        return checked(threads);
    }

    /**
     * The same number, if it is one.
     *
     * @throws Failure if it is less than 1
     */
    static Optional<Integer> checked(Optional<Integer> threads) {
        if (threads.orElse(1) < 1) {
            throw Failure.wrongUse("--threads is " + threads.orElse(1) + ". Write a number from 1.");
        }
        return threads;
    }
}
