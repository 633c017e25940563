package org.unfoldlab.viz.explore;

import java.util.Optional;
import javafx.scene.paint.Color;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.TimedStep;
import org.unfoldlab.viz.graph.Curve;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.graph.GraphPainter;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.ColorScale;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.ThemeMode;
import org.unfoldlab.viz.theme.Token;

/** Draws the lanes: a feature map in every box, steps between them, the flag of T. */
final class MapsPainter {
    private static final double RADIUS = 7;
    /** Ink on the marker is dark in both themes. */
    static final Color ON_MARKER = Token.TEXT.in(ThemeMode.LIGHT);

    private final Surface surface;
    private final DrawingStyle style;
    private final ThoughtLayout layout;
    private final ThoughtScene scene;
    private final Selection selection;
    private final Selection hovered;

    MapsPainter(Surface surface, ThoughtLayout layout, Selection selection, Selection hovered) {
        this.surface = surface;
        this.layout = layout;
        this.style = new DrawingStyle(layout.look());
        this.scene = layout.scene();
        this.selection = selection;
        this.hovered = hovered;
    }

    void paint() {
        lanes();
        times();
        readoutLine();
        scene.unrolling().steps().stream()
                .filter(step -> step.time() < scene.last())
                .forEach(this::step);
        for (int row = 0; row < scene.states().size(); row++) {
            State state = scene.states().get(row);
            MapRange range = scene.range(state.name(), scene.channel(state));
            for (int t = 0; t < scene.last(); t++) {
                box(state, new StateAt(state.name(), t), range);
            }
        }
        flag();
    }

    /** The time of each column above the maps as well, since it stands far below them. */
    private void times() {
        TextStyle figure = style.text(Token.MUTED, 12, TextStyle.Weight.REGULAR, 1);
        double half = layout.flag().width() / 2;
        double flag = layout.columnX(scene.readoutTime());
        for (int t = 0; t < scene.last(); t++) {
            String words = (t == 0 ? "t = " : "") + t;
            double reach = surface.textWidth(words, figure) / 2 + 4;
            if (Math.abs(layout.columnX(t) - flag) >= half + reach) {
                surface.text(words, layout.columnX(t), layout.flag().centerY(), Surface.Align.CENTER, figure);
            }
        }
    }

    private void lanes() {
        double right = layout.columnX(scene.last() - 1);
        for (int row = 0; row < scene.states().size(); row++) {
            double y = layout.rowY(row);
            surface.line(layout.labelRight() + 14, y, right, y, style.pen(Token.GRID, 1.25, 1));
        }
    }

    private void step(TimedStep step) {
        boolean known = scene.thought().states().containsKey(step.output());
        Curve curve = layout.step(step);
        if (!step.runs() || !known) {
            GraphPainter.arrow(surface, curve, GraphPainter.ghostPen(style, 1), 0, 0);
            return;
        }
        boolean own = scene.unrolling().network().document().sharing() instanceof Sharing.None;
        double opacity = step.time() <= scene.shown() ? 1 : 0.2;
        double room = curve.endX() - curve.startX();
        Stroke pen = style.edge(step.transition().direction(), own, room < 16 ? 1.4 : 2, opacity);
        GraphPainter.arrow(surface, curve, pen, Math.min(8, room * 0.45), opacity);
    }

    private void box(State state, StateAt at, MapRange range) {
        if (!scene.unrolling().reach().holds(at.state(), at.time())) {
            return;
        }
        Box box = layout.box(at);
        Optional<FeatureMap> map = scene.map(at, scene.channel(state));
        ring(at, box);
        surface.fill(box, RADIUS, style.color(Token.BACKGROUND));
        if (map.isEmpty()) {
            surface.outline(box, RADIUS, GraphPainter.ghostPen(style, 1));
        } else if (at.time() > scene.shown()) {
            surface.outline(box, RADIUS, style.pen(Token.GHOST, 1.25, 1));
        } else {
            Box inner = new Box(box.x() + 3, box.y() + 3, box.width() - 6, box.height() - 6);
            surface.cells(inner, map.get().colors(range, scale()));
            surface.outline(box, RADIUS, style.pen(Token.STATE, 1.8, 1));
        }
    }

    private ColorScale scale() {
        return scene.showsDifference() ? ColorScale.DIVERGING : ColorScale.CIVIDIS;
    }

    private void ring(StateAt at, Box box) {
        boolean chosen = selection.marksStateAt(at);
        if (chosen || hovered.marksStateAt(at)) {
            GraphPainter.ring(surface, style, box, RADIUS, chosen ? 1 : 0.5);
        }
    }

    private void readoutLine() {
        double x = layout.columnX(scene.readoutTime());
        if (scene.readoutTime() <= scene.last()) {
            double end = isUnderHeading(x) ? layout.lanesBottom() : layout.tableTop() - 4;
            surface.line(x, layout.flag().bottom(), x, end, style.pen(Token.CONTROL, 2.4, 1));
        }
        StateAt source = scene.unrolling().readoutSource(scene.readoutTime());
        if (scene.thought().states().containsKey(source) && scene.readoutTime() == scene.last()) {
            Box box = layout.box(source);
            Curve out = Curve.line(box.right(), box.centerY(), x - 2, box.centerY());
            GraphPainter.arrow(surface, out, style.pen(Token.STATE, 2.2, 1), 9, 1);
        }
    }

    private boolean isUnderHeading(double x) {
        Box heading = Heading.of(layout, style, surface).box();
        return x >= heading.x() && x <= heading.right();
    }

    private void flag() {
        if (scene.readoutTime() > scene.last()) {
            return;
        }
        Box flag = layout.flag();
        surface.fill(flag, 6, style.color(Token.CONTROL));
        TextStyle text =
                new TextStyle(style.color(Token.ON_CONTROL), 15 * layout.look().scale(), TextStyle.Weight.BOLD);
        surface.text("T = " + scene.readoutTime(), flag.centerX(), flag.centerY(), Surface.Align.CENTER, text);
    }
}
