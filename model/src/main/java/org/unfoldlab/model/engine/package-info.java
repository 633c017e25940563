/**
 * What executes a program.
 * In: a program and arrays. Out: states, logits, losses, gradients, statistics. Knows no data set and no screen.
 */
@NullMarked
package org.unfoldlab.model.engine;

import org.jspecify.annotations.NullMarked;
