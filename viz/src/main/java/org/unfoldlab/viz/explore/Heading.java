package org.unfoldlab.viz.explore;

import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Token;

/**
 * What stands over the table: what its figures are. It stays where it is while the columns scroll.
 *
 * @param rest unit, how the unspoilt answers are drawn, and what has no room
 * @param box around all of it, as long as nothing is scrolled
 */
record Heading(String rest, Box box) {
    private static final String TITLE = "Answer if read out at t";
    private static final double GAP = 10;

    static Heading of(ThoughtLayout layout, DrawingStyle style, Surface surface) {
        ThoughtScene scene = layout.scene();
        int hidden = scene.classNames().size() - layout.classRows();
        String more = hidden > 0 ? "; " + hidden + " more classes, each at most " + most(layout) + " %" : "";
        String rest = "probability, %" + (scene.unspoilt().isPresent() ? ", stroke: unspoilt" : "") + more;
        double width = surface.textWidth(TITLE, strong(style)) + GAP + surface.textWidth(rest, muted(style));
        double height = 24 * layout.look().scale();
        double x = layout.columnX(0) - layout.columnPitch() / 2 + 3;
        return new Heading(rest, new Box(x, layout.headingY() - height / 2, width, height));
    }

    private static String most(ThoughtLayout layout) {
        ThoughtScene scene = layout.scene();
        return ThoughtWords.percent(scene.highest(scene.classesByWeight().get(layout.classRows())));
    }

    private static TextStyle strong(DrawingStyle style) {
        return style.text(Token.TEXT, 15, TextStyle.Weight.SEMI_BOLD, 1);
    }

    private static TextStyle muted(DrawingStyle style) {
        return style.text(Token.MUTED, 12, TextStyle.Weight.REGULAR, 1);
    }

    void draw(DrawingStyle style, Surface surface) {
        double restX = box.x() + surface.textWidth(TITLE, strong(style)) + GAP;
        surface.text(TITLE, box.x(), box.centerY(), Surface.Align.LEFT, strong(style));
        surface.text(rest, restX, box.centerY() + 1, Surface.Align.LEFT, muted(style));
    }
}
