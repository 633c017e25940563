package org.unfoldlab.viz.unrolled;

/** A press that is being dragged, in px of the stage. */
interface Drag {
    /** The pointer moved. */
    void to(double x, double y);

    /** The button was released there. */
    void end(double x, double y);
}
