/**
 * Unrolls a network over time: prune, tie, share equal work, count.
 * In: a checked network and readout times. Out: a time-expanded program. Knows no engine and no screen.
 */
@NullMarked
package org.unfoldlab.model.program;

import org.jspecify.annotations.NullMarked;
