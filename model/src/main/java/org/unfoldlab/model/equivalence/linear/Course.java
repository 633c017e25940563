package org.unfoldlab.model.equivalence.linear;

import java.util.List;

/**
 * What becomes of a start x0 over n = 0, 1, … layers.
 *
 * @param loop h_n computed layer by layer, h ← Kh + h
 * @param power h_n = (K+I)^n x0 in closed form
 * @param plain K^n x0: the same layers without the identity
 */
public record Course(List<double[]> loop, List<double[]> power, List<double[]> plain) {
    public Course {
        loop = List.copyOf(loop);
        power = List.copyOf(power);
        plain = List.copyOf(plain);
    }

    /** Number of layers. */
    public int layers() {
        return loop.size() - 1;
    }

    /** max|loop − power| at n, over the largest magnitude there. */
    public double difference(int n) {
        double apart = 0;
        double largest = 1e-300;
        double[] a = loop.get(n);
        double[] b = power.get(n);
        for (int i = 0; i < a.length; i++) {
            apart = Math.max(apart, Math.abs(a[i] - b[i]));
            largest = Math.max(largest, Math.abs(a[i]));
        }
        return apart / largest;
    }

    /** The largest {@link #difference} of all n. */
    public double worst() {
        double worst = 0;
        for (int n = 0; n <= layers(); n++) {
            worst = Math.max(worst, difference(n));
        }
        return worst;
    }

    /** Euclidean norm. */
    public static double norm(double[] h) {
        double sum = 0;
        for (double value : h) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
