/**
 * The residual network, as a feed-forward network would be written: one layer object for every step, each with its own
 * storage, tied by the paper's rule alone (equal initial values, every copy's gradient replaced by the sum over its
 * group; paper §3, weight sharing).
 * In: an unrolled network, weights, images. Out: states, logits, loss, the gradient of each copy and their sums. Knows
 * no loop over t; the only package that knows DeepLearning4J.
 */
@NullMarked
package org.unfoldlab.model.engine.unfolded;

import org.jspecify.annotations.NullMarked;
