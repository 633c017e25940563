package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the place of the cursor's figure: inside the plot, so that no figure of an axis is covered, off what is written
 * there, off the dot, if there is room off the names of lines, and where the fewest of their points lie.
 */
final class TagPlace {
    private static final double AWAY = 14;
    private static final double BESIDE = 10;
    private static final double EDGE = 2;
    /** Half of the room that the dot and its rim take. */
    private static final double DOT = 8;
    /** Covering words weighs more than covering any number of points. */
    private static final double WORDS = 1e6;

    private static final double NAMES = 1e3;

    private final PlotModel model;
    private final Frame frame;
    private final List<Box> written;

    /** @param written what must stay readable */
    TagPlace(PlotModel model, Frame frame, List<Box> written) {
        this.model = model;
        this.frame = frame;
        this.written = List.copyOf(written);
    }

    /** The place of a figure that belongs to a dot. */
    Box beside(double x, double y, double width, double height) {
        Box dot = new Box(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
        double middle = x - width / 2;
        double right = x + BESIDE;
        double left = x - BESIDE - width;
        double below = y + AWAY;
        double above = y - AWAY - height;
        List<Box> wanted = Stream.of(
                        new double[] {middle, below},
                        new double[] {middle, above},
                        new double[] {right, y - height / 2},
                        new double[] {left, y - height / 2},
                        new double[] {right, below},
                        new double[] {left, below},
                        new double[] {right, above},
                        new double[] {left, above})
                .map(corner -> new Box(corner[0], corner[1], width, height))
                .toList();
        List<Box> avoided = new ArrayList<>(written);
        avoided.add(dot);
        return best(wanted, avoided);
    }

    /** The place of a figure that belongs to the whole height: low, in the middle, or high. */
    Box along(double x, double width, double height) {
        double left = x - width / 2;
        Box plot = frame.plot();
        List<Box> wanted = List.of(
                new Box(left, plot.centerY() + AWAY, width, height),
                new Box(left, plot.bottom() - height - BESIDE, width, height),
                new Box(left, plot.y(), width, height));
        return best(wanted, written);
    }

    private Box best(List<Box> wanted, List<Box> avoided) {
        return wanted.stream()
                .map(this::inside)
                .min(Comparator.comparingDouble(box -> cost(box, avoided)))
                .orElseThrow();
    }

    private double cost(Box box, List<Box> avoided) {
        return WORDS * avoided.stream().filter(box::overlaps).count()
                + NAMES * frame.labels().stream().filter(box::overlaps).count()
                + pointsIn(box);
    }

    /** Points of lines that carry a name; of many hairlines none counts. */
    private long pointsIn(Box box) {
        return model.series().stream()
                .filter(line -> !line.style().isHairline())
                .mapToLong(line -> pointsIn(box, line))
                .sum();
    }

    private long pointsIn(Box box, Series line) {
        double from = frame.x().toValue(box.x());
        double to = frame.x().toValue(box.right());
        long count = 0;
        for (int i = 0; i < line.size(); i++) {
            if (line.x(i) >= from
                    && line.x(i) <= to
                    && box.contains(frame.x().toPx(line.x(i)), frame.y().toPx(line.y(i)))) {
                count++;
            }
        }
        return count;
    }

    /** The same, moved into the plot; a plot that is too small is left below and at the right. */
    private Box inside(Box box) {
        Box plot = frame.plot();
        double right = frame.area().right() - EDGE;
        double left = Math.max(plot.x() + EDGE, Math.min(box.x(), right - box.width()));
        double top = Math.max(plot.y(), Math.min(box.y(), plot.bottom() - EDGE - box.height()));
        return new Box(left, top, box.width(), box.height());
    }
}
