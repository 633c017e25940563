package org.unfoldlab.model.equivalence.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/*
 * On a ring of S×S pixels a convolution is diagonal in waves: the wave with frequencies (u, v) is multiplied by the
 * kernel's own transform there. So the n-th power costs no more than the first one, and the S² eigenvalues of K+I can
 * all be drawn.
 */
/**
 * A convolution by a 3×3 kernel on images whose edges meet, so that it has a closed form.
 *
 * @param weights row by row, 9 of them, as a layer's kernel: the one in the middle weighs the pixel itself
 */
public record Kernel(double[] weights) {
    private static final int SIDE = 3;

    public Kernel {
        if (weights.length != SIDE * SIDE) {
            throw new IllegalArgumentException("a 3×3 kernel has 9 weights, got " + weights.length);
        }
        weights = weights.clone();
    }

    /** A copy: nobody changes a kernel from outside. */
    @Override
    public double[] weights() {
        return weights.clone();
    }

    /** The same with another weight. */
    public Kernel with(int index, double value) {
        double[] changed = weights();
        changed[index] = value;
        return new Kernel(changed);
    }

    /** K x for one image, row by row, side × side; what leaves at one edge enters at the other. */
    public double[] convolve(double[] image, int side) {
        double[] result = new double[image.length];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double sum = 0;
                for (int a = 0; a < SIDE; a++) {
                    for (int b = 0; b < SIDE; b++) {
                        int row = Math.floorMod(y + a - 1, side);
                        int column = Math.floorMod(x + b - 1, side);
                        sum += weights[a * SIDE + b] * image[row * side + column];
                    }
                }
                result[y * side + x] = sum;
            }
        }
        return result;
    }

    /** The eigenvalue of K+I for each wave (u, v), row by row. */
    public List<Eigenvalue> eigenvalues(int side) {
        List<Eigenvalue> values = new ArrayList<>();
        for (int u = 0; u < side; u++) {
            for (int v = 0; v < side; v++) {
                double real = 1;
                double imaginary = 0;
                for (int a = 0; a < SIDE; a++) {
                    for (int b = 0; b < SIDE; b++) {
                        double angle = 2 * Math.PI * (u * (a - 1) + v * (b - 1)) / side;
                        real += weights[a * SIDE + b] * Math.cos(angle);
                        imaginary += weights[a * SIDE + b] * Math.sin(angle);
                    }
                }
                values.add(new Eigenvalue(real, imaginary));
            }
        }
        return values;
    }

    /**
     * Follows an image through the layers: by the loop, wave by wave in closed form, and without the identity.
     *
     * @param image row by row, side × side
     */
    public Course run(double[] image, int side, int layers) {
        List<double[]> loop = new ArrayList<>(List.of(image.clone()));
        List<double[]> plain = new ArrayList<>(List.of(image.clone()));
        for (int n = 1; n <= layers; n++) {
            double[] before = loop.get(n - 1);
            double[] next = convolve(before, side);
            for (int i = 0; i < next.length; i++) {
                next[i] += before[i];
            }
            loop.add(next);
            plain.add(convolve(plain.get(n - 1), side));
        }
        return new Course(loop, Waves.powers(image, side, eigenvalues(side), layers), plain);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Kernel that && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "Kernel" + Arrays.toString(weights);
    }
}
