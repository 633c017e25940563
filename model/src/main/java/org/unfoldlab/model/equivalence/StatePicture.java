package org.unfoldlab.model.equivalence;

import org.unfoldlab.model.result.HostArray;

/**
 * One state at one time as two small pictures: the first image's h(t), averaged over channels, on both sides.
 *
 * @param folded row by row
 * @param unfolded row by row
 * @param difference max|Δ| over channels, row by row
 */
public record StatePicture(int height, int width, double[] folded, double[] unfolded, double[] difference) {
    /** From N×C×H×W arrays. */
    static StatePicture of(HostArray folded, HostArray unfolded) {
        int channels = folded.shape()[1];
        int height = folded.shape()[2];
        int width = folded.shape()[3];
        int area = height * width;
        double[] left = new double[area];
        double[] right = new double[area];
        double[] apart = new double[area];
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < area; i++) {
                double a = folded.doubleAt(c * area + i);
                double b = unfolded.doubleAt(c * area + i);
                left[i] += a / channels;
                right[i] += b / channels;
                apart[i] = Math.max(apart[i], Math.abs(a - b));
            }
        }
        return new StatePicture(height, width, left, right, apart);
    }
}
