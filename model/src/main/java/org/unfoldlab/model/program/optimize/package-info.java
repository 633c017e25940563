/**
 * Rewrites a program into one that computes the same in less time: small passes, each of which changes no number beyond
 * rounding and can be left out, to compare.
 * In: a program. Out: a program. Knows no engine.
 */
@NullMarked
package org.unfoldlab.model.program.optimize;

import org.jspecify.annotations.NullMarked;
