package org.unfoldlab.viz.unrolled;

import java.util.Optional;
import javafx.scene.paint.Color;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.viz.graph.BadgePainter;
import org.unfoldlab.viz.graph.Curve;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.GraphPainter;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Token;

/** Draws one pose of the stage, on the screen or into a file. */
final class StagePainter {
    /** Steps from which letters and heads are left out while the stage moves. */
    static final int MANY = 400;

    private static final double BOX_RADIUS = 7;

    private final Surface surface;
    private final DrawingStyle style;
    private final DrawnNetwork network;
    private final Selection selection;
    private final Selection hovered;
    private final boolean letters;
    private final boolean dots;

    StagePainter(
            Surface surface,
            DrawingStyle style,
            DrawnNetwork network,
            StageMetrics metrics,
            Selection selection,
            Selection hovered,
            boolean withLetters) {
        this.surface = surface;
        this.style = style;
        this.network = network;
        this.selection = selection;
        this.hovered = hovered;
        letters = withLetters && metrics.letters();
        dots = metrics.dots();
    }

    /**
     * Draws everything.
     *
     * @param lanesClip what lies in time is drawn inside it only
     */
    void paint(StageFrame frame, ReadoutErrors errors, Box lanesClip) {
        boolean moving = frame.fold() > 0 && frame.fold() < 1;
        boolean sparse = moving && frame.steps().size() > MANY;
        new GraphPainter(surface, style, network, selection, hovered).paint(frame.graph());
        if (frame.fold() > 0.1) {
            surface.clipped(lanesClip, () -> inTime(frame, sparse));
            frame.preNet().ifPresent(this::image);
        }
        if (frame.ledger().told() > 0) {
            LedgerPainter ledger = new LedgerPainter(surface, style);
            ledger.captions(frame.ledger(), errors);
            surface.clipped(lanesClip, () -> ledger.paint(frame.ledger(), errors, frame.readout()));
        }
        frame.readout().ifPresent(this::flag);
    }

    private void inTime(StageFrame frame, boolean sparse) {
        frame.lanes().forEach(this::lane);
        frame.preNet().ifPresent(this::arrivals);
        frame.steps().forEach(this::marker);
        frame.steps().forEach(step -> step(step, sparse));
        frame.boxes().forEach(this::box);
        if (letters && !sparse) {
            frame.steps().forEach(this::letter);
        }
        frame.readout().ifPresent(this::readout);
    }

    private void lane(StageFrame.Lane lane) {
        if (lane.x2() > lane.x1()) {
            surface.line(lane.x1(), lane.y(), lane.x2(), lane.y(), style.pen(Token.GRID, 1.25, lane.opacity()));
        }
    }

    private void arrivals(StageFrame.PreNetShape preNet) {
        Curve in = Curve.line(preNet.arrowFrom(), preNet.y(), preNet.arrowTo(), preNet.y());
        Stroke solid = style.pen(Token.STATE, 2.2, preNet.opacity());
        boolean ghost = preNet.ghost();
        GraphPainter.arrow(
                surface,
                in,
                ghost ? GraphPainter.ghostPen(style, preNet.opacity()) : solid,
                9,
                ghost ? 0 : preNet.opacity());
        for (StageFrame.PreNetShape.Arrival arrival : preNet.arrivals()) {
            Curve up = Curve.line(arrival.x(), arrival.fromY(), arrival.x(), arrival.toY());
            Stroke pen = style.pen(arrival.ghost() ? Token.GHOST : Token.STATE, 1.6, preNet.opacity());
            GraphPainter.arrow(surface, up, pen, 7, arrival.ghost() ? 0 : preNet.opacity());
        }
    }

    private void image(StageFrame.PreNetShape preNet) {
        Box box = preNet.image();
        Color ink = DrawingStyle.faded(style.color(Token.MUTED), preNet.opacity());
        surface.fill(box, 4, DrawingStyle.faded(style.color(Token.INSET), preNet.opacity()));
        double u = box.width() / 30;
        double[] xs = {box.x() + 4 * u, box.x() + 12 * u, box.x() + 17 * u, box.x() + 21 * u, box.x() + 26 * u};
        double[] ys = {box.y() + 25 * u, box.y() + 13 * u, box.y() + 20 * u, box.y() + 16 * u, box.y() + 25 * u};
        surface.area(xs, ys, 5, ink);
        surface.dot(box.x() + 21 * u, box.y() + 9 * u, 2.6 * u, ink);
        TextStyle caption = style.text(Token.MUTED, 12, TextStyle.Weight.REGULAR, preNet.opacity());
        surface.text("image, pre-net", box.x() - 2, box.bottom() + caption.size() * 0.95, Surface.Align.LEFT, caption);
    }

    private void marker(StepShape shape) {
        Step step = shape.step().step();
        boolean chosen = selection.marksStep(step, network.groups());
        boolean near = hovered.marksStep(step, network.groups());
        if (shape.step().runs() && shape.opacity() > 0.5 && (chosen || near)) {
            GraphPainter.mark(surface, style, shape.curve(), chosen ? 1 : 0.5);
        }
    }

    private void step(StepShape shape, boolean sparse) {
        if (!shape.step().runs()) {
            GraphPainter.arrow(surface, shape.curve(), GraphPainter.ghostPen(style, shape.opacity()), 0, 0);
            return;
        }
        boolean own = network.document().sharing() instanceof Sharing.None;
        Stroke pen = style.edge(shape.step().transition().direction(), own, dots ? 1.8 : 2.2, shape.opacity());
        double head = dots || sparse ? 0 : shape.head();
        GraphPainter.arrow(surface, shape.curve(), pen, 8.5, head);
    }

