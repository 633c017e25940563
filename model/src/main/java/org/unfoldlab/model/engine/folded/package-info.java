/**
 * The recurrent network, as the paper's equations tell it: a loop over t that holds one h per state.
 * In: a network, weights, images. Out: states, logits, loss, gradients by back-propagation through time. Knows no
 * unrolled program and no other engine; it is the oracle that the others are held to, written to be read, not to be
 * fast.
 */
@NullMarked
package org.unfoldlab.model.engine.folded;

import org.jspecify.annotations.NullMarked;
