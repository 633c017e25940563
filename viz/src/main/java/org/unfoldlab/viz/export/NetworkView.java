package org.unfoldlab.viz.export;

/** The three views of one network. */
public enum NetworkView {
    GRAPH("Graph"),
    MATRIX("Transition matrix"),
    UNROLLED("Unrolled network");

    private final String title;

    NetworkView(String title) {
        this.title = title;
    }

    /** As people call it. */
    public String title() {
        return title;
    }
}
