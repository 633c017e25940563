package org.unfoldlab.viz.equivalence;

import java.util.Optional;
import javafx.scene.paint.Color;
import org.unfoldlab.model.equivalence.Difference;
import org.unfoldlab.model.equivalence.Figure;
import org.unfoldlab.model.graph.Combine;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.TimedStep;
import org.unfoldlab.viz.graph.Curve;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.EdgeShape;
import org.unfoldlab.viz.graph.GraphPainter;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Token;

/** Draws both sides: the light on its way round the folded network, and the copies that it has filled. */
final class BenchPainter {
    private static final double RADIUS = 7;
    /** From here on a difference is tinted as strongly as it can be. */
    private static final double GROSS = 1e-1;

    private final Surface surface;
    private final DrawingStyle style;
    private final DrawnNetwork network;
    private final BenchFigures figures;
    private final Selection selection;
    private final double light;

    /** @param light t, with the part of the way to the next step; −1 before anything is known */
    BenchPainter(
            Surface surface,
            DrawingStyle style,
            DrawnNetwork network,
            BenchFigures figures,
            Selection selection,
            double light) {
        this.surface = surface;
        this.style = style;
        this.network = network;
        this.figures = figures;
        this.selection = selection;
        this.light = light;
    }

    void paint(BenchLayout layout, String layers) {
        folded(layout);
        surface.clipped(layout.clip(), () -> unfolded(layout));
        titles(layout, layers);
        readout(layout);
    }

    private int now() {
        return (int) Math.floor(light + 1e-9);
    }

    private void titles(BenchLayout layout, String layers) {
        int times = Math.max(0, network.readoutTime() - 1);
        title(0, layout.titleY(), "Folded", "one network, run " + times + (times == 1 ? " time" : " times"));
        title(layout.rightSide(), layout.titleY(), "Unfolded", layers);
        double half = 11 * style.look().scale();
        for (int i = -1; i <= 1; i++) {
            double y = layout.middleY() + i * 7 * style.look().scale();
            surface.line(layout.equalsX() - half, y, layout.equalsX() + half, y, style.pen(Token.MUTED, 2.5, 1));
        }
    }

    private void title(double x, double y, String name, String detail) {
        TextStyle strong = style.text(Token.TEXT, 16, TextStyle.Weight.BOLD, 1);
        surface.text(name, x, y, Surface.Align.LEFT, strong);
        surface.text(
                detail,
                x + surface.textWidth(name, strong) + 10,
                y + 1,
                Surface.Align.LEFT,
                style.text(Token.MUTED, 13, TextStyle.Weight.REGULAR, 1));
    }

    private void folded(BenchLayout layout) {
        layout.graph().cards().forEach(card -> {
            if (light >= 0 && isLit(card.state().name(), layout)) {
                GraphPainter.ring(surface, style, card.box(), 9, 0.55);
            }
        });
        new GraphPainter(surface, style, network, selection, Selection.NONE).paint(layout.graph());
        layout.graph().edges().forEach(this::light);
        surface.text(
                formula(network.document()),
                layout.graph().cards().isEmpty()
                        ? 0
                        : layout.graph().cards().get(0).box().centerX(),
                layout.timeY(),
                Surface.Align.CENTER,
                style.text(Token.MUTED, 12, TextStyle.Weight.MONO, 1));
    }

    /** The equation that one run of the loop is. */
    static String formula(NetworkDocument document) {
        boolean identity = document.transitions().stream()
                .anyMatch(transition -> transition.shortcut() == Shortcut.IDENTITY && !transition.muted());
        String sum = identity ? "K(h(t-1)) + h(t-1)" : "K(h(t-1))";
        return "h(t) = " + (document.combine() == Combine.MEAN ? "mean of " : "") + sum;
    }

    /** The states that hold a signal now which something read out depends on. */
    private boolean isLit(String state, BenchLayout layout) {
        boolean resting = light - now() < 0.02;
        return resting && layout.isUsed(new StateAt(state, now())) && !selection.marksState(state);
    }

    /** The light on an edge that runs between the two time steps. */
    private void light(EdgeShape edge) {
        double share = light - now();
        if (light < 0 || share < 0.02 || !runs(edge.transition().id(), now() + 1)) {
            return;
        }
        double x = edge.curve().x(share);
        double y = edge.curve().y(share);
        surface.dot(x, y, 7, style.color(Token.TEXT));
        surface.dot(x, y, 5, style.color(Token.MARKER));
    }

