package org.unfoldlab.model.result;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What testing at one readout time gave. A time without an answer has no number at all. */
public sealed interface ReadoutPoint {
    /** The readout time T′. */
    int time();

    /** Share of test images answered wrongly, 0 … 1; absent without an answer. */
    default OptionalDouble error() {
        return OptionalDouble.empty();
    }

    /** Mean cross-entropy over the test images; absent without an answer. */
    default OptionalDouble loss() {
        return OptionalDouble.empty();
    }

    /**
     * An answer was given.
     *
     * @param wrong share of test images answered wrongly, 0 … 1
     * @param crossEntropy mean over the test images, in nats; may be infinite or not a number far from the trained time
     */
    record Measured(int time, double wrong, double crossEntropy) implements ReadoutPoint {
        @Override
        public OptionalDouble error() {
            return OptionalDouble.of(wrong);
        }

        @Override
        public OptionalDouble loss() {
            return OptionalDouble.of(crossEntropy);
        }
    }

    /**
     * The readout state is empty at T′ − 1: no signal yet.
     *
     * @param firstTime the first readout time of this drawing that has a signal, if any was found
     */
    record NoSignal(int time, OptionalInt firstTime) implements ReadoutPoint {}

    /**
     * There is a signal, but the trained network cannot answer.
     *
     * @param reason a sentence, e.g. naming the weight that training never made
     */
    record Unavailable(int time, String reason) implements ReadoutPoint {}
}
