package org.unfoldlab.viz.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Dash;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Token;

/** Draws the folded graph: cards, edges, letters, functions. */
public final class GraphPainter {
    private static final double RADIUS = 9;

    private final Surface surface;
    private final DrawingStyle style;
    private final DrawnNetwork network;
    private final Selection selection;
    private final Selection hovered;

    public GraphPainter(
            Surface surface, DrawingStyle style, DrawnNetwork network, Selection selection, Selection hovered) {
        this.surface = surface;
        this.style = style;
        this.network = network;
        this.selection = selection;
        this.hovered = hovered;
    }

    /** Draws edges, then cards, so that cards lie above. */
    public void paint(GraphShape graph) {
        graph.edges().forEach(this::marker);
        graph.edges().forEach(this::edge);
        graph.cards().forEach(this::card);
        graph.edges().forEach(this::badge);
    }

    private void marker(EdgeShape edge) {
        String id = edge.transition().id();
        double strength = selection.marksTransition(id) ? 1 : hovered.marksTransition(id) ? 0.5 : 0;
        if (strength > 0) {
            mark(surface, style, edge.curve(), strength);
        }
    }

    /** The yellow ground of a marked line. */
    public static void mark(Surface surface, DrawingStyle style, Curve curve, double strength) {
        Color yellow = DrawingStyle.faded(style.color(Token.MARKED_PATH), strength);
        Polyline line = curve.flattened();
        surface.polyline(
                line.xs(),
                line.ys(),
                line.count(),
                Stroke.solid(yellow, style.look().stroke(9)));
    }

    private boolean ownWeights() {
        return network.document().sharing() instanceof Sharing.None;
    }

    private void edge(EdgeShape edge) {
        double opacity = edge.transition().muted() ? 0.35 : 1;
        Stroke pen = style.edge(edge.direction(), ownWeights(), 2.4, opacity);
        arrow(surface, edge.curve(), pen, 10, opacity);
        if (edge.transition().muted()) {
            strike(edge);
        }
    }

    /** A line with a head, both in the pen's colour. */
    public static void arrow(Surface surface, Curve curve, Stroke pen, double head, double headOpacity) {
        Polyline line = curve.flattened();
        Polyline shaft = headOpacity > 0 ? line.shortened(head * 0.8) : line;
        if (shaft.count() > 1) {
            surface.polyline(shaft.xs(), shaft.ys(), shaft.count(), pen);
        }
        if (headOpacity > 0) {
            Polyline back = line.shortened(head);
            head(surface, line, back, head, DrawingStyle.faded(pen.color(), headOpacity));
        }
    }

    private static void head(Surface surface, Polyline line, Polyline back, double length, Color color) {
        double dx = line.endX() - back.endX();
        double dy = line.endY() - back.endY();
        double size = Math.max(1e-9, Math.hypot(dx, dy));
        double half = length * 0.46;
        double nx = -dy / size * half;
        double ny = dx / size * half;
        double x = line.endX() - dx / size * length;
        double y = line.endY() - dy / size * length;
        surface.area(new double[] {line.endX(), x + nx, x - nx}, new double[] {line.endY(), y + ny, y - ny}, 3, color);
    }

    /** A muted edge is struck through: a lesion. */
    private void strike(EdgeShape edge) {
        double x = edge.curve().x(0.5);
        double y = edge.curve().y(0.5);
        Stroke pen = style.pen(Token.TEXT, 1.5, 1);
        surface.line(x - 5, y - 5, x + 5, y + 5, pen);
        surface.line(x - 5, y + 5, x + 5, y - 5, pen);
    }

    private void badge(EdgeShape edge) {
        double size = 16 * Math.sqrt(style.look().drawingText(12) / 12);
        double opacity = edge.transition().muted() ? 0.35 : 1;
        List<WeightGroup> groups =
                network.groups().ofTransition(edge.transition().id());
        Optional<WeightGroup> first = groups.stream().findFirst();
        BadgePainter.paint(surface, style, first, edge.badgeX(), edge.badgeY(), size, opacity);
        String more = groups.size() > 1 ? "and " + groups.get(1).letter() : "";
        String id = edge.transition().id();
        if (edge.label().shown()) {
            label(edge, more);
        } else if (selection.marksTransition(id) || hovered.marksTransition(id)) {
            plate(edge, size);
        }
    }

