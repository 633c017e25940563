package org.unfoldlab.app.runs;

/**
 * Statistics of one norm over t.
 *
 * @param norm {@code ID/normB}, {@code pre/normB} or {@code post/norm1}
 * @param times the t that were measured, rising
 * @param means by channel, then by index of {@code times}
 * @param deviations square roots of the variances, likewise
 */
record NormCurves(String norm, int[] times, double[][] means, double[][] deviations) {
    int channels() {
        return means.length;
    }

    /** Times as places of a plot. */
    double[] places() {
        double[] places = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            places[i] = times[i];
        }
        return places;
    }
}
