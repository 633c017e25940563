package org.unfoldlab.model.engine.folded;

import org.nd4j.linalg.api.blas.params.MMulTranspose;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/*
 * For each of the k x k places (a, b) in the kernel, a convolution adds W[., ., a, b] times the input read (a, b)
 * further on. The adjoint adds the transposed product back to where it was read. A deconvolution is that adjoint run
 * forwards, so both share these three loops.
 *
 * With stride 1 nothing is gathered: in the padded image, written as one long row a channel, (a, b) further on is
 * a * width + b places further on, a shifted view of the same row. Such rows hold places beyond the image's edges too;
 * these are never read out, and are zero where a gradient is read from them. A larger stride gathers what it reads.
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
        Places places = new Places((int) w.size(2), stride, padding, x.size(1), x.size(2), x.size(3), height, width);
        INDArray wide = Arrays4.padded(x, padding);
        INDArray kernel = w.permute(2, 3, 0, 1).dup('c');
        INDArray rows = Nd4j.zeros(x.dataType(), w.size(0), places.length());
        INDArray columns = places.columns(rows);
        places.forEach((a, b) -> addProduct(matrix(kernel, a, b), places.read(wide, a, b), columns));
        return places.output(rows);
    }

    /**
     * The adjoint of {@link #forward}: adds W[:, :, a, b]ᵀ · g back to where the input was read.
     *
     * @param g [out, N, h, w]
     * @param w [out, in, k, k]
     * @return [in, N, height, width]
     */
    static INDArray adjoint(INDArray g, INDArray w, int stride, int padding, long height, long width) {
        Places places = new Places((int) w.size(2), stride, padding, g.size(1), height, width, g.size(2), g.size(3));
        INDArray wide = Nd4j.zeros(g.dataType(), w.size(1), g.size(1), height + 2L * padding, width + 2L * padding);
        INDArray kernel = w.permute(2, 3, 1, 0).dup('c');
        INDArray columns = places.columnsOf(g);
        places.forEach((a, b) -> places.addBack(matrix(kernel, a, b), columns, wide, a, b));
        return Arrays4.cropped(wide, padding);
    }

    /**
     * Gradient of the weights: at (a, b) the product of g with the input read from there, transposed.
     *
     * @param x what {@link #forward} read, [in, N, H, W]
     * @param g gradient of what it gave, [out, N, h, w]
     * @return [out, in, k, k]
     */
    static INDArray weightGradient(INDArray x, INDArray g, int kernel, int stride, int padding) {
        Places places = new Places(kernel, stride, padding, x.size(1), x.size(2), x.size(3), g.size(2), g.size(3));
        INDArray wide = Arrays4.padded(x, padding);
        INDArray columns = places.columnsOf(g);
        INDArray gradient = Nd4j.zeros(x.dataType(), kernel, kernel, g.size(0), x.size(0));
        places.forEach((a, b) -> addProduct(columns, places.read(wide, a, b).transpose(), matrix(gradient, a, b)));
        return gradient.permute(2, 3, 0, 1).dup('c');
    }

    /** sum ← sum + a·b, into the memory of sum, which may be a view. */
    private static void addProduct(INDArray a, INDArray b, INDArray sum) {
        Nd4j.getExecutioner().exec(new Mmul(a, b, sum, 1, 1, MMulTranspose.allFalse()));
    }

    private static INDArray matrix(INDArray kernel, int a, int b) {
        return kernel.get(NDArrayIndex.point(a), NDArrayIndex.point(b), NDArrayIndex.all(), NDArrayIndex.all());
    }

    /** Does something at one place (a, b) of the kernel. */
    private interface AtPlace {
        void at(int a, int b);
    }

    /**
     * Where a convolution reads its input (height × width) for its output (outHeight × outWidth). The columns of its
     * matrices are output places: all of the padded image for stride 1, else those of the output.
     */
    private record Places(
            int kernel, int stride, int padding, long images, long height, long width, long outHeight, long outWidth) {
        void forEach(AtPlace action) {
            for (int a = 0; a < kernel; a++) {
                for (int b = 0; b < kernel; b++) {
                    action.at(a, b);
                }
            }
        }

        private long wideHeight() {
            return height + 2L * padding;
        }

        private long wideWidth() {
            return width + 2L * padding;
        }

        /** Length of a row that holds all columns of one channel. */
        long length() {
            return stride == 1 ? images * wideHeight() * wideWidth() : images * outHeight * outWidth;
        }

        /** The columns that are computed: those from which the kernel's last place still lies within the row. */
        private INDArray columns(INDArray rows) {
            return rows.get(NDArrayIndex.all(), NDArrayIndex.interval(0, columns()));
        }

        private long columns() {
            return stride == 1 ? length() - (kernel - 1) * (wideWidth() + 1) : length();
        }

        /** The input at (a, b) from each column's place, [in, columns]; for stride 1 a view. */
        INDArray read(INDArray wide, int a, int b) {
            if (stride == 1) {
                long shift = a * wideWidth() + b;
                return Arrays4.rows(wide).get(NDArrayIndex.all(), NDArrayIndex.interval(shift, shift + columns()));
            }
            return Arrays4.rows(
                    Arrays4.sampled(wide, a, b, stride, outHeight, outWidth).dup('c'));
        }

        /** Adds k·columns to the input where it was read. */
        void addBack(INDArray k, INDArray columns, INDArray wide, int a, int b) {
            if (stride == 1) {
                addProduct(k, columns, read(wide, a, b));
                return;
            }
            INDArray product = k.mmul(columns).reshape('c', new long[] {k.size(0), images, outHeight, outWidth});
            Arrays4.sampled(wide, a, b, stride, outHeight, outWidth).addi(product);
        }

        /** An output [out, N, outHeight, outWidth] as columns, zero in places that are no output's. */
        INDArray columnsOf(INDArray output) {
            if (stride > 1) {
                return Arrays4.rows(output);
            }
            INDArray wide = Nd4j.zeros(output.dataType(), output.size(0), images, wideHeight(), wideWidth());
            wide.put(outputs(), output);
            return columns(Arrays4.rows(wide));
        }

        /** The output [out, N, outHeight, outWidth] among the rows' places. */
        INDArray output(INDArray rows) {
            if (stride > 1) {
                return rows.reshape('c', new long[] {rows.size(0), images, outHeight, outWidth});
            }
            return rows.reshape('c', new long[] {rows.size(0), images, wideHeight(), wideWidth()})
                    .get(outputs())
                    .dup('c');
        }

        private INDArrayIndex[] outputs() {
            return new INDArrayIndex[] {
                NDArrayIndex.all(),
                NDArrayIndex.all(),
                NDArrayIndex.interval(0, outHeight),
                NDArrayIndex.interval(0, outWidth)
            };
        }
    }
}
