package org.unfoldlab.viz.matrix;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.paint.Color;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.network.Direction;
import org.unfoldlab.model.network.Problem;
import org.unfoldlab.viz.graph.BadgePainter;
import org.unfoldlab.viz.graph.Curve;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.GraphPainter;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.graph.TransitionWords;
import org.unfoldlab.viz.graph.WeightGroup;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Dash;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Token;

/** Draws the matrix. */
final class MatrixPainter {
    private static final double RADIUS = 6;
    private static final String TITLE = "Transitions";
    private static final String UNIT = "from row to column";

    private final Surface surface;
    private final DrawingStyle style;
    private final DrawnNetwork network;
    private final Selection selection;
    private final Selection hovered;
    private final OptionalInt time;

    /** @param time the t at which the matrix is cut; absent to show all */
    MatrixPainter(
            Surface surface,
            DrawingStyle style,
            DrawnNetwork network,
            Selection selection,
            Selection hovered,
            OptionalInt time) {
        this.surface = surface;
        this.style = style;
        this.network = network;
        this.selection = selection;
        this.hovered = hovered;
        this.time = time;
    }

    /**
     * Draws all of it.
     *
     * @param toolsEnd right end of what stands in the title's line; the legend keeps clear of it
     */
    void paint(MatrixShape shape, double toolsEnd) {
        title(shape, toolsEnd);
        TextStyle name = style.text(Token.TEXT, 13, TextStyle.Weight.SEMI_BOLD, 1);
        shape.columns().forEach(h -> surface.text(h.state(), h.x(), h.y(), Surface.Align.CENTER, name));
        shape.rows().forEach(h -> surface.text(h.state(), h.x(), h.y(), Surface.Align.RIGHT, name));
        shape.cells().forEach(this::cell);
    }

    private TextStyle titleStyle() {
        return new TextStyle(style.color(Token.TEXT), 15 * style.look().scale(), TextStyle.Weight.SEMI_BOLD);
    }

    private TextStyle unitStyle() {
        return new TextStyle(style.color(Token.MUTED), 13 * style.look().scale(), TextStyle.Weight.REGULAR);
    }

    private double unitX(MatrixShape shape) {
        return shape.titleX() + surface.textWidth(TITLE, titleStyle()) + 12;
    }

    /** Where the title's words end. */
    double titleEnd(MatrixShape shape) {
        return unitX(shape) + surface.textWidth(UNIT, unitStyle());
    }

    private void title(MatrixShape shape, double toolsEnd) {
        surface.text(TITLE, shape.titleX(), shape.titleY(), Surface.Align.LEFT, titleStyle());
        surface.text(UNIT, unitX(shape), shape.titleY(), Surface.Align.LEFT, unitStyle());
        double end = Math.max(toolsEnd, titleEnd(shape));
        double right = shape.right() - 12;
        for (Direction direction : List.of(Direction.FEEDBACK, Direction.LATERAL, Direction.FEED_FORWARD)) {
            right = legend(direction, right, shape.titleY(), end + 16);
        }
    }

    /** Room that the legend wants at the right end of the title's line. */
    double legendWidth() {
        TextStyle text = legendStyle();
        double width = 12 - 66 + 42;
        for (Direction direction : Direction.values()) {
            width += surface.textWidth(TransitionWords.direction(direction), text) + 66;
        }
        return width;
    }

    private TextStyle legendStyle() {
        return style.text(Token.TEXT, 12, TextStyle.Weight.REGULAR, 1);
    }

    /** A sample line with its word, right-aligned; gives the place of the next one. */
    private double legend(Direction direction, double right, double y, double least) {
        TextStyle text = legendStyle();
        String word = TransitionWords.direction(direction);
        double left = right - surface.textWidth(word, text);
        if (left - 42 > least) {
            surface.text(word, left, y, Surface.Align.LEFT, text);
            Curve sample = Curve.line(left - 42, y, left - 8, y);
            GraphPainter.arrow(surface, sample, style.edge(direction, false, 2.4, 1), 8, 1);
        }
        return left - 66;
    }

