/**
 * Draws curves and heat maps over epochs and over time t.
 *
 * <p>In: {@link org.unfoldlab.viz.plot.PlotModel}, an immutable description of what is to be seen.
 * Out: a drawing on a {@link org.unfoldlab.viz.plot.Surface} (screen, SVG) or the control {@link
 * org.unfoldlab.viz.plot.PlotView}. It knows the tokens of {@code viz.theme}; it knows no run, no
 * network and no engine: whoever owns those builds the models.
 */
@NullMarked
package org.unfoldlab.viz.plot;

import org.jspecify.annotations.NullMarked;
