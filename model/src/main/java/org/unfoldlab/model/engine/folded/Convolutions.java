package org.unfoldlab.model.engine.folded;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/*
 * For each of the k x k places (a, b) in the kernel, a convolution adds W[., ., a, b] times the input sampled from
 * (a, b) on. The adjoint adds the transposed product back at the same places. A deconvolution is that adjoint run
 * forwards, so both share these three loops.
 */
/** Convolution, its adjoint and its weight gradient as sums of matrix products; arrays C×N×H×W. */
final class Convolutions {
    private Convolutions() {}

    /**
     * Σ over (a, b) of W[:, :, a, b] · x(a + s·i, b + s·j).
     *
     * @param x [in, N, H, W]
     * @param w [out, in, k, k]
     * @return [out, N, height, width]
     */
    static INDArray forward(INDArray x, INDArray w, int stride, int padding, long height, long width) {
        INDArray wide = Arrays4.padded(x, padding);
        INDArray y = Nd4j.zeros(x.dataType(), w.size(0), x.size(1) * height * width);
        for (int a = 0; a < w.size(2); a++) {
            for (int b = 0; b < w.size(3); b++) {
                y.addi(at(w, a, b).mmul(patch(wide, a, b, stride, height, width)));
            }
        }
        return y.reshape('c', new long[] {w.size(0), x.size(1), height, width});
    }

    /**
     * The adjoint of {@link #forward}: adds W[:, :, a, b]ᵀ · g back to where the input was read.
     *
     * @param g [out, N, h, w]
     * @param w [out, in, k, k]
     * @return [in, N, height, width]
     */
    static INDArray adjoint(INDArray g, INDArray w, int stride, int padding, long height, long width) {
        INDArray wide = Nd4j.zeros(g.dataType(), w.size(1), g.size(1), height + 2L * padding, width + 2L * padding);
        INDArray rows = Arrays4.rows(g);
        for (int a = 0; a < w.size(2); a++) {
            for (int b = 0; b < w.size(3); b++) {
                INDArray part = at(w, a, b).transpose().mmul(rows).reshape('c', new long[] {
                    w.size(1), g.size(1), g.size(2), g.size(3)
                });
                Arrays4.sampled(wide, a, b, stride, g.size(2), g.size(3)).addi(part);
            }
        }
        return Arrays4.cropped(wide, padding);
    }

    /**
     * Gradient of the weights: at (a, b) the product of g with the input sampled from there, transposed.
     *
     * @param x what {@link #forward} read, [in, N, H, W]
     * @param g gradient of what it gave, [out, N, h, w]
     * @return [out, in, k, k]
     */
    static INDArray weightGradient(INDArray x, INDArray g, int kernel, int stride, int padding) {
        INDArray wide = Arrays4.padded(x, padding);
        INDArray gradient = Nd4j.zeros(x.dataType(), g.size(0), x.size(0), kernel, kernel);
        INDArray rows = Arrays4.rows(g);
        for (int a = 0; a < kernel; a++) {
            for (int b = 0; b < kernel; b++) {
                INDArray product = rows.mmul(
                        patch(wide, a, b, stride, g.size(2), g.size(3)).transpose());
                gradient.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(a), NDArrayIndex.point(b))
                        .assign(product);
            }
        }
        return gradient;
    }

    private static INDArray at(INDArray w, int a, int b) {
        return w.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(a), NDArrayIndex.point(b))
                .dup('c')
                .reshape('c', new long[] {w.size(0), w.size(1)});
    }

    private static INDArray patch(INDArray wide, int a, int b, int stride, long height, long width) {
        return Arrays4.rows(Arrays4.sampled(wide, a, b, stride, height, width).dup('c'));
    }
}
