package org.unfoldlab.viz.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.graph.TurnEdits;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.theme.Look;

/** Places the cells of a matrix: rows from, columns to, the first state at the bottom and at the left. */
public final class MatrixLayout {
    private static final double GAP = 6;
    private static final double LEFT = 24;
    private static final double RIGHT = 27;
    /** Rows grow for so many transitions in one cell; more share the room. */
    private static final int MOST_LINES = 3;
    /** Advance of JetBrains Mono in em. */
    private static final double MONO = 0.6;

    private MatrixLayout() {}

    /**
     * Height in px that the matrix wants at that width.
     *
     * @param tools height of what stands between title and columns
     */
    static double preferredHeight(NetworkDocument document, double width, Look look, double tools) {
        int rows = Math.max(1, document.states().size());
        return header(look) + tools + pitch(document, width, look) * rows + 8;
    }

    /** Height in px under which cells could not be read: a line of text each. */
    static double leastHeight(NetworkDocument document, Look look, double tools) {
        int rows = Math.max(1, document.states().size());
        return header(look) + tools + (line(look) + GAP) * rows + 4;
    }

    private static double header(Look look) {
        return 61 * look.scale();
    }

    private static double pitch(NetworkDocument document, double width, Look look) {
        double wide = 37 + (width - 1018) * 11 / 572;
        double one = Math.max(34, Math.min(48, wide)) * look.scale();
        return Math.max(one, lines(document) * line(look) + GAP);
    }

    /** Middle of the title's line. */
    static double titleY(Look look) {
        return 17 * look.scale();
    }

    /** The matrix in an area of that size. */
    public static MatrixShape of(DrawnNetwork network, double width, double height, Look look) {
        return of(network, Selection.NONE, width, height, look, 0);
    }

    /**
     * The matrix in an area of that size.
     *
     * @param selection of several transitions of one pair the chosen one is always seen
     * @param tools height of what stands between title and columns
     */
    static MatrixShape of(
            DrawnNetwork network, Selection selection, double width, double height, Look look, double tools) {
        List<State> states = network.document().states();
        int count = states.size();
        double names = longest(states) * look.drawingText(13) * 0.62 + 17;
        double left = LEFT + Math.max(50, names);
        double room = Math.max(60, width - left - RIGHT);
        double cellWidth = (room - GAP * (count - 1)) / Math.max(1, count);
        double pitch = Math.min(
                pitch(network.document(), width, look), (height - header(look) - tools - 4) / Math.max(1, count));
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
                String from = states.get(row).name();
                cells.add(cell(network, from, states.get(column).name(), box, selection, look));
            }
        }
        return new MatrixShape(LEFT, titleY(look), width - RIGHT, columns, rows, cells);
    }

    private static int longest(List<State> states) {
        return states.stream().mapToInt(state -> state.name().length()).max().orElse(2);
    }

    private static MatrixShape.Cell cell(
            DrawnNetwork network, String from, String to, Box box, Selection selection, Look look) {
        List<Transition> transitions = TurnEdits.of(network.document(), from, to);
        List<Transition> shown = shown(transitions, selection, (int) (box.height() / line(look)));
        List<String> words = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            int more = i == shown.size() - 1 ? transitions.size() - shown.size() : 0;
            words.add(CellWords.written(shown.get(i), more));
        }
        int longest = words.stream().mapToInt(String::length).max().orElse(0);
        double text = wordsLeft(look) + longest * MONO * look.drawingText(12.5) + 10;
        List<MatrixShape.Line> lines = new ArrayList<>();
        double height = box.height() / Math.max(1, shown.size());
        for (int i = 0; i < shown.size(); i++) {
            Box row = new Box(box.x(), box.y() + i * height, box.width(), height);
            BarShape bar = BarShape.in(row, network.readoutTime() - 1, text);
            lines.add(new MatrixShape.Line(shown.get(i), words.get(i), row, bar));
        }
        return new MatrixShape.Cell(from, to, box, transitions, lines);
    }

    /** As many as there is room for, the chosen one among them. */
    private static List<Transition> shown(List<Transition> transitions, Selection selection, int room) {
        int lines = Math.min(transitions.size(), Math.max(1, room));
        int first = 0;
        for (int i = lines; i < transitions.size(); i++) {
            first = selection.marksTransition(transitions.get(i).id()) ? i - lines + 1 : first;
        }
        return transitions.subList(first, first + lines);
    }

    /** Least height of one of several transitions in a cell. */
    private static double line(Look look) {
        return 1.2 * look.drawingText(12.5);
    }

    /** The largest number of transitions in one cell, up to what rows grow for. */
    private static int lines(NetworkDocument document) {
        Map<String, Long> pairs = document.transitions().stream()
                .collect(Collectors.groupingBy(t -> t.from() + " " + t.to(), Collectors.counting()));
        long most = pairs.values().stream().mapToLong(Long::longValue).max().orElse(1);
        return (int) Math.min(MOST_LINES, most);
    }

    /** Where a cell's words begin, after its letter. */
    static double wordsLeft(Look look) {
        return 33 * Math.sqrt(look.drawingText(12) / 12);
    }
}
