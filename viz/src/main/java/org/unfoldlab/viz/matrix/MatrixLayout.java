package org.unfoldlab.viz.matrix;

import java.util.ArrayList;
import java.util.List;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.theme.Look;

/** Places the cells of a matrix: rows from, columns to, the first state at the bottom and at the left. */
public final class MatrixLayout {
    private static final double GAP = 6;
    private static final double LEFT = 24;
    private static final double RIGHT = 27;
    /** Advance of JetBrains Mono in em. */
    private static final double MONO = 0.6;

    private MatrixLayout() {}

    /**
     * Height in px that the matrix wants at that width.
     *
     * @param tools height of what stands between title and columns
     */
    static double preferredHeight(int states, double width, Look look, double tools) {
        return header(look) + tools + pitch(width, look) * Math.max(1, states) + 8;
    }

    private static double header(Look look) {
        return 61 * look.scale();
    }

    private static double pitch(double width, Look look) {
        double wide = 37 + (width - 1018) * 11 / 572;
        return Math.max(34, Math.min(48, wide)) * look.scale();
    }

    /** Middle of the title's line. */
    static double titleY(Look look) {
        return 17 * look.scale();
    }

    /** The matrix in an area of that size. */
    public static MatrixShape of(DrawnNetwork network, double width, double height, Look look) {
        return of(network, width, height, look, 0);
    }

    /**
     * The matrix in an area of that size.
     *
     * @param tools height of what stands between title and columns
     */
    static MatrixShape of(DrawnNetwork network, double width, double height, Look look, double tools) {
        List<State> states = network.document().states();
        int count = states.size();
        double names = longest(states) * look.drawingText(13) * 0.62 + 17;
        double left = LEFT + Math.max(50, names);
        double room = Math.max(60, width - left - RIGHT);
        double cellWidth = (room - GAP * (count - 1)) / Math.max(1, count);
        double pitch = Math.min(pitch(width, look), (height - header(look) - tools - 4) / Math.max(1, count));
        double top = header(look) + tools;
        List<MatrixShape.Heading> columns = new ArrayList<>();
        List<MatrixShape.Heading> rows = new ArrayList<>();
        List<MatrixShape.Cell> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = left + i * (cellWidth + GAP);
            double y = top + (count - 1 - i) * pitch;
            String name = states.get(i).name();
            columns.add(new MatrixShape.Heading(name, x + cellWidth / 2, top - 16 * look.scale()));
            rows.add(new MatrixShape.Heading(name, left - 17, y + (pitch - GAP) / 2));
        }
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < count; column++) {
                Box box = new Box(
                        left + column * (cellWidth + GAP), top + (count - 1 - row) * pitch, cellWidth, pitch - GAP);
                cells.add(
                        cell(network, states.get(row).name(), states.get(column).name(), box, look));
            }
        }
        return new MatrixShape(LEFT, titleY(look), width - RIGHT, columns, rows, cells);
    }

    private static int longest(List<State> states) {
        return states.stream().mapToInt(state -> state.name().length()).max().orElse(2);
    }

    private static MatrixShape.Cell cell(DrawnNetwork network, String from, String to, Box box, Look look) {
        List<Transition> transitions = network.document().transitions().stream()
                .filter(t -> t.from().equals(from) && t.to().equals(to))
                .toList();
        if (transitions.isEmpty()) {
            return new MatrixShape.Cell(from, to, box, transitions, new BarShape(List.of()));
        }
        String words = CellWords.written(transitions.get(0), transitions.size() - 1);
        double text = wordsLeft(look) + words.length() * MONO * look.drawingText(12.5) + 10;
        return new MatrixShape.Cell(from, to, box, transitions, BarShape.in(box, network.readoutTime() - 1, text));
    }

    /** Where a cell's words begin, after its letter. */
    static double wordsLeft(Look look) {
        return 33 * Math.sqrt(look.drawingText(12) / 12);
    }
}
