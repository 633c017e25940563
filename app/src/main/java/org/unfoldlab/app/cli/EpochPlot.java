package org.unfoldlab.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Train and test error by epoch, as a few lines of text. */
final class EpochPlot {
    private static final int ROWS = 8;
    private static final int MOST_COLUMNS = 56;
    private static final int AXIS = 8;
    /** Room for the words at the lines' ends. */
    private static final int LABELS = 16;

    private final int columns;
    private final boolean unicode;

    EpochPlot(Terminal terminal) {
        columns = Math.min(MOST_COLUMNS, terminal.width() - AXIS - LABELS);
        unicode = terminal.unicode();
    }

    /**
     * Draws both errors over the epochs they belong to.
     *
     * @param train share of wrong answers by epoch, 0 to 1, oldest first
     * @param test as many as {@code train}
     */
    List<String> draw(List<Double> train, List<Double> test) {
        List<String> lines = new ArrayList<>();
        lines.add("error by epoch");
        if (test.isEmpty()) {
            lines.add("  no epoch is finished");
            return lines;
        }
        double top = ceiling(train, test);
        DotCanvas canvas = new DotCanvas(columns, ROWS, unicode);
        curve(canvas, train, top, 2);
        curve(canvas, test, top, 1);
        List<String> rows = canvas.lines();
        String[] ends = ends(train, test, top);
        for (int row = 0; row < ROWS; row++) {
            lines.add((axis(row, top) + rows.get(row) + ends[row]).stripTrailing());
        }
        lines.add(" ".repeat(AXIS) + epochs(test.size()));
        return lines;
    }

    /** The smallest whole tenth that holds all errors; zero is always on the axis. */
    private static double ceiling(List<Double> train, List<Double> test) {
        double most = 0;
        for (List<Double> curve : List.of(train, test)) {
            for (double value : curve) {
                most = Double.isFinite(value) ? Math.max(most, value) : most;
            }
        }
        return Math.max(0.1, Math.min(1, Math.ceil(most * 10 - 1e-9) / 10));
    }

    private static void curve(DotCanvas canvas, List<Double> values, double top, int every) {
        for (int i = 0; i < values.size(); i++) {
            int from = Math.max(0, i - 1);
            if (Double.isFinite(values.get(from)) && Double.isFinite(values.get(i))) {
                canvas.line(
                        x(canvas, from, values.size()),
                        y(canvas, values.get(from), top),
                        x(canvas, i, values.size()),
                        y(canvas, values.get(i), top),
                        every);
            }
        }
    }

    private static int x(DotCanvas canvas, int index, int count) {
        return count == 1 ? 0 : Math.round((float) index * (canvas.width() - 1) / (count - 1));
    }

    private static int y(DotCanvas canvas, double value, double top) {
        double share = Math.max(0, Math.min(1, value / top));
        return (int) Math.round((1 - share) * (canvas.height() - 1));
    }

    private static String[] ends(List<Double> train, List<Double> test, double top) {
        String[] ends = new String[ROWS];
        Arrays.fill(ends, "");
        int testRow = label(ends, "test", test, top, -1);
        label(ends, "train", train, top, testRow);
        return ends;
    }

    private static int label(String[] ends, String name, List<Double> values, double top, int taken) {
        double last = values.get(values.size() - 1);
        if (!Double.isFinite(last)) {
            return taken;
        }
        int row = (int) Math.round((1 - Math.max(0, Math.min(1, last / top))) * (ROWS - 1));
        if (row == taken) {
            row = row == ROWS - 1 ? row - 1 : row + 1;
        }
        ends[row] = " " + name + " " + Percent.of(last);
        return row;
    }

    private static String axis(int row, double top) {
        if (row == 0) {
            return String.format(Locale.ROOT, "%5.0f %% ", top * 100);
        }
        return row == ROWS - 1 ? "    0 % " : " ".repeat(AXIS);
    }

    private String epochs(int count) {
        if (count == 1) {
            return "1";
        }
        String last = Integer.toString(count);
        return "1" + " ".repeat(columns - 1 - last.length()) + last;
    }
}
