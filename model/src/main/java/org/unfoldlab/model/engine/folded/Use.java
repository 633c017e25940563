package org.unfoldlab.model.engine.folded;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One application of a function: its value, and how a gradient of the value becomes a gradient of the input. Gradients
 * of weights are added up on the way.
 *
 * @param value y
 * @param backward from ∂loss/∂y to ∂loss/∂x
 */
record Use(INDArray value, Backward backward) {
    /** The adjoint of one application. */
    interface Backward {
        INDArray of(INDArray gradient);
    }

    /** This application followed by another one on its value. */
    Use then(Use next) {
        return new Use(next.value, gradient -> backward.of(next.backward.of(gradient)));
    }
}