    private void cell(MatrixShape.Cell cell) {
        Optional<Transition> meant = CellTurns.meant(network, cell.transitions(), selection, time);
        if (meant.isEmpty()) {
            empty(cell);
            return;
        }
        Transition transition = meant.get();
        boolean chosen = cell.transitions().stream().anyMatch(turn -> selection.marksTransition(turn.id()));
        boolean near = cell.transitions().stream().anyMatch(turn -> hovered.marksTransition(turn.id()));
        if (chosen || near) {
            GraphPainter.ring(surface, style, cell.box(), RADIUS, chosen ? 1 : 0.5);
        }
        surface.fill(cell.box(), RADIUS, style.color(Token.BACKGROUND));
        Direction direction = network.direction(transition);
        ground(cell, transition, direction);
        if (time.isEmpty()) {
            lines(cell, direction);
        }
        if (chosen) {
            surface.outline(cell.box(), RADIUS, style.pen(Token.TEXT, 2, 1));
        } else if (cell.transitions().stream().anyMatch(this::isWrong)) {
            surface.outline(cell.box(), RADIUS, style.pen(Token.ERROR, 1.6, 1));
        }
        if (time.isPresent()) {
            slab(cell, transition, direction, time.getAsInt());
        }
    }

    /** One transition below the other; among several the chosen one lies on yellow. */
    private void lines(MatrixShape.Cell cell, Direction direction) {
        double size = size(cell);
        for (MatrixShape.Line line : cell.lines()) {
            String id = line.transition().id();
            if (cell.lines().size() > 1 && selection.marksTransition(id)) {
                surface.fill(line.box(), RADIUS, style.color(Token.MARKED_PATH));
            }
            contents(line, direction, size);
        }
    }

    /** The size at which the words of all lines fit before their bars. */
    private double size(MatrixShape.Cell cell) {
        TextStyle text = style.text(Token.TEXT, 12.5, TextStyle.Weight.MONO, 1);
        return cell.lines().stream()
                .mapToDouble(line -> GraphPainter.fitted(surface, line.words(), roomForWords(line), text)
                        .size())
                .min()
                .orElse(text.size());
    }

    private double roomForWords(MatrixShape.Line line) {
        List<Box> slots = line.bar().slots();
        double end = slots.isEmpty() ? line.box().right() : slots.get(0).x();
        return end - line.box().x() - MatrixLayout.wordsLeft(style.look()) - 6;
    }

    private void ground(MatrixShape.Cell cell, Transition transition, Direction direction) {
        boolean runs = time.isEmpty() || fate(transition, time.getAsInt()) == TimeBar.Slot.RUNS;
        if (runs) {
            double opacity = transition.muted() ? 0.4 : 1;
            surface.fill(cell.box(), RADIUS, DrawingStyle.faded(style.cell(direction), opacity));
            return;
        }
        surface.fill(cell.box(), RADIUS, style.color(Token.RAISED));
        if (fate(transition, time.getAsInt()) == TimeBar.Slot.PRUNED) {
            Box box = cell.box();
            Box inner = new Box(box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1);
            surface.outline(inner, RADIUS, new Stroke(style.hue(direction), 1, Dash.SHORT_DASHES));
        }
    }

    private TimeBar.Slot fate(Transition transition, int at) {
        return TimeBar.of(network, transition).slots().get(at - 1);
    }

