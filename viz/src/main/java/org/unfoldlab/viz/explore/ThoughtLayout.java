package org.unfoldlab.viz.explore;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.TimedStep;
import org.unfoldlab.viz.graph.Curve;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.theme.Look;

/**
 * Where the parts of a thought stand, in px: rows of states over a table of classes, both on one time axis. Column t
 * holds h(t) above and the answer at readout time t below.
 *
 * @param width of the drawing
 * @param height of the drawing
 */
record ThoughtLayout(ThoughtScene scene, double width, double height, Look look) {
    static final double NARROWEST = 34;
    private static final double WIDEST = 150;
    private static final double TALLEST_ROW = 150;
    private static final double LEAST_CLASS_ROW = 22;
    private static final double TALLEST_CLASS_ROW = 43;
    private static final int FEWEST_CLASSES = 3;

    /** Narrower drawings must be scrolled. */
    static double leastWidth(ThoughtScene scene, Look look) {
        return labelWidth(look) + NARROWEST * (scene.last() + 1) + 20;
    }

    private static double labelWidth(Look look) {
        return 84 * look.scale();
    }

    private double scale() {
        return look.scale();
    }

    private static double between(double low, double value, double high) {
        return Math.max(low, Math.min(high, value));
    }

    /** Room of the names at the left, which stay while the columns scroll. */
    double namesWidth() {
        return labelWidth(look);
    }

    /** Right edge of the names at the left. */
    double labelRight() {
        return labelWidth(look) - 8;
    }

    double columnPitch() {
        return between(NARROWEST, (width - labelWidth(look) - 12) / (scene.last() + 1), WIDEST);
    }

    /** Middle of column t. */
    double columnX(int t) {
        return labelWidth(look) + (t + 0.5) * columnPitch();
    }

    private double top() {
        return 36 * scale();
    }

    private double tableHead() {
        return 50 * scale();
    }

    /** Height of the rows under the classes: the answer, the unspoilt answer, the time. */
    private double foot() {
        return (scene.unspoilt().isPresent() ? 74 : 52) * scale();
    }

    double rowPitch() {
        int classes = Math.min(scene.classNames().size(), 5);
        double table = tableHead() + classes * 26 * scale() + foot();
        double room = (height - top() - table) / Math.max(1, scene.states().size());
        return between(30, room, Math.min(TALLEST_ROW, columnPitch() * 0.92));
    }

    double boxSize() {
        return Math.min(0.74 * columnPitch(), 0.8 * rowPitch());
    }

    /** Middle of a row; row 0 is the lowest. */
    double rowY(int row) {
        return top() + rowPitch() * (scene.states().size() - row - 0.5);
    }

    double lanesBottom() {
        return top() + rowPitch() * scene.states().size();
    }

    OptionalInt row(String state) {
        List<State> states = scene.states();
        for (int row = 0; row < states.size(); row++) {
            if (states.get(row).name().equals(state)) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    Box box(StateAt at) {
        double size = boxSize();
        double y = rowY(row(at.state()).orElse(0));
        return new Box(columnX(at.time()) - size / 2, y - size / 2, size, size);
    }

    /** Where the name of a row and its channel stand; a click there opens its channels. */
    Box label(int row) {
        return new Box(0, rowY(row) - rowPitch() / 2, labelRight() + 4, rowPitch());
    }

    /** From the right edge of one box to the left edge of the next column's. */
    Curve step(TimedStep step) {
        Box from = box(step.input());
        Box to = box(step.output());
        int span =
                row(step.output().state()).orElse(0) - row(step.input().state()).orElse(0);
        double port = Integer.signum(span) * 0.24 * boxSize();
        double y1 = from.centerY() - port;
        double y2 = to.centerY() + port;
        if (span == 0) {
            return Curve.line(from.right(), y1, to.x(), y2);
        }
        double reach = (to.x() - from.right()) * 0.62;
        return Curve.cubic(from.right(), y1, from.right() + reach, y1, to.x() - reach, y2, to.x(), y2);
    }

    Box flag() {
        double w = 68 * scale();
        return new Box(columnX(scene.readoutTime()) - w / 2, 4, w, 26 * scale());
    }

    /** Middle of the heading of the table. */
    double headingY() {
        return lanesBottom() + tableHead() * 0.5;
    }

    double tableTop() {
        return lanesBottom() + tableHead();
    }

    /** How many classes the table has room for. */
    int classRows() {
        double room = height - tableTop() - foot();
        int fitting = (int) Math.floor(room / (LEAST_CLASS_ROW * scale()));
        return (int) between(
                Math.min(FEWEST_CLASSES, scene.classNames().size()),
                fitting,
                scene.classNames().size());
    }

    double classPitch() {
        double room = height - tableTop() - foot();
        return between(14, room / Math.max(1, classRows()), TALLEST_CLASS_ROW * scale());
    }

    double classY(int row) {
        return tableTop() + (row + 0.5) * classPitch();
    }

    double tableBottom() {
        return tableTop() + classRows() * classPitch();
    }

    /** The place of one probability. */
    Box cell(int row, int time) {
        double w = 0.84 * columnPitch();
        double h = Math.min(22 * scale(), 0.78 * classPitch());
        return new Box(columnX(time) - w / 2, classY(row) - h / 2, w, h);
    }

    double answerY() {
        return tableBottom() + 13 * scale();
    }

    double unspoiltY() {
        return answerY() + 22 * scale();
    }

    double timeY() {
        return (scene.unspoilt().isPresent() ? unspoiltY() : answerY()) + 24 * scale();
    }

    /** The columns from one t to another, over the whole table. */
    Box span(int from, int to) {
        double x = columnX(from) - columnPitch() / 2 + 3;
        return new Box(x, tableTop(), columnX(to) + columnPitch() / 2 - 3 - x, tableBottom() - tableTop());
    }

    /** The state whose box lies at a point. */
    Optional<StateAt> stateAt(double x, double y) {
        for (int row = 0; row < scene.states().size(); row++) {
            for (int t = 0; t < scene.last(); t++) {
                StateAt at = new StateAt(scene.states().get(row).name(), t);
                if (box(at).contains(x, y)) {
                    return Optional.of(at);
                }
            }
        }
        return Optional.empty();
    }

    /** The row whose label lies at a point. */
    OptionalInt labelAt(double x, double y) {
        for (int row = 0; row < scene.states().size(); row++) {
            if (label(row).contains(x, y)) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    /** The column of the table at a point, 0 … last. */
    OptionalInt timeAt(double x, double y) {
        int t = (int) Math.floor((x - labelWidth(look)) / columnPitch());
        return y >= tableTop() && t >= 0 && t <= scene.last() ? OptionalInt.of(t) : OptionalInt.empty();
    }
}
