/**
 * The transition matrix: rows from, columns to, each cell with its weights, function and time bar. In: a
 * {@code DrawnNetwork} and a selection. Out: proposed edits and selections. Knows no run and no file.
 */
@NullMarked
package org.unfoldlab.viz.matrix;

import org.jspecify.annotations.NullMarked;
