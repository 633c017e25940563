package org.unfoldlab.model.engine.libtorch;

import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;

/** Takes results out of LibTorch's tuples, whose own references end with the tuple. */
final class Parts {
    private Parts() {}

    /** Which of three results are wanted. */
    static BoolPointer mask(boolean first, boolean second, boolean third) {
        return new BoolPointer(3).put(0, first).put(1, second).put(2, third);
    }

    static Tensor take(T_TensorTensorTensor_T parts, int part) {
        return new Tensor(
                switch (part) {
                    case 0 -> parts.get0();
                    case 1 -> parts.get1();
                    default -> parts.get2();
                });
    }
}
