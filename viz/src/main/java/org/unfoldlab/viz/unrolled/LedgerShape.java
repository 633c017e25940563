package org.unfoldlab.viz.unrolled;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.unfoldlab.viz.plot.Box;

/**
 * The rows under the lanes: time, layers, error, on the columns of the lanes.
 *
 * @param captionX left edge of the row names
 * @param lineY the line above them
 * @param columns one for each t from 0 to T that is written
 * @param milliseconds y of the row of estimated time; absent where there is no room
 * @param plot where the errors are drawn; its lower edge is zero
 * @param hatched the region without a signal; absent when there is none
 * @param firstSignal the first readout time with an answer
 * @param told 0 to 1: rise of the rows, share of the error curve
 */
public record LedgerShape(
        double captionX,
        double lineY,
        double lineEnd,
        double timeY,
        double layersY,
        OptionalDouble milliseconds,
        List<Column> columns,
        Box plot,
        Box hatched,
        OptionalInt firstSignal,
        int readoutTime,
        double told) {
    public LedgerShape {
        columns = List.copyOf(columns);
    }

    /**
     * @param x middle
     * @param written false where figures would touch each other
     * @param depth layers, absent without a signal
     */
    public record Column(int time, double x, boolean written, OptionalInt depth) {}
}
