package org.unfoldlab.model.engine.folded;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.unfoldlab.model.result.HostArray;

/**
 * Small helpers for arrays of C×N×H×W. With the channel first, all values of one channel are one row of the matrix
 * [C, N·H·W], so that a convolution is a sum of matrix products and a batch norm works on rows.
 */
final class Arrays4 {
    private Arrays4() {}

    /** Images N×C×H×W from the host as C×N×H×W. */
    static INDArray fromHost(HostArray images, DataType type) {
        int[] s = images.shape();
        return Nd4j.createFromArray(images.asDoubles())
                .castTo(type)
                .reshape('c', new long[] {s[0], s[1], s[2], s[3]})
                .permute(1, 0, 2, 3)
                .dup('c');
    }

    /** C×N×H×W to the host as N×C×H×W. */
    static HostArray toHost(INDArray x) {
        return host(x.permute(1, 0, 2, 3));
    }

    /** Any array to the host as it is. */
    static HostArray host(INDArray array) {
        INDArray flat = array.dup('c').reshape('c', new long[] {array.length()});
        int[] shape = new int[array.rank()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = (int) array.size(i);
        }
        return array.dataType() == DataType.FLOAT
                ? HostArray.ofFloats(shape, flat.toFloatVector())
                : HostArray.ofDoubles(shape, flat.toDoubleVector());
    }

    /** The matrix [C, N·H·W] that shares memory with x. */
    static INDArray rows(INDArray x) {
        return x.reshape('c', new long[] {x.size(0), x.length() / x.size(0)});
    }

    /** Zeros around height and width. */
    static INDArray padded(INDArray x, int padding) {
        if (padding == 0) {
            return x;
        }
        INDArray wide =
                Nd4j.zeros(x.dataType(), x.size(0), x.size(1), x.size(2) + 2L * padding, x.size(3) + 2L * padding);
        wide.put(inner(x.size(2), x.size(3), padding), x);
        return wide;
    }

    /** What {@link #padded} put zeros around. */
    static INDArray cropped(INDArray wide, int padding) {
        if (padding == 0) {
            return wide;
        }
        return wide.get(inner(wide.size(2) - 2L * padding, wide.size(3) - 2L * padding, padding))
                .dup('c');
    }

    private static INDArrayIndex[] inner(long height, long width, int padding) {
        return new INDArrayIndex[] {
            NDArrayIndex.all(),
            NDArrayIndex.all(),
            NDArrayIndex.interval(padding, padding + height),
            NDArrayIndex.interval(padding, padding + width)
        };
    }

    /** Every stride-th row and column from (row, column) on, height × width of them: a view. */
    static INDArray sampled(INDArray x, int row, int column, int stride, long height, long width) {
        return x.get(NDArrayIndex.all(), NDArrayIndex.all(), every(row, stride, height), every(column, stride, width));
    }

    /** ND4J takes an interval of one number and a stride for a longer one. */
    private static INDArrayIndex every(int first, int stride, long count) {
        return count == 1
                ? NDArrayIndex.interval(first, first + 1)
                : NDArrayIndex.interval(first, stride, first + stride * (count - 1) + 1);
    }
}
