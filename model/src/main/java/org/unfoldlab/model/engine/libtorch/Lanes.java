package org.unfoldlab.model.engine.libtorch;

import org.bytedeco.pytorch.Tensor;
import org.unfoldlab.model.program.Parameter;

/*
 * With the channels innermost, LibTorch's batch norm works on whole vectors of channels, and takes five times as long
 * for 12 channels as for 16. So arrays have as many channels as fill vectors. The channels beyond a value's own are
 * zero, always: the weights that lead to them are, and so nothing comes back from them; zeros stay zeros in batch norm,
 * pooling, sums and ReLU. A sigmoid makes them a half, which then weighs two zeros. No update can change a weight that
 * is zero and has no gradient. Four channels or fewer are left as they are.
 */
/** How many channels an array has in memory for the channels that it means. */
final class Lanes {
    private static final int VECTOR = 8;
    private static final int FEW = 4;

    private Lanes() {}

    /** Channels in memory. */
    static int filled(int channels) {
        return channels <= FEW ? channels : (channels + VECTOR - 1) / VECTOR * VECTOR;
    }

    /** Lengths in memory of a learned tensor; the fully connected layer's are its own. */
    static long[] filled(Parameter parameter) {
        long[] lengths = own(parameter);
        if (parameter.kind() != Parameter.Kind.FULLY_CONNECTED && parameter.kind() != Parameter.Kind.BIAS) {
            for (int axis = 0; axis < Math.min(2, lengths.length); axis++) {
                lengths[axis] = filled(Math.toIntExact(lengths[axis]));
            }
        }
        return lengths;
    }

    /** Lengths of a learned tensor. */
    static long[] own(Parameter parameter) {
        return parameter.shape().stream().mapToLong(Integer::longValue).toArray();
    }

    /** The channels that an array N×C×H×W means, or as many of them from the first on: a view. */
    static Tensor own(Tensor images, int channels) {
        return images.narrow(1, 0, channels);
    }

    /** The elements that a learned tensor means: a view. */
    static Tensor own(Tensor learned, Parameter parameter) {
        Tensor view = learned;
        for (int axis = 0; axis < Math.min(2, parameter.shape().size()); axis++) {
            view = view.narrow(axis, 0, parameter.shape().get(axis));
        }
        return view;
    }
}
