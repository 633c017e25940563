/**
 * Verify: the open network run folded and unfolded by a process of its own, what it finds, and the closed forms behind
 * the claim.
 * In: the document, a checker. Out: a stage and controls for the window. Knows no other mode.
 */
@NullMarked
package org.unfoldlab.app.equivalence;

import org.jspecify.annotations.NullMarked;
