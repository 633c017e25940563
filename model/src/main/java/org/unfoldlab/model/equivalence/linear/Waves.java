package org.unfoldlab.model.equivalence.linear;

import java.util.ArrayList;
import java.util.List;

/** Images on a ring as sums of waves, by the two-dimensional discrete Fourier transform, one direction at a time. */
final class Waves {
    private final int side;
    private final double[] cosine;
    private final double[] sine;

    private Waves(int side) {
        this.side = side;
        cosine = new double[side];
        sine = new double[side];
        for (int i = 0; i < side; i++) {
            cosine[i] = Math.cos(2 * Math.PI * i / side);
            sine[i] = Math.sin(2 * Math.PI * i / side);
        }
    }

    /** The image after n = 0 … layers, each wave multiplied by its eigenvalue's n-th power. */
    static List<double[]> powers(double[] image, int side, List<Eigenvalue> eigenvalues, int layers) {
        Waves waves = new Waves(side);
        double[][] start = waves.transformed(new double[][] {image, new double[image.length]}, -1);
        List<double[]> images = new ArrayList<>(List.of(image.clone()));
        for (int n = 1; n <= layers; n++) {
            double[][] now = new double[2][image.length];
            for (int i = 0; i < image.length; i++) {
                double size = Math.pow(eigenvalues.get(i).size(), n) / image.length;
                double angle = n
                        * Math.atan2(
                                eigenvalues.get(i).imaginary(),
                                eigenvalues.get(i).real());
                now[0][i] = size * (start[0][i] * Math.cos(angle) - start[1][i] * Math.sin(angle));
                now[1][i] = size * (start[0][i] * Math.sin(angle) + start[1][i] * Math.cos(angle));
            }
            images.add(waves.transformed(now, 1)[0]);
        }
        return images;
    }

    private double[][] transformed(double[][] complex, int sign) {
        return along(along(complex, sign, 1, side), sign, side, 1);
    }

    /** Sums over one direction: elements {@code step} apart, of lines {@code lineStep} apart. */
    private double[][] along(double[][] in, int sign, int step, int lineStep) {
        double[][] out = new double[2][in[0].length];
        for (int line = 0; line < side; line++) {
            for (int u = 0; u < side; u++) {
                double real = 0;
                double imaginary = 0;
                for (int x = 0; x < side; x++) {
                    int turn = (u * x) % side;
                    int from = line * lineStep + x * step;
                    real += in[0][from] * cosine[turn] - sign * in[1][from] * sine[turn];
                    imaginary += sign * in[0][from] * sine[turn] + in[1][from] * cosine[turn];
                }
                out[0][line * lineStep + u * step] = real;
                out[1][line * lineStep + u * step] = imaginary;
            }
        }
        return out;
    }
}
