package org.unfoldlab.viz.explore;

import java.util.List;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.graph.GraphPainter;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Token;

/** Draws what stays at its place: the name at the left of every row, and the heading of the table. */
final class NamesPainter {
    private static final double TALL_ROW = 44;
    private static final double HALF_GROUND = 24;

    private final Surface surface;
    private final DrawingStyle style;
    private final ThoughtLayout layout;
    private final ThoughtScene scene;
    private final Selection selection;

    NamesPainter(Surface surface, ThoughtLayout layout, Selection selection) {
        this.surface = surface;
        this.layout = layout;
        this.style = new DrawingStyle(layout.look());
        this.scene = layout.scene();
        this.selection = selection;
    }

    /** @param overMaps true where maps pass behind: they must not shine through */
    void paint(boolean overMaps) {
        if (overMaps) {
            ground();
        }
        for (int row = 0; row < scene.states().size(); row++) {
            state(row, scene.states().get(row));
        }
        List<Integer> classes = scene.classesByWeight();
        for (int row = 0; row < layout.classRows(); row++) {
            className(row, classes.get(row));
        }
        captions();
        heading(overMaps);
    }

    private void heading(boolean overMaps) {
        Heading heading = Heading.of(layout, style, surface);
        if (overMaps) {
            Box box = heading.box();
            Box ground = new Box(box.x(), box.y(), box.width() + 8, box.height());
            surface.fill(ground, 0, style.color(Token.BACKGROUND));
        }
        heading.draw(style, surface);
    }

    private void ground() {
        double width = layout.namesWidth();
        surface.fill(new Box(0, 0, width, layout.height()), 0, style.color(Token.BACKGROUND));
        surface.line(width - 0.5, 0, width - 0.5, layout.height(), style.pen(Token.LINE, 1, 1));
    }

    private void state(int row, State state) {
        double y = layout.rowY(row);
        boolean tall = layout.rowPitch() >= TALL_ROW;
        boolean chosen = selection.marksState(state.name());
        if (chosen) {
            Box ground = layout.label(row);
            Box marker = new Box(ground.x(), y - HALF_GROUND, ground.width(), 2 * HALF_GROUND);
            surface.fill(marker, 6, style.color(Token.MARKER));
        }
        TextStyle name = inked(style.text(Token.TEXT, 15, TextStyle.Weight.BOLD, 1), chosen);
        written(state.name(), tall ? y - name.size() * 0.6 : y, name);
        if (tall) {
            TextStyle mono = inked(style.text(Token.MUTED, 12, TextStyle.Weight.MONO, 1), chosen);
            written(scene.channel(state) + 1 + " of " + state.channels(), y + name.size() * 0.65, mono);
        }
    }

    private static TextStyle inked(TextStyle text, boolean onMarker) {
        return onMarker ? text.in(MapsPainter.ON_MARKER) : text;
    }

    private void className(int row, int label) {
        boolean right = scene.label().isPresent() && scene.label().getAsInt() == label;
        TextStyle.Weight weight = right ? TextStyle.Weight.BOLD : TextStyle.Weight.REGULAR;
        TextStyle name = style.text(Token.TEXT, 14, weight, 1);
        double size = Math.min(name.size(), layout.classPitch() * 0.8);
        written(scene.classNames().get(label), layout.classY(row), new TextStyle(name.color(), size, weight));
    }

    private void captions() {
        TextStyle caption = style.text(Token.MUTED, 12, TextStyle.Weight.REGULAR, 1);
        written("Answer", layout.answerY(), caption);
        if (scene.unspoilt().isPresent()) {
            written("Unspoilt", layout.unspoiltY(), caption);
        }
        written("Time t", layout.timeY(), caption);
    }

    private void written(String words, double y, TextStyle text) {
        TextStyle fitting = GraphPainter.fitted(surface, words, layout.labelRight() - 4, text);
        surface.text(words, layout.labelRight(), y, Surface.Align.RIGHT, fitting);
    }
}
