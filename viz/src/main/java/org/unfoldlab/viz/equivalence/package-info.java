/**
 * Nodes that show a network folded and unfolded side by side, and the closed forms behind it.
 * In: a drawn network and what a check found. Out: pictures, selections, dragged eigenvalues. Knows no engine, no
 * process and no file.
 */
@NullMarked
package org.unfoldlab.viz.equivalence;

import org.jspecify.annotations.NullMarked;
