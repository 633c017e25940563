/**
 * Draws curves over epochs and over time t on a canvas.
 */
@NullMarked
package org.unfoldlab.viz.plot;

import org.jspecify.annotations.NullMarked;
