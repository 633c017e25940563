package org.unfoldlab.app.shell;

/** The four ways of looking at one document. */
public enum Mode {
    DRAW("Draw", 1),
    WATCH("Watch", 2),
    EXPLORE("Explore", 3),
    VERIFY("Verify", 4);

    private final String title;
    private final int digit;

    Mode(String title, int digit) {
        this.title = title;
        this.digit = digit;
    }

    /** The word in the header. */
    public String title() {
        return title;
    }

    /** The digit of its key. */
    public int digit() {
        return digit;
    }
}
