package org.unfoldlab.model.equivalence.linear;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/*
 * A real matrix with eigenvectors S is S·B·S⁻¹, B holding each real eigenvalue on its diagonal and each pair a ± bi as
 * the block [[a, b], [−b, a]], whose two columns of S are the real and imaginary part of the eigenvector. Moving an
 * eigenvalue changes B and keeps S, so what is dragged is the eigenvalue and nothing else. Where S cannot be inverted (a
 * matrix with too few eigenvectors) the unit vectors take its place. Commons Math gives S in just this form; Hipparchus
 * 4.0.2 calls some real eigenvalues of 3 × 3 matrices a complex pair (one matrix in two thousand).
 */
/**
 * The eigenvalues of K+I and the directions that belong to them.
 *
 * @param values pairs stand next to each other, the one with the positive imaginary part first
 * @param directions S, a pair's two columns being real and imaginary part of its first eigenvector
 */
public record Spectrum(List<Eigenvalue> values, SquareMatrix directions) {
    /** Nearer to the real line than this, an eigenvalue counts as real. */
    private static final double REAL = 1e-12;

    private static final double SINGULAR = 1e-10;

    public Spectrum {
        values = List.copyOf(values);
    }

    /** Of K+I, for K. */
    public static Spectrum of(SquareMatrix k) {
        SquareMatrix whole = k.plus(SquareMatrix.identity(k.size()));
        EigenDecomposition found = new EigenDecomposition(MatrixUtils.createRealMatrix(whole.rows()));
        List<Eigenvalue> values = new ArrayList<>();
        for (int i = 0; i < k.size(); i++) {
            double imaginary = found.getImagEigenvalue(i);
            values.add(new Eigenvalue(found.getRealEigenvalue(i), Math.abs(imaginary) > REAL ? imaginary : 0));
        }
        SquareMatrix directions = new SquareMatrix(found.getV().getData());
        return new Spectrum(values, isInvertible(directions) ? directions : SquareMatrix.identity(k.size()));
    }

    private static boolean isInvertible(SquareMatrix matrix) {
        return new LUDecomposition(MatrixUtils.createRealMatrix(matrix.rows()), SINGULAR)
                .getSolver()
                .isNonSingular();
    }

    /** K = S·B·S⁻¹ − I. */
    public SquareMatrix matrix() {
        int size = values.size();
        double[][] blocks = new double[size][size];
        for (int i = 0; i < size; i++) {
            blocks[i][i] = values.get(i).real();
            if (values.get(i).imaginary() > 0) {
                blocks[i][i + 1] = values.get(i).imaginary();
                blocks[i + 1][i] = -values.get(i).imaginary();
            }
        }
        RealMatrix s = MatrixUtils.createRealMatrix(directions.rows());
        DecompositionSolver solver = new LUDecomposition(s, SINGULAR).getSolver();
        RealMatrix whole = s.multiply(MatrixUtils.createRealMatrix(blocks)).multiply(solver.getInverse());
        double[][] k = whole.getData();
        for (int i = 0; i < size; i++) {
            k[i][i] -= 1;
        }
        return new SquareMatrix(k);
    }

    /**
     * With one eigenvalue moved. A real matrix's eigenvalues are real or come in pairs: the partner moves along, and one
     * that leaves the real line takes a real neighbour with it. One that cannot leave stays on the line.
     */
    public Spectrum moved(int index, Eigenvalue to) {
        List<Eigenvalue> moved = new ArrayList<>(values);
        int partner = partner(index);
        boolean leaves = Math.abs(to.imaginary()) > REAL && partner >= 0;
        if (leaves) {
            int first = Math.min(index, partner);
            double height = Math.abs(to.imaginary());
            moved.set(first, new Eigenvalue(to.real(), height));
            moved.set(first + 1, new Eigenvalue(to.real(), -height));
        } else {
            moved.set(index, new Eigenvalue(to.real(), 0));
            if (partner >= 0 && values.get(index).imaginary() != 0) {
                moved.set(partner, new Eigenvalue(to.real(), 0));
            }
        }
        return new Spectrum(moved, directions);
    }

    /** The eigenvalue that forms a pair with this one or can; −1 for one that stays real. */
    private int partner(int index) {
        if (values.get(index).imaginary() != 0) {
            return values.get(index).imaginary() > 0 ? index + 1 : index - 1;
        }
        if (index + 1 < values.size() && values.get(index + 1).imaginary() == 0) {
            return index + 1;
        }
        return index > 0 && values.get(index - 1).imaginary() == 0 ? index - 1 : -1;
    }
}
