package org.unfoldlab.app.shell;

/** Widths, in px at normal text, under which parts of the window give way. */
final class WindowLimits {
    /** Under this the transport keeps its buttons, slider and sentence only. */
    static final double SENTENCE_ONLY = 960;

    private WindowLimits() {}
}
