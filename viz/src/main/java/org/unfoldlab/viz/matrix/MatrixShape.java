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
     * @param bar one slot for each t; none where there is no transition
     */
    public record Cell(String from, String to, Box box, List<Transition> transitions, BarShape bar) {
        public Cell {
            transitions = List.copyOf(transitions);
        }

        /** The one that is edited in this cell. */
        public Optional<Transition> transition() {
            return transitions.stream().findFirst();
        }
    }

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
