/**
 * Draws the unrolled network: lanes, steps, ghosts, readout.
 */
@NullMarked
package org.unfoldlab.viz.unrolled;

import org.jspecify.annotations.NullMarked;