    private boolean runs(String transition, int time) {
        return network.unrolling()
                .map(unrolling -> unrolling.running().stream()
                        .anyMatch(step ->
                                step.time() == time && step.transition().id().equals(transition)))
                .orElse(false);
    }

    private void unfolded(BenchLayout layout) {
        if (light >= 0) {
            Box band = layout.band(now());
            surface.fill(band, 9, DrawingStyle.faded(style.color(Token.MARKED_PATH), 0.45));
        }
        layout.steps().forEach((step, curve) -> {
            if (!step.runs()) {
                GraphPainter.arrow(surface, curve, GraphPainter.ghostPen(style, 1), 0, 0);
            }
        });
        layout.steps().forEach((step, curve) -> {
            if (step.runs()) {
                step(step, curve, layout);
            }
        });
        layout.boxes().forEach((at, box) -> box(at, box, layout));
        times(layout);
    }

    private void step(TimedStep step, Curve curve, BenchLayout layout) {
        if (selection.marksStep(step.step(), network.groups())) {
            GraphPainter.mark(surface, style, curve, 1);
        }
        boolean own = network.document().sharing() instanceof Sharing.None;
        boolean reached = step.time() <= light + 1e-9 || light < 0;
        double share = light - (step.time() - 1);
        Stroke pen = style.edge(step.transition().direction(), own, 2, reached ? 1 : 0.35);
        GraphPainter.arrow(surface, curve, pen, layout.hasWords() ? 8 : 5, reached ? 1 : 0.35);
        if (figures.altered().contains(step.step())) {
            cut(curve);
        }
        if (light >= 0 && share > 0.02 && share < 1) {
            surface.dot(curve.x(share), curve.y(share), 6, style.color(Token.TEXT));
            surface.dot(curve.x(share), curve.y(share), 4, style.color(Token.MARKER));
        }
    }

    /** A step that was altered on purpose wears a struck sign. */
    private void cut(Curve curve) {
        double x = curve.x(0.5);
        double y = curve.y(0.5);
        surface.dot(x, y, 8, style.color(Token.BACKGROUND));
        surface.dot(x, y, 7, style.color(Token.ERROR));
        Stroke pen = style.pen(Token.BACKGROUND, 2, 1);
        surface.line(x - 3, y - 3, x + 3, y + 3, pen);
        surface.line(x - 3, y + 3, x + 3, y - 3, pen);
    }

    private void box(StateAt at, Box box, BenchLayout layout) {
        if (!layout.isUsed(at)) {
            surface.fill(box, RADIUS, style.color(Token.BACKGROUND));
            surface.outline(box, RADIUS, GraphPainter.ghostPen(style, 1));
            name(at, box, layout, Token.GHOST_TEXT, Optional.empty());
            return;
        }
        if (selection.marksStateAt(at)) {
            GraphPainter.ring(surface, style, box, RADIUS, 1);
        }
        Optional<Difference> found = at.time() <= now() || light < 0 ? figures.at(at) : Optional.empty();
        boolean beyond = found.isPresent() && !found.get().within(figures.bound());
        surface.fill(box, RADIUS, style.color(Token.BACKGROUND));
        found.filter(difference -> beyond)
                .ifPresent(difference -> surface.fill(
                        box, RADIUS, DrawingStyle.faded(style.color(Token.ERROR), 0.10 + 0.25 * strength(difference))));
        surface.outline(box, RADIUS, pen(found, beyond));
        name(at, box, layout, found.isPresent() ? Token.TEXT : Token.GHOST_TEXT, found);
    }

    private Stroke pen(Optional<Difference> found, boolean beyond) {
        if (beyond) {
            return style.pen(Token.ERROR, 2.4, 1);
        }
        return found.isPresent() ? style.pen(Token.STATE, 1.8, 1) : style.pen(Token.AXIS, 1.5, 1);
    }

    /** 0 at the bound, 1 where the difference is as large as the values themselves. */
    private double strength(Difference difference) {
        if (Double.isNaN(difference.relative())) {
            return 1;
        }
        double reach = Math.log(GROSS / figures.bound());
        return Math.max(0, Math.min(1, Math.log(difference.relative() / figures.bound()) / reach));
    }

