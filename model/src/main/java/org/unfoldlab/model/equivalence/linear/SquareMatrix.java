package org.unfoldlab.model.equivalence.linear;

import java.util.Arrays;

/**
 * A small real square matrix; immutable.
 *
 * @param rows as many as columns, at least 1
 */
public record SquareMatrix(double[][] rows) {
    public SquareMatrix {
        rows = copied(rows);
        for (double[] row : rows) {
            if (row.length != rows.length) {
                throw new IllegalArgumentException("a square matrix is needed");
            }
        }
    }

    /** Copies: nobody changes a matrix from outside. */
    @Override
    public double[][] rows() {
        return copied(rows);
    }

    private static double[][] copied(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** I. */
    public static SquareMatrix identity(int size) {
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            rows[i][i] = 1;
        }
        return new SquareMatrix(rows);
    }

    public int size() {
        return rows.length;
    }

    public double at(int row, int column) {
        return rows[row][column];
    }

    /** The same with another entry. */
    public SquareMatrix with(int row, int column, double value) {
        double[][] changed = rows();
        changed[row][column] = value;
        return new SquareMatrix(changed);
    }

    public SquareMatrix plus(SquareMatrix that) {
        double[][] sum = rows();
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                sum[i][j] += that.rows[i][j];
            }
        }
        return new SquareMatrix(sum);
    }

    public SquareMatrix times(SquareMatrix that) {
        double[][] product = new double[size()][size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                for (int k = 0; k < size(); k++) {
                    product[i][j] += rows[i][k] * that.rows[k][j];
                }
            }
        }
        return new SquareMatrix(product);
    }

    public double[] times(double[] x) {
        double[] y = new double[size()];
        for (int i = 0; i < size(); i++) {
            for (int k = 0; k < size(); k++) {
                y[i] += rows[i][k] * x[k];
            }
        }
        return y;
    }

    /** This matrix multiplied with itself n times, by repeated squaring; I for n = 0. */
    public SquareMatrix power(int n) {
        SquareMatrix result = identity(size());
        SquareMatrix square = this;
        for (int left = n; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = result.times(square);
            }
            square = left > 1 ? square.times(square) : square;
        }
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SquareMatrix that && Arrays.deepEquals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(rows);
    }
}
