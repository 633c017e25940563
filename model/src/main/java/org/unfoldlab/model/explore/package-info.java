/**
 * One image in a trained network over time: what it holds and answers at each t, how it copes with a spoilt image, which
 * test images need time. In: a run folder and its data. Out: values of {@code model.result}, and the same as JSON lines
 * between a window and the process that computes. Knows no screen.
 */
@NullMarked
package org.unfoldlab.model.explore;

import org.jspecify.annotations.NullMarked;
