/**
 * Executes programs through LibTorch's own operators, without autograd: on the CPU or on a CUDA device. In float32 on
 * the CPU, batch norms and wide convolutions are oneDNN's, over LibTorch's memory.
 * In: a program and a plan. Out: an executable. Knows no other engine; the order of work comes from {@code engine.plan}.
 */
@NullMarked
package org.unfoldlab.model.engine.libtorch;

import org.jspecify.annotations.NullMarked;
