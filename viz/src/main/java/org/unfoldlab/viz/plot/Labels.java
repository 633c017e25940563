package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts names at the ends of lines, so that no two texts overlap and few lines run through one. Each
 * name tries places around the end of its line, then around its beginning; the cheapest that touches
 * no other text wins. Greedy in the given order, so important lines come first.
 */
final class Labels {
    private static final double CROSSING = 10;
    private static final double GAP = 8;

    private final Box bounds;
    private final List<Box> taken = new ArrayList<>();
    private final List<Path> lines = new ArrayList<>();

    /** Names stay inside these bounds. */
    Labels(Box bounds) {
        this.bounds = bounds;
    }

    /** No name may lie here. */
    void take(Box box) {
        taken.add(box);
    }

    /** A name had better not be crossed by this. */
    void avoid(Path line) {
        lines.add(line);
    }

    /** True if nothing lies there yet and it is inside the bounds. */
    boolean isFree(Box box) {
        return bounds.contains(box) && taken.stream().noneMatch(box::overlaps);
    }

    /**
     * The place for a name beside a line, taken at once; empty if there is none.
     *
     * @param line the line from its first to its last point in px
     * @param width of the text in px
     * @param height of the text in px
     */
    Optional<Box> place(Path line, double width, double height) {
        Box best = null;
        double bestCost = Double.POSITIVE_INFINITY;
        int rank = 0;
        for (Box candidate : candidates(line, width, height)) {
            double cost = rank++ + CROSSING * crossings(candidate);
            if (cost < bestCost && isFree(candidate)) {
                best = candidate;
                bestCost = cost;
            }
        }
        Optional<Box> found = Optional.ofNullable(best);
        found.ifPresent(this::take);
        return found;
    }

    private static List<Box> candidates(Path line, double width, double height) {
        double endX = line.xs()[line.count() - 1];
        double endY = line.ys()[line.count() - 1];
        double startX = line.xs()[0];
        double startY = line.ys()[0];
        List<Box> boxes = new ArrayList<>();
        boxes.add(new Box(endX + GAP, endY - height / 2, width, height));
        for (int step = 0; step < 4; step++) {
            double lift = GAP + step * height * 0.8;
            boxes.add(new Box(endX - width, endY - lift - height, width, height));
            boxes.add(new Box(endX - width, endY + lift, width, height));
            boxes.add(new Box(endX + GAP, endY - height / 2 - lift, width, height));
            boxes.add(new Box(endX + GAP, endY - height / 2 + lift, width, height));
            boxes.add(new Box(endX - width - GAP - lift, endY + lift, width, height));
        }
        for (int step = 0; step < 3; step++) {
            double lift = step * height * 0.8;
            boxes.add(new Box(startX + GAP, startY - height - lift, width, height));
            boxes.add(new Box(startX + GAP, startY + lift, width, height));
        }
        return boxes;
    }

    private long crossings(Box box) {
        long count = 0;
        for (Path line : lines) {
            if (crosses(line, box)) {
                count++;
            }
        }
        return count;
    }

    private static boolean crosses(Path line, Box box) {
        double[] xs = line.xs();
        double[] ys = line.ys();
        for (int i = 0; i + 1 < line.count(); i++) {
            if (xs[i + 1] >= box.x() && xs[i] <= box.right() && box.crossedBy(xs[i], ys[i], xs[i + 1], ys[i + 1])) {
                return true;
            }
        }
        return line.count() == 1 && box.contains(xs[0], ys[0]);
    }
}
