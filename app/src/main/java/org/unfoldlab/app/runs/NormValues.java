package org.unfoldlab.app.runs;

/** Which of an epoch's batch-norm statistics are looked at. */
enum NormValues {
    RECALIBRATED("recalibrated", ""),
    RUNNING("running", "running/"),
    BATCH("of the last batch", "batch/");

    private final String word;
    private final String prefix;

    NormValues(String word, String prefix) {
        this.word = word;
        this.prefix = prefix;
    }

    String word() {
        return word;
    }

    /** Before the keys of their arrays. */
    String prefix() {
        return prefix;
    }
}