    /** The cell (i, j, t): its weights at that t, its function, and what becomes of it. */
    private void slab(MatrixShape.Cell cell, Transition transition, Direction direction, int at) {
        double unit = Math.sqrt(style.look().drawingText(12) / 12);
        TimeBar.Slot fate = fate(transition, at);
        boolean active = fate != TimeBar.Slot.OUTSIDE;
        double y = cell.box().centerY();
        double left = cell.box().x() + MatrixLayout.wordsLeft(style.look());
        Optional<WeightGroup> group = network.groups().of(new Step(transition.id(), at));
        if (active) {
            double strength = fate == TimeBar.Slot.RUNS ? 1 : 0.5;
            BadgePainter.paint(surface, style, group, cell.box().x() + 20 * unit, y, 16 * unit, strength);
        }
        String fateWords = switch (fate) {
            case RUNS -> "runs";
            case PRUNED -> "pruned";
            case NOT_POPULATED -> "no signal yet";
            case UNKNOWN -> "–";
            case OUTSIDE -> transition.muted() ? "muted" : "not at " + at;
        };
        TextStyle muted = style.text(Token.MUTED, 12, TextStyle.Weight.REGULAR, 1);
        TextStyle fateStyle = fate == TimeBar.Slot.RUNS
                ? new TextStyle(style.hue(direction), muted.size(), TextStyle.Weight.SEMI_BOLD)
                : muted;
        double right = cell.box().right() - 10;
        surface.text(fateWords, right, y, Surface.Align.RIGHT, fateStyle);
        String shortcut = TransitionWords.shortcut(transition.shortcut());
        String words = TransitionWords.function(transition.function()) + (shortcut.isEmpty() ? "" : " " + shortcut);
        TextStyle text = style.text(active ? Token.TEXT : Token.MUTED, 12.5, TextStyle.Weight.MONO, 1);
        double room = right - surface.textWidth(fateWords, fateStyle) - left - 8;
        surface.text(words, left, y, Surface.Align.LEFT, GraphPainter.fitted(surface, words, room, text));
    }

    private boolean isWrong(Transition transition) {
        return network.problems().stream()
                .anyMatch(problem -> problem.isError()
                        && (problem.place() instanceof Problem.Place.OfTransition place
                                        && place.id().equals(transition.id())
                                || problem.place() instanceof Problem.Place.OfStep place2
                                        && place2.step().transition().equals(transition.id())));
    }

    private void empty(MatrixShape.Cell cell) {
        Item item = new Item.EmptyCell(cell.from(), cell.to());
        boolean chosen = selection.holds(item);
        boolean near = hovered.holds(item);
        if (chosen || near) {
            GraphPainter.ring(surface, style, cell.box(), RADIUS, chosen ? 1 : 0.5);
        }
        surface.fill(cell.box(), RADIUS, style.color(near ? Token.INSET : Token.RAISED));
        if (chosen) {
            surface.outline(cell.box(), RADIUS, style.pen(Token.TEXT, 2, 1));
        }
        TextStyle plus = style.text(Token.CONTROL_BORDER, 14, TextStyle.Weight.REGULAR, 1);
        surface.text("+", cell.box().centerX(), cell.box().centerY(), Surface.Align.CENTER, plus);
    }

    private void contents(MatrixShape.Line line, Direction direction, double textSize) {
        Transition transition = line.transition();
        double unit = Math.sqrt(style.look().drawingText(12) / 12);
        double opacity = transition.muted() ? 0.45 : 1;
        List<WeightGroup> groups = network.groups().ofTransition(transition.id());
        double y = line.box().centerY();
        double size = Math.min(16 * unit, line.box().height() - 2);
        BadgePainter.paint(
                surface, style, groups.stream().findFirst(), line.box().x() + 20 * unit, y, size, opacity);
        TextStyle text = new TextStyle(
                style.text(Token.TEXT, 12.5, TextStyle.Weight.MONO, opacity).color(), textSize, TextStyle.Weight.MONO);
        double left = line.box().x() + MatrixLayout.wordsLeft(style.look());
        surface.text(line.words(), left, y, Surface.Align.LEFT, text);
        if (transition.muted()) {
            surface.line(left, y, left + surface.textWidth(line.words(), text), y, style.pen(Token.TEXT, 1.2, 0.7));
        }
        BarShape slots = line.bar();
        TimeBar bar = TimeBar.of(network, transition);
        bar(transition, direction, bar, slots);
        if (hovered.marksTransition(transition.id()) || selection.marksTransition(transition.id())) {
            ends(bar, slots);
        }
    }

