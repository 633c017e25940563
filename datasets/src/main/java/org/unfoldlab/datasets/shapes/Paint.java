package org.unfoldlab.datasets.shapes;

import org.unfoldlab.datasets.SeededRandom;

/**
 * What a surface looks like: a colour that drifts across the image, lightened and darkened by a texture.
 *
 * @param base the colour in the image's middle
 * @param slopeX change of all parts from the left to the right edge
 * @param slopeY change from top to bottom
 */
record Paint(Colour base, double slopeX, double slopeY, Texture texture, Wave wave, double strength, long salt) {
    /** The kinds of texture. */
    enum Texture {
        PLAIN,
        STRIPES,
        CHECKS,
        CLOUDS
    }

    /** Direction and length of the texture's period: waves per pixel along x and y, and phase in waves. */
    record Wave(double x, double y, double phase) {
        /** A triangle wave of −1 … 1. */
        private static double triangle(double waves) {
            return 4 * Math.abs(waves - Math.floor(waves) - 0.5) - 1;
        }

        double along(double px, double py) {
            return triangle(x * px + y * py + phase);
        }

        double across(double px, double py) {
            return triangle(y * px - x * py + phase);
        }
    }

    static Paint random(Colour base, double strongest, SeededRandom random) {
        double angle = random.nextDouble(0, 2 * StrictMath.PI);
        double waves = 1 / random.nextDouble(4, 12);
        Wave wave = new Wave(waves * StrictMath.cos(angle), waves * StrictMath.sin(angle), random.nextDouble());
        Texture[] textures = Texture.values();
        return new Paint(
                base,
                random.nextDouble(-strongest, strongest),
                random.nextDouble(-strongest, strongest),
                textures[random.nextInt(textures.length)],
                wave,
                random.nextDouble(0, strongest),
                random.nextLong());
    }

    /** What is added to all three parts of the colour at a pixel. */
    double shade(double x, double y) {
        double drift = slopeX * (x / Canvas.SIZE - 0.5) + slopeY * (y / Canvas.SIZE - 0.5);
        return drift
                + strength
                        * switch (texture) {
                            case PLAIN -> 0;
                            case STRIPES -> wave.along(x, y);
                            case CHECKS -> Math.signum(wave.along(x, y) * wave.across(x, y));
                            case CLOUDS -> clouds(x / 5, y / 5);
                        };
    }

    /** Value noise in −1 … 1: random values on a grid, smoothly joined. */
    private double clouds(double x, double y) {
        double column = Math.floor(x);
        double row = Math.floor(y);
        double fx = smooth(x - column);
        double fy = smooth(y - row);
        double top = mix(grid(column, row), grid(column + 1, row), fx);
        double bottom = mix(grid(column, row + 1), grid(column + 1, row + 1), fx);
        return mix(top, bottom, fy);
    }

    private double grid(double column, double row) {
        return SeededRandom.at(salt, (long) column, (long) row).nextDouble(-1, 1);
    }

    private static double smooth(double f) {
        return f * f * (3 - 2 * f);
    }

    private static double mix(double a, double b, double f) {
        return a + (b - a) * f;
    }
}
