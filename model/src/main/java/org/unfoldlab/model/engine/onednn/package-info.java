/**
 * Binds a schedule to oneDNN's primitives, in float32: every primitive is made once, activations lie channels-last
 * all along, so that nothing is reordered between two instructions.
 * In: a schedule and where learned tensors lie. Out: steps to run. Beside that, batch norms and convolutions over memory
 * that belongs to someone else ({@code Direct…}): addresses in, arrays written out. Knows neither ND4J nor LibTorch nor
 * programs' meaning.
 */
@NullMarked
package org.unfoldlab.model.engine.onednn;

import org.jspecify.annotations.NullMarked;
