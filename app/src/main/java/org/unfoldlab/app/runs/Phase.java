package org.unfoldlab.app.runs;

/** What a run is doing, as the user sees it. */
public enum Phase {
    /** Waits in the queue; its folder does not exist yet. */
    QUEUED("queued"),
    STARTING("starting"),
    TRAINING("training"),
    PAUSED("paused"),
    STOPPING("stopping"),
    /** Another process trains it: a terminal, or another window. */
    ELSEWHERE("training elsewhere"),
    FINISHED("finished"),
    /** On request. */
    STOPPED("stopped"),
    /** Loss or gradient was no number. */
    DIVERGED("diverged"),
    /** The worker said why it could not go on. */
    FAILED("failed"),
    /** The worker is gone without a word. */
    LOST("interrupted");

    private final String word;

    Phase(String word) {
        this.word = word;
    }

    /** One word for lists. */
    public String word() {
        return word;
    }

    /** True while a worker of this window lives. */
    public boolean isLive() {
        return switch (this) {
            case STARTING, TRAINING, PAUSED, STOPPING -> true;
            case QUEUED, ELSEWHERE, FINISHED, STOPPED, DIVERGED, FAILED, LOST -> false;
        };
    }

    /** True while it is trained, here or elsewhere. */
    public boolean isTraining() {
        return isLive() || this == ELSEWHERE;
    }

    /** True if it ended in another way than it should. */
    public boolean isTrouble() {
        return this == LOST || this == FAILED || this == DIVERGED;
    }

    /** True if training can go on from the last checkpoint. */
    public boolean isResumable() {
        return this == STOPPED || this == LOST || this == FAILED;
    }
}
