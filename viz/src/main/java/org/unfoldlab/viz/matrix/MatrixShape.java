package org.unfoldlab.viz.matrix;

import java.util.List;
import java.util.Optional;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.viz.plot.Box;

/**
 * Where everything of the matrix lies, in px.
 *
 * @param columns names of the targets
 * @param rows names of the sources, the first state at the bottom
 */
public record MatrixShape(
        double titleX, double titleY, double right, List<Heading> columns, List<Heading> rows, List<Cell> cells) {
    public MatrixShape {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        cells = List.copyOf(cells);
    }

    /** A state's name, centred over its column or right-aligned before its row. */
    public record Heading(String state, double x, double y) {}

    /**
     * One pair of states.
     *
     * @param transitions those that lead from the one to the other, usually none or one
     * @param lines one below the other; fewer than the transitions where there is no room for all
     */
    public record Cell(String from, String to, Box box, List<Transition> transitions, List<Line> lines) {
        public Cell {
            transitions = List.copyOf(transitions);
            lines = List.copyOf(lines);
        }

        /** The line at that height; the nearest one. */
        public Optional<Line> lineAt(double y) {
            return lines.stream()
                    .filter(line -> y < line.box().bottom())
                    .findFirst()
                    .or(() -> lines.stream().reduce((a, b) -> b));
        }

        /** The line of a transition. */
        public Optional<Line> line(String id) {
            return lines.stream()
                    .filter(line -> line.transition().id().equals(id))
                    .findFirst();
        }
    }

    /**
     * One transition in its cell.
     *
     * @param words function, shortcut and window
     * @param bar one slot for each t
     */
    public record Line(Transition transition, String words, Box box, BarShape bar) {}

    /** The cell under a point. */
    public Optional<Cell> at(double x, double y) {
        return cells.stream().filter(cell -> cell.box().contains(x, y)).findFirst();
    }

    public Optional<Cell> cell(String from, String to) {
        return cells.stream()
                .filter(cell -> cell.from().equals(from) && cell.to().equals(to))
                .findFirst();
    }
}