    private void letter(StepShape shape) {
        boolean listed = !(network.document().sharing() instanceof Sharing.None);
        boolean crowded =
                Math.abs(shape.span()) > 1 && !selection.marksStep(shape.step().step(), network.groups());
        if (shape.step().runs() && shape.head() > 0 && listed && !crowded) {
            double x = shape.curve().x(shape.badge());
            double y = shape.curve().y(shape.badge());
            double size = 12.5 * style.look().drawingText(12) / 12;
            BadgePainter.paint(surface, style, shape.group(), x, y, Math.min(size, 16), shape.head());
        }
    }

    private void box(BoxShape shape) {
        if (shape.opacity() <= 0) {
            return;
        }
        if (dots && shape.card() == 0) {
            dot(shape);
            return;
        }
        Box box = shape.box();
        double radius = BOX_RADIUS + 2 * shape.card();
        boolean chosen = selection.marksStateAt(shape.at());
        if (chosen || hovered.marksStateAt(shape.at())) {
            GraphPainter.ring(surface, style, box, radius, (chosen ? 1 : 0.5) * shape.opacity());
        }
        surface.fill(box, radius, DrawingStyle.faded(style.color(Token.BACKGROUND), shape.opacity()));
        surface.outline(
                box,
                radius,
                shape.ghost() ? GraphPainter.ghostPen(style, shape.opacity()) : style.pen(Token.STATE, 1.8, 1));
        if (shape.card() > 0.55) {
            GraphPainter.contents(surface, style, shape.state(), box, Math.min(1, (shape.card() - 0.55) / 0.3));
        }
        name(shape);
    }

    private void name(BoxShape shape) {
        double opacity = shape.opacity() * Math.min(1, Math.max(0, (0.6 - shape.card()) / 0.3));
        if (opacity > 0 && !dots) {
            Token ink = shape.ghost() ? Token.GHOST_TEXT : Token.TEXT;
            TextStyle.Weight weight = shape.ghost() ? TextStyle.Weight.REGULAR : TextStyle.Weight.SEMI_BOLD;
            TextStyle text = style.text(ink, 13, weight, opacity);
            String name = shape.state().name();
            surface.text(
                    name,
                    shape.box().centerX(),
                    shape.box().centerY(),
                    Surface.Align.CENTER,
                    GraphPainter.fitted(surface, name, shape.box().width() - 6, text));
        }
    }

    private void dot(BoxShape shape) {
        boolean chosen = selection.marksStateAt(shape.at());
        if (chosen || hovered.marksStateAt(shape.at())) {
            GraphPainter.ring(surface, style, shape.box(), 3, chosen ? 1 : 0.5);
        }
        if (shape.ghost()) {
            surface.fill(shape.box(), 3, DrawingStyle.faded(style.color(Token.BACKGROUND), shape.opacity()));
            surface.outline(shape.box(), 3, style.pen(Token.GHOST, 1.25, shape.opacity()));
        } else {
            surface.fill(shape.box(), 3, DrawingStyle.faded(style.color(Token.STATE), shape.opacity()));
        }
    }

    private void readout(StageFrame.ReadoutShape readout) {
        Stroke line = style.pen(Token.CONTROL, 2.4, readout.opacity());
        surface.line(readout.x(), readout.flag().bottom(), readout.x(), readout.bottom(), line);
        if (readout.answered()) {
            double y = readout.bar().centerY();
            Curve out = Curve.line(readout.arrowFrom(), y, readout.bar().x(), y);
            GraphPainter.arrow(surface, out, style.pen(Token.STATE, 2.2, readout.opacity()), 9, readout.opacity());
        }
        Color ink = DrawingStyle.faded(style.color(Token.CONTROL), readout.opacity());
        surface.fill(readout.bar(), 3, ink);
        TextStyle muted = style.text(Token.MUTED, 12, TextStyle.Weight.REGULAR, readout.opacity());
        double lead = muted.size() * 1.2;
        double x = readout.x() + 11;
        double y = readout.bar().bottom() + lead;
        String first = readout.answered() ? Integer.toString(network.document().classes()) : "no";
        String second = readout.answered() ? "classes" : "signal";
        surface.text(first, x, y, Surface.Align.LEFT, muted);
        surface.text(second, x, y + lead, Surface.Align.LEFT, muted);
    }

    private void flag(StageFrame.ReadoutShape readout) {
        Color ink = DrawingStyle.faded(style.color(Token.CONTROL), readout.opacity());
        if (hovered.holds(new org.unfoldlab.viz.graph.Item.Readout())) {
            GraphPainter.ring(surface, style, readout.flag(), 6, 0.5);
        }
        surface.fill(readout.flag(), 6, ink);
        TextStyle text = new TextStyle(
                DrawingStyle.faded(style.color(Token.ON_CONTROL), readout.opacity()),
                15 * style.look().scale(),
                TextStyle.Weight.BOLD);
        surface.text(
                "T = " + network.readoutTime(),
                readout.flag().centerX(),
                readout.flag().centerY(),
                Surface.Align.CENTER,
                text);
    }

    static Optional<String> percent(java.util.OptionalDouble error, boolean exact) {
        if (error.isEmpty()) {
            return Optional.empty();
        }
        double percent = error.getAsDouble() * 100;
        return Optional.of(
                exact
                        ? String.format(java.util.Locale.ROOT, "%.1f %%", percent)
                        : String.format(java.util.Locale.ROOT, "%.0f %%", percent));
    }
}
