/**
 * The linear case in closed form: a residual network without non-linearities is h_n = (K+I)^n x0, so its eigenvalues
 * say what depth does to it.
 * In: a small matrix or a 3×3 kernel, a start. Out: eigenvalues, modes, every h_n by the power and by the loop. Knows no
 * engine and no screen.
 */
@NullMarked
package org.unfoldlab.model.equivalence.linear;

import org.jspecify.annotations.NullMarked;
