package org.unfoldlab.viz.plot;

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
 */
record Frame(Box area, Box plot, Scale x, Scale y, double[] xTicks, double[] yTicks, Box legendRow) {}