    /** Where there is no room for the functions of all edges, that of a marked one stands on a ground of its own. */
    private void plate(EdgeShape edge, double badge) {
        String words = TransitionWords.line(edge.transition());
        TextStyle text = style.text(Token.TEXT, 12, TextStyle.Weight.MONO, 1);
        double left = edge.badgeX() + badge / 2 + 4;
        double high = text.size() + 6;
        Box ground = new Box(left, edge.badgeY() - high / 2, surface.textWidth(words, text) + 8, high);
        surface.fill(ground, 4, style.color(Token.BACKGROUND));
        surface.outline(ground, 4, style.pen(Token.LINE, 1, 1));
        surface.text(words, left + 4, edge.badgeY(), Surface.Align.LEFT, text);
    }

    private void label(EdgeShape edge, String more) {
        List<String> lines = new ArrayList<>(edge.label().lines());
        if (!more.isEmpty()) {
            lines.add(0, more);
        }
        double lead = style.look().drawingText(12) * EdgeLabels.LEAD;
        double y = edge.label().y() - lead * (lines.size() - 1) / 2;
        TextStyle text = style.text(
                Token.TEXT, 12, TextStyle.Weight.MONO, edge.transition().muted() ? 0.5 : 1);
        for (String line : lines) {
            surface.text(line, edge.label().x(), y, edge.label().align(), text);
            y += lead;
        }
    }

    private void card(CardShape card) {
        String name = card.state().name();
        Box box = card.box();
        if (selection.marksState(name) || hovered.marksState(name)) {
            ring(surface, style, box, RADIUS, selection.marksState(name) ? 1 : 0.5);
        }
        surface.fill(box, RADIUS, style.color(Token.BACKGROUND));
        surface.outline(box, RADIUS, style.pen(Token.STATE, 2, 1));
        contents(surface, style, card.state(), box, 1);
    }

    /** The yellow ring around something chosen. */
    public static void ring(Surface surface, DrawingStyle style, Box box, double radius, double strength) {
        Box around = new Box(box.x() - 4, box.y() - 4, box.width() + 8, box.height() + 8);
        surface.fill(around, radius + 3, DrawingStyle.faded(style.color(Token.MARKER), strength));
    }

    /** Icon, name and size of a state, as on its card. */
    public static void contents(Surface surface, DrawingStyle style, State state, Box box, double opacity) {
        Color ink = DrawingStyle.faded(style.color(Token.STATE), opacity);
        boolean roomy = box.height() >= 34;
        double iconScale = Math.min(1.5, box.height() / 44);
        double iconX = box.x() + box.width() * 0.2;
        SheetsPainter.paint(
                surface,
                state,
                iconX,
                box.centerY(),
                iconScale,
                ink,
                DrawingStyle.faded(style.color(Token.BACKGROUND), opacity));
        double left = box.x() + box.width() * 0.38;
        double room = box.right() - left - 6;
        double size = Math.min(17 + (box.height() - 44) * 0.18, 24);
        double y = roomy ? box.centerY() - box.height() * 0.17 : box.centerY();
        TextStyle name = fitted(
                surface, state.name(), room, new TextStyle(ink, size * textFactor(style), TextStyle.Weight.BOLD));
        surface.text(state.name(), left, y, Surface.Align.LEFT, name);
        if (roomy) {
            TextStyle shape = style.text(Token.MUTED, 12, TextStyle.Weight.MONO, opacity);
            String words = TransitionWords.shape(state);
            surface.text(
                    words,
                    left,
                    box.centerY() + box.height() * 0.22,
                    Surface.Align.LEFT,
                    fitted(surface, words, room, shape));
        }
    }

    private static double textFactor(DrawingStyle style) {
        return style.look().lecture() ? 1.1 : Math.sqrt(style.look().scale());
    }

    /** The same style, smaller if the text would not fit otherwise. */
    public static TextStyle fitted(Surface surface, String text, double room, TextStyle style) {
        double width = surface.textWidth(text, style);
        return width <= room
                ? style
                : new TextStyle(style.color(), Math.max(7, style.size() * room / width), style.weight());
    }

    /** An outline of what is not there yet. */
    public static Stroke ghostPen(DrawingStyle style, double opacity) {
        return new Stroke(DrawingStyle.faded(style.color(Token.GHOST), opacity), 1.25, Dash.SHORT_DASHES);
    }
}
