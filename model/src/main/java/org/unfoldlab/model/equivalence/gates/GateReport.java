package org.unfoldlab.model.equivalence.gates;

/**
 * What a gate makes of one block, beside the residual network's block.
 *
 * @param gate T of the first image
 * @param output y of the first image
 * @param residual ½·(H(x) + x)
 * @param fromResidual max|y − ½·(H(x) + x)|
 * @param fromPlain max|y − H(x)|
 * @param fromInput max|y − x|
 * @param dependence max|T(x) − T(x′)| for another image x′: 0 for a gate that does not look at data
 * @param lowest the smallest T
 * @param highest the largest T
 */
public record GateReport(
        double[] gate,
        double[] output,
        double[] residual,
        double fromResidual,
        double fromPlain,
        double fromInput,
        double dependence,
        double lowest,
        double highest) {
    /** Tries a gate on one image x, and looks whether another one, x′, changes it. */
    public static GateReport of(GatedBlock block, Gate gate, double[] x, double[] other) {
        double[] t = block.gate(gate, x);
        double[] y = block.apply(gate, x);
        double[] half = block.residual(x);
        for (int i = 0; i < half.length; i++) {
            half[i] /= 2;
        }
        double lowest = 1;
        double highest = 0;
        for (double value : t) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        return new GateReport(
                t,
                y,
                half,
                apart(y, half),
                apart(y, block.function(x)),
                apart(y, x),
                apart(t, block.gate(gate, other)),
                lowest,
                highest);
    }

    private static double apart(double[] a, double[] b) {
        double apart = 0;
        for (int i = 0; i < a.length; i++) {
            apart = Math.max(apart, Math.abs(a[i] - b[i]));
        }
        return apart;
    }
}
