package org.unfoldlab.viz.export;

import java.util.Optional;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.theme.Look;

/** Something that can be taken out of the window: a drawing, and for plots its numbers. */
public interface Picture {
    /** What it shows, e.g. {@code Transition matrix}. */
    String name();

    /** All of it in a sentence, for who cannot see it. */
    String spoken();

    /**
     * A size in px.
     *
     * @param width above 0
     * @param height above 0
     */
    record Size(double width, double height) {}

    /** The size it has in the window, or would have. */
    Size shown();

    /** The size that it needs when it is about that wide, nothing cut off. */
    Size sizeFor(double width, Look look);

    /**
     * Draws all of it from (0, 0), on a ground that is there already.
     *
     * @param origin run, seed and whatever else makes the drawing repeatable; may be empty
     */
    void paint(Surface surface, Size size, Look look, String origin);

    /** Its numbers as CSV, RFC 4180; absent for what is no plot. */
    default Optional<String> csv() {
        return Optional.empty();
    }
}
