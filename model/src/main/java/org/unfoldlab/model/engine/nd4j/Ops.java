package org.unfoldlab.model.engine.nd4j;

import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.factory.Nd4j;

/** Calls of ND4J's operations, with arguments bound ahead so that running one makes nothing. */
final class Ops {
    private static final long[] NONE = {};

    private final OpExecutioner executioner = Nd4j.getExecutioner();

    /** A call without settings. */
    Runnable call(String name, List<INDArray> in, INDArray out) {
        return call(name, in, List.of(out), NONE);
    }

    /** A call with whole-number settings. */
    Runnable call(String name, List<INDArray> in, List<INDArray> out, long... settings) {
        return bound(name, in, out, settings, new double[0], new boolean[0]);
    }

    /** Any call. */
    Runnable bound(
            String name, List<INDArray> in, List<INDArray> out, long[] longs, double[] doubles, boolean[] booleans) {
        INDArray[] inputs = in.toArray(INDArray[]::new);
        INDArray[] outputs = out.toArray(INDArray[]::new);
        DynamicCustomOp op = DynamicCustomOp.builder(name)
                .addInputs(inputs)
                .addOutputs(outputs)
                .build();
        OpContext context = executioner.buildContext();
        context.setInputArrays(inputs);
        context.setOutputArrays(outputs);
        // The builder and the context keep only the last of settings that are added one by one.
        if (longs.length > 0) {
            op.addIArgument(longs);
            context.setIArguments(longs);
        }
        if (doubles.length > 0) {
            op.addTArgument(doubles);
            context.setTArguments(doubles);
        }
        if (booleans.length > 0) {
            op.addBArgument(booleans);
            context.setBArguments(booleans);
        }
        return () -> executioner.exec(op, context);
    }

    Runnable add(INDArray a, INDArray b, INDArray out) {
        return call("add", List.of(a, b), out);
    }

    Runnable subtract(INDArray a, INDArray b, INDArray out) {
        return call("subtract", List.of(a, b), out);
    }

    /** b may have shape [1, C, 1, 1]. */
    Runnable multiply(INDArray a, INDArray b, INDArray out) {
        return call("multiply", List.of(a, b), out);
    }

    /** Copies, across views and broadcasting too. */
    Runnable assign(INDArray from, INDArray to) {
        return call("assign", List.of(to, from), to);
    }

    /** Adds b[c] to channel c. */
    Runnable addPerChannel(INDArray x, INDArray b, INDArray out) {
        return bound("biasadd", List.of(x, b), List.of(out), NONE, new double[0], new boolean[] {true});
    }

    /** Mean over squares of height × width without overlap. */
    Runnable average(INDArray x, INDArray out, long height, long width) {
        return call("avgpool2d", List.of(x), List.of(out), pooling(height, width));
    }

    /** Settings of a pooling: kernel, stride, padding, dilation, no "same" padding, divide by the kernel, NCHW. */
    static long[] pooling(long height, long width) {
        return new long[] {height, width, height, width, 0, 0, 1, 1, 0, 0, 0};
    }

    Runnable relu(INDArray x, INDArray out) {
        return bound("relu", List.of(x), List.of(out), NONE, new double[] {0}, new boolean[0]);
    }

    /** −1, 0 or 1. */
    Runnable sign(INDArray x, INDArray out) {
        Sign op = new Sign(x, out);
        return () -> executioner.exec(op);
    }

    /** out = factor · out. */
    Runnable scale(double factor, INDArray out) {
        return () -> Nd4j.getBlasWrapper().level1().scal(out.length(), factor, out);
    }

    /** All bytes zero. */
    Runnable zero(INDArray stretch) {
        return () -> Pointer.memset(
                stretch.data().addressPointer(),
                0,
                stretch.length() * stretch.data().getElementSize());
    }
}
