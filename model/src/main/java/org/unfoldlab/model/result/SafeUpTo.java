package org.unfoldlab.model.result;

/** What of a run is safe, in words. */
public final class SafeUpTo {
    private SafeUpTo() {}

    /** E.g. "Everything up to epoch 22 is saved." */
    public static String sentence(RunRecord record) {
        return record.checkpoint().map(SafeUpTo::sentence).orElse("Nothing was saved yet.");
    }

    private static String sentence(TrainingEvent.CheckpointWritten saved) {
        if (saved.batchesDone() > 0) {
            return "Everything up to epoch " + (saved.epochsDone() + 1) + ", batch " + saved.batchesDone()
                    + " is saved.";
        }
        return saved.epochsDone() == 0
                ? "Nothing was trained yet."
                : "Everything up to epoch " + saved.epochsDone() + " is saved.";
    }
}
