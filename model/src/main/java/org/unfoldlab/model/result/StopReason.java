package org.unfoldlab.model.result;

import java.util.OptionalInt;

/** Why a run ended. */
public sealed interface StopReason {
    /** All epochs are done. */
    record Completed() implements StopReason {}

    /** Stopped on request, or because the program that had started it went away; can be resumed. */
    record StoppedByUser() implements StopReason {}

    /**
     * The loss or a gradient was not a finite number.
     *
     * @param where layer or step and t, e.g. {@code V2-V1@3}
     * @param epoch in which it happened, from 1
     * @param batch of that epoch, from 1
     * @param loss of that batch; may be not a number
     * @param lastGoodEpoch epochs completed at the last checkpoint, absent when there is none
     * @param suggestedLearningRate a rate to try instead
     */
    record Diverged(
            String where, int epoch, int batch, double loss, OptionalInt lastGoodEpoch, double suggestedLearningRate)
            implements StopReason {}

    /**
     * Memory was or would be too small.
     *
     * @param message what happened, what is safe, what to do
     * @param device where: {@code the processor}, or e.g. {@code cuda:0}
     * @param batch images in a batch that would do; absent where the batch need not change
     * @param readoutTime T that would do; absent where T need not change
     */
    record OutOfMemory(String message, String device, OptionalInt batch, OptionalInt readoutTime)
            implements StopReason {}

    /**
     * The graphics card answers no more; a new process can try it again, or go on without it.
     *
     * @param message what happened, what is safe, what to do
     * @param device e.g. {@code cuda:0}
     */
    record DeviceLost(String message, String device) implements StopReason {}

    /**
     * Something else went wrong.
     *
     * @param message what happened, what is safe, what to do
     */
    record Failed(String message) implements StopReason {}
}
