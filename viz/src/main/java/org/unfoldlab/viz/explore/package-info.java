/**
 * Draws what a network holds and answers over time for one image: feature maps on the lanes of the states, probabilities
 * under them on the same t; the image itself with a patch to drag; the grid of a state's channels. In: a
 * {@code model.result.Thought}. Out: choices (t, state, channel, patch). Knows no engine and no process.
 */
@NullMarked
package org.unfoldlab.viz.explore;

import org.jspecify.annotations.NullMarked;
