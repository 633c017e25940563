package org.unfoldlab.model.engine.onednn;

import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/*
 * Four values of a product of polynomials of degree 3 and 2 need six multiplications: both are evaluated at 0, 1, −1, 2,
 * −2 and infinity, multiplied there, and put together again. SOURCE leads a tile of six rows to the points, FILTER a
 * filter's three rows; RESULT leads back to four rows. For a filter's gradient the same matrices, transposed, lead four
 * rows of the output's gradient to the points (RESULT) and from there to three rows (FILTER).
 */
/** The matrices of F(4, 3) (Lavin and Gray, Fast Algorithms for Convolutional Neural Networks, 2016, section 4.3). */
final class WinogradMatrices {
    /** Points at which is multiplied. */
    static final int PARTS = 6;

    private static final double[][] SOURCE = {
        {4, 0, -5, 0, 1, 0},
        {0, -4, -4, 1, 1, 0},
        {0, 4, -4, -1, 1, 0},
        {0, -2, -1, 2, 1, 0},
        {0, 2, -1, -2, 1, 0},
        {0, 4, 0, -5, 0, 1}
    };
    private static final double[][] FILTER = {
        {1 / 4.0, 0, 0},
        {-1 / 6.0, -1 / 6.0, -1 / 6.0},
        {-1 / 6.0, 1 / 6.0, -1 / 6.0},
        {1 / 24.0, 1 / 12.0, 1 / 6.0},
        {1 / 24.0, -1 / 12.0, 1 / 6.0},
        {0, 0, 1}
    };
    private static final double[][] RESULT = {
        {1, 1, 1, 1, 1, 0},
        {0, 1, -1, 2, -2, 0},
        {0, 1, 1, 4, 4, 0},
        {0, 1, -1, 8, -8, 1}
    };

    private final Library library;
    private final FloatPointer numbers = new FloatPointer(2 * 36 + 2 * 24 + 2 * 18);
    private int filled;

    /** A matrix in memory, to be multiplied with from the left, for each of a batch. */
    record Matrix(memory.desc layout, long address) {}

    private final int source;
    private final int filter;
    private final int turnedFilter;
    private final int filterBack;
    private final int result;
    private final int resultBack;

    WinogradMatrices(Library library) {
        this.library = library;
        source = put(SOURCE);
        filter = put(FILTER);
        turnedFilter = put(mirrored(FILTER));
        filterBack = put(transposed(FILTER));
        result = put(RESULT);
        resultBack = put(transposed(RESULT));
    }

    private int put(double[][] rows) {
        int first = filled;
        for (double[] row : rows) {
            for (double number : row) {
                numbers.put(filled++, (float) number);
            }
        }
        return first;
    }

    private static double[][] transposed(double[][] rows) {
        double[][] transposed = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                transposed[j][i] = rows[i][j];
            }
        }
        return transposed;
    }

    private static double[][] mirrored(double[][] rows) {
        double[][] mirrored = new double[rows.length][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                mirrored[i][j] = rows[i][rows[i].length - 1 - j];
            }
        }
        return mirrored;
    }

    private Matrix matrix(int first, int rows, int columns, int rowLength) {
        memory.desc layout = library.strided(List.of(1, rows, columns), List.of(36L, (long) rowLength, 1L));
        return new Matrix(layout, numbers.address() + (long) first * Float.BYTES);
    }

    /** From rows of a tile to its parts; some first or last rows may be beyond the image's edge and count as zero. */
    Matrix source(int firstRow, int rows) {
        return matrix(source + firstRow, PARTS, rows, PARTS);
    }

    /** From a filter's rows to its parts; mirrored for gradients, which go through the filter the other way. */
    Matrix filter(boolean mirrored) {
        return matrix(mirrored ? turnedFilter : filter, PARTS, 3, 3);
    }

    /** From the parts of a filter's gradient to its rows. */
    Matrix filterBack() {
        return matrix(filterBack, 3, PARTS, PARTS);
    }

    /** From the products to rows of output. */
    Matrix result() {
        return matrix(result, WinogradForm.TILE, PARTS, PARTS);
    }

    /** From rows of the output's gradient to parts. */
    Matrix resultBack() {
        return matrix(resultBack, PARTS, WinogradForm.TILE, WinogradForm.TILE);
    }
}
