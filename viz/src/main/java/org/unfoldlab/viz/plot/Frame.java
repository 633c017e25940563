package org.unfoldlab.viz.plot;

import java.util.List;

/**
 * A plot laid out on its surface.
 *
 * @param area all of the surface that the plot has
 * @param plot where the curves are
 * @param x values to px, to the right
 * @param y values to px, upwards
 * @param xTicks places that are said under the plot
 * @param yTicks values that are said beside it
 * @param legendRow where the legend stands, height 0 if labels stand at the lines' ends
 * @param labels where the names of lines stand among the curves
 */
record Frame(Box area, Box plot, Scale x, Scale y, double[] xTicks, double[] yTicks, Box legendRow, List<Box> labels) {
    Frame {
        labels = List.copyOf(labels);
    }

    /** Before names are placed. */
    Frame(Box area, Box plot, Scale x, Scale y, double[] xTicks, double[] yTicks, Box legendRow) {
        this(area, plot, x, y, xTicks, yTicks, legendRow, List.of());
    }

    Frame withLabels(List<Box> placed) {
        return new Frame(area, plot, x, y, xTicks, yTicks, legendRow, placed);
    }
}
