package org.unfoldlab.model.equivalence.linear;

import java.util.ArrayList;
import java.util.List;

/** A residual network whose layers are all one small matrix: h_n = K h_{n−1} + h_{n−1} = (K+I)^n x0 (paper, §3). */
public final class LinearCase {
    private LinearCase() {}

    /**
     * Follows a start through the layers, each n on three ways that share nothing but K.
     *
     * @param x0 as long as K is wide
     * @param layers last n, 0 or more
     */
    public static Course run(SquareMatrix k, double[] x0, int layers) {
        if (x0.length != k.size()) {
            throw new IllegalArgumentException("a start of " + k.size() + " numbers is needed, got " + x0.length);
        }
        SquareMatrix whole = k.plus(SquareMatrix.identity(k.size()));
        List<double[]> loop = new ArrayList<>(List.of(x0.clone()));
        List<double[]> power = new ArrayList<>(List.of(x0.clone()));
        List<double[]> plain = new ArrayList<>(List.of(x0.clone()));
        for (int n = 1; n <= layers; n++) {
            loop.add(sum(k.times(loop.get(n - 1)), loop.get(n - 1)));
            power.add(whole.power(n).times(x0));
            plain.add(k.times(plain.get(n - 1)));
        }
        return new Course(loop, power, plain);
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }
}