    /** The ends that can be dragged. */
    private void ends(TimeBar bar, BarShape shape) {
        Optional<TimeBar.Ends> ends = bar.ends();
        if (ends.isPresent() && !shape.slots().isEmpty()) {
            Stroke pen = style.pen(Token.CONTROL, 2, 1);
            Box first = shape.slots().get(ends.get().first() - 1);
            Box last = shape.slots().get(ends.get().last() - 1);
            surface.line(first.x() - 1, first.y() - 3, first.x() - 1, first.bottom() + 3, pen);
            surface.line(last.right() + 1, last.y() - 3, last.right() + 1, last.bottom() + 3, pen);
        }
    }

    private void bar(Transition transition, Direction direction, TimeBar bar, BarShape shape) {
        for (int i = 0; i < shape.slots().size(); i++) {
            Box slot = shape.slots().get(i);
            double gap = slot.width() >= 5 ? 1.2 : 0;
            Box box = new Box(slot.x() + gap / 2, slot.y(), slot.width() - gap, slot.height());
            marker(slot, new Step(transition.id(), i + 1));
            slot(bar.slots().get(i), box, direction, new Step(transition.id(), i + 1));
        }
    }

    /** The yellow ground of a chosen or hovered step and of those that share its weights. */
    private void marker(Box slot, Step step) {
        boolean chosen = selection.marksTied(step, network.groups());
        if (chosen || hovered.marksTied(step, network.groups())) {
            Box around = new Box(slot.x() - 0.5, slot.y() - 3, slot.width() + 1, slot.height() + 6);
            surface.fill(around, 3, DrawingStyle.faded(style.color(Token.MARKER), chosen ? 1 : 0.6));
        }
    }

    private void slot(TimeBar.Slot fate, Box box, Direction direction, Step step) {
        Color hue = style.hue(direction);
        switch (fate) {
            case RUNS -> running(box, hue, step);
            case PRUNED -> {
                if (box.width() >= 5) {
                    Box inner = new Box(box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1);
                    surface.outline(inner, 2, new Stroke(hue, 1, Dash.SHORT_DASHES));
                } else {
                    surface.line(box.x(), box.centerY(), box.right(), box.centerY(), Stroke.solid(hue, 1));
                }
            }
            case NOT_POPULATED -> surface.dot(box.centerX(), box.centerY(), Math.min(1.4, box.width() / 3), hue);
            case UNKNOWN ->
                surface.line(
                        box.centerX() - Math.min(3, box.width() / 3),
                        box.centerY(),
                        box.centerX() + Math.min(3, box.width() / 3),
                        box.centerY(),
                        Stroke.solid(hue, 1.2));
            case OUTSIDE -> {}
        }
    }

    /** Filled; with listed groups the slot carries its own letter, hollow where the weights are its own. */
    private void running(Box box, Color hue, Step step) {
        if (!(network.document().sharing() instanceof Sharing.Groups)) {
            surface.fill(box, 2, hue);
            return;
        }
        Optional<WeightGroup> group = network.groups().of(step);
        if (group.isEmpty()) {
            surface.outline(
                    new Box(box.x() + 0.6, box.y() + 0.6, box.width() - 1.2, box.height() - 1.2),
                    2,
                    Stroke.solid(hue, 1.2));
        } else if (box.width() >= 9) {
            double size = Math.min(box.width(), box.height());
            BadgePainter.paint(surface, style, group, box.centerX(), box.centerY(), size, 1);
        } else {
            surface.fill(
                    box,
                    2,
                    group.get().half()
                            ? DrawingStyle.faded(hue, 0.5)
                            : style.hue(group.get().direction()));
        }
    }
}
