/**
 * Highway and ResNet: one block under three gates, y = H(x)·T + x·(1−T).
 * In: seed, bias and depth. Out: gates, outputs, differences. Knows no engine and no screen; exact in double precision,
 * and held to the engines by tests.
 */
@NullMarked
package org.unfoldlab.model.equivalence.gates;

import org.jspecify.annotations.NullMarked;
