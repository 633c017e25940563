package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts names at the ends of lines, so that no two texts overlap and no line runs through one. Each
 * name tries places around the end of its line, then around its beginning; the cheapest that touches
 * no other text and no line wins. Greedy in the given order, so important lines come first.
 */
final class Labels {
    private static final double CROSSING = 10;
    private static final double STRANGER = 6;
    private static final double BESIDE = 8;
    private static final double CLOSE = 3;

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
     * The place for a name beside a line, taken at once; empty if each place lies on a line.
     *
     * @param line the line in px; one of those to avoid
     * @param width of the text in px
     * @param height of the text in px
     */
    Optional<Box> place(Path line, double width, double height) {
        Box best = null;
        double bestCost = CROSSING;
        double rank = 0;
        for (Box candidate : candidates(line, width, height)) {
            double cost = rank + CROSSING * crossings(candidate);
            if (cost < bestCost && isFree(candidate)) {
                cost += isNearerToAnother(candidate, line) ? STRANGER : 0;
                best = cost < bestCost ? candidate : best;
                bestCost = Math.min(cost, bestCost);
            }
            rank += 0.1;
        }
        Optional<Box> found = Optional.ofNullable(best);
        found.ifPresent(this::take);
        return found;
    }

    private static List<Box> candidates(Path line, double width, double height) {
        double endX = line.xs()[line.count() - 1];
        double endY = line.ys()[line.count() - 1];
        List<Box> boxes = new ArrayList<>();
        boxes.add(new Box(endX + BESIDE, endY - height / 2, width, height));
        for (int step = 0; step < 4; step++) {
            double lift = CLOSE + step * height * 0.5;
            boxes.add(new Box(endX - width, endY - lift - height, width, height));
            boxes.add(new Box(endX - width, endY + lift, width, height));
            boxes.add(new Box(endX + BESIDE, endY - height / 2 - lift, width, height));
            boxes.add(new Box(endX + BESIDE, endY - height / 2 + lift, width, height));
        }
        addAlong(line, width, height, boxes);
        return boxes;
    }

    /** Above and below the line, from its beginning on: where lines fan out before they meet. */
    private static void addAlong(Path line, double width, double height, List<Box> boxes) {
        for (int i = 0; i < line.count() && i < 6; i++) {
            double x = line.xs()[i];
            double y = line.ys()[i];
            boxes.add(new Box(x + BESIDE, y - height / 2, width, height));
            boxes.add(new Box(x + CLOSE, y - height - CLOSE, width, height));
            boxes.add(new Box(x - width - CLOSE, y + CLOSE, width, height));
        }
    }

    /** True if the eye would take the name for that of another line. */
    private boolean isNearerToAnother(Box box, Path own) {
        double ownDistance = distance(box, own);
        return lines.stream().anyMatch(line -> !line.equals(own) && distance(box, line) < ownDistance);
    }

    private static double distance(Box box, Path line) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < line.count(); i++) {
            double dx = Math.max(0, Math.max(box.x() - line.xs()[i], line.xs()[i] - box.right()));
            double dy = Math.max(0, Math.max(box.y() - line.ys()[i], line.ys()[i] - box.bottom()));
            best = Math.min(best, Math.hypot(dx, dy));
        }
        return best;
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