    private void name(StateAt at, Box box, BenchLayout layout, Token ink, Optional<Difference> found) {
        if (!layout.hasWords()) {
            found.filter(difference -> !difference.within(figures.bound()))
                    .ifPresent(difference -> surface.text(
                            "≠",
                            box.centerX(),
                            box.centerY(),
                            Surface.Align.CENTER,
                            style.text(Token.ERROR, 12, TextStyle.Weight.BOLD, 1)));
            return;
        }
        boolean both = found.isPresent() && box.height() >= 30;
        TextStyle.Weight weight = found.isPresent() ? TextStyle.Weight.SEMI_BOLD : TextStyle.Weight.REGULAR;
        if (both || found.isEmpty()) {
            TextStyle text = style.text(ink, 13, weight, 1);
            double y = both ? box.centerY() - box.height() * 0.2 : box.centerY();
            surface.text(
                    at.state(),
                    box.centerX(),
                    y,
                    Surface.Align.CENTER,
                    GraphPainter.fitted(surface, at.state(), box.width() - 6, text));
        }
        found.ifPresent(difference -> figure(difference, box, both));
    }

    /** The figure as far as a reader can still make it out: a narrow box says the power of ten alone. */
    private String words(Difference difference, boolean within, double room, TextStyle text) {
        String figure = Figure.power(difference.relative());
        String whole = (within ? "" : "≠ ") + figure;
        boolean narrow = surface.textWidth(whole, text) > room;
        return narrow ? figure.replaceFirst("^[0-9](?=e)", "") : whole;
    }

    private void figure(Difference difference, Box box, boolean below) {
        boolean within = difference.within(figures.bound());
        Color ink = style.color(within ? Token.GOOD : Token.ERROR);
        TextStyle text = new TextStyle(ink, style.look().drawingText(12), TextStyle.Weight.MONO);
        String words = words(difference, within, box.width() - 4, text);
        double y = below ? box.centerY() + box.height() * 0.22 : box.centerY();
        surface.text(
                words,
                box.centerX(),
                y,
                Surface.Align.CENTER,
                GraphPainter.fitted(surface, words, box.width() - 4, text));
    }

    private void times(BenchLayout layout) {
        int every = layout.columnPitch() < 26 * style.look().scale() ? 5 : 1;
        for (int t = 0; t < network.readoutTime(); t++) {
            boolean here = light >= 0 && t == now();
            if (here || t % every == 0) {
                surface.text(
                        here && layout.hasWords() ? "t = " + t : Integer.toString(t),
                        layout.columnX(t),
                        layout.timeY(),
                        Surface.Align.CENTER,
                        style.text(
                                here ? Token.TEXT : Token.MUTED,
                                13,
                                here ? TextStyle.Weight.BOLD : TextStyle.Weight.REGULAR,
                                1));
            }
        }
    }

    private void readout(BenchLayout layout) {
        double x = layout.columnX(network.readoutTime());
        if (x > layout.width()) {
            return;
        }
        Box flag = layout.flag();
        surface.line(x, flag.bottom(), x, layout.lanesBottom(), style.pen(Token.CONTROL, 2.4, 1));
        surface.fill(flag, 6, style.color(Token.CONTROL));
        surface.text(
                "T = " + network.readoutTime(),
                flag.centerX(),
                flag.centerY(),
                Surface.Align.CENTER,
                style.text(Token.ON_CONTROL, 14, TextStyle.Weight.BOLD, 1));
        boolean answered = network.unrolling().isPresent()
                && !network.unrolling().get().readouts().isEmpty();
        if (answered) {
            double from = layout.columnX(network.readoutTime() - 1) + layout.boxWidth() / 2;
            boolean reached = light < 0 || now() >= network.readoutTime() - 1;
            Curve out = Curve.line(from, layout.readoutY(), x - 3, layout.readoutY());
            GraphPainter.arrow(surface, out, style.pen(Token.STATE, 2, reached ? 1 : 0.35), 8, reached ? 1 : 0.35);
        }
        surface.text(
                Integer.toString(network.readoutTime()),
                x,
                layout.timeY(),
                Surface.Align.CENTER,
                style.text(Token.TEXT, 13, TextStyle.Weight.BOLD, 1));
    }
}
