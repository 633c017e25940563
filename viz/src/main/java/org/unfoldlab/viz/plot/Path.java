package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A run of points in px without a gap.
 *
 * @param xs never falling
 * @param ys as many
 * @param count how many of them count
 */
record Path(double[] xs, double[] ys, int count) {
    /** The unbroken runs of a series on a frame; a gap or a value that the axis cannot hold ends one. */
    static List<Path> of(Series line, Frame frame) {
        List<Path> paths = new ArrayList<>();
        double[] xs = new double[line.size()];
        double[] ys = new double[line.size()];
        int count = 0;
        for (int i = firstSeen(line, frame); i < lastSeen(line, frame); i++) {
            double px = frame.x().toPx(line.x(i));
            double py = frame.y().toPx(line.y(i));
            if (Double.isFinite(px) && Double.isFinite(py)) {
                xs[count] = px;
                ys[count++] = py;
            } else if (count > 0) {
                paths.add(copy(xs, ys, count));
                count = 0;
            }
        }
        if (count > 0) {
            paths.add(copy(xs, ys, count));
        }
        return paths;
    }

    /** All runs of a series one after the other, as if there were no gaps. */
    static Path joined(List<Path> paths) {
        int total = paths.stream().mapToInt(Path::count).sum();
        double[] xs = new double[total];
        double[] ys = new double[total];
        int next = 0;
        for (Path path : paths) {
            System.arraycopy(path.xs, 0, xs, next, path.count);
            System.arraycopy(path.ys, 0, ys, next, path.count);
            next += path.count;
        }
        return new Path(xs, ys, total);
    }

    /** The same points, those outside moved to the nearest edge of the box on the left or right. */
    Path within(Box box) {
        double[] moved = new double[count];
        for (int i = 0; i < count; i++) {
            moved[i] = Math.min(Math.max(xs[i], box.x()), box.right());
        }
        return new Path(moved, ys, count);
    }

    /**
     * The same run for a screen: of the points in one px column the lowest and the highest remain, in
     * their order, and the first and last of all. So no extreme is lost and the drawn line covers the
     * same px as the full one. A run that is not dense stays as it is.
     */
    Path thinned(double width) {
        if (count <= 4 * width) {
            return this;
        }
        int[] kept = new int[count + 2];
        int size = 0;
        kept[size++] = 0;
        for (int start = 0; start < count; ) {
            int end = start;
            int low = start;
            int high = start;
            while (end < count && Math.floor(xs[end]) == Math.floor(xs[start])) {
                low = ys[end] < ys[low] ? end : low;
                high = ys[end] > ys[high] ? end : high;
                end++;
            }
            size = appended(kept, size, Math.min(low, high));
            size = appended(kept, size, Math.max(low, high));
            start = end;
        }
        return picked(kept, appended(kept, size, count - 1));
    }

    /** The indices and one more, unless it is the last one already. */
    private static int appended(int[] indices, int size, int index) {
        if (indices[size - 1] == index) {
            return size;
        }
        indices[size] = index;
        return size + 1;
    }

    private Path picked(int[] indices, int size) {
        double[] outX = new double[size];
        double[] outY = new double[size];
        for (int i = 0; i < size; i++) {
            outX[i] = xs[indices[i]];
            outY[i] = ys[indices[i]];
        }
        return new Path(outX, outY, size);
    }

    /** The first place in sight, or the one before it, so that the line enters from the edge. */
    private static int firstSeen(Series line, Frame frame) {
        int i = 0;
        while (i + 1 < line.size() && line.x(i + 1) < frame.x().lo()) {
            i++;
        }
        return i;
    }

    private static int lastSeen(Series line, Frame frame) {
        int end = line.size();
        while (end - 2 >= 0 && line.x(end - 2) > frame.x().hi()) {
            end--;
        }
        return end;
    }

    private static Path copy(double[] xs, double[] ys, int count) {
        return new Path(Arrays.copyOf(xs, count), Arrays.copyOf(ys, count), count);
    }
}
