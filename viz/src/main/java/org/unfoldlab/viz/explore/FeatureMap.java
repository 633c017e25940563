package org.unfoldlab.viz.explore;

import javafx.scene.paint.Color;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.viz.plot.ColorScale;

/**
 * One channel of h(t).
 *
 * @param height rows
 * @param width columns
 * @param values by row from the top
 */
@SuppressWarnings("ArrayRecordComponent") // drawn at once, never compared
record FeatureMap(int height, int width, float[] values) {
    private static final int SHADES = 256;

    /** Channel {@code channel} of an array C×H×W. */
    static FeatureMap of(HostArray array, int channel) {
        int[] shape = array.shape();
        float[] values = new float[shape[1] * shape[2]];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) array.doubleAt(channel * values.length + i);
        }
        return new FeatureMap(shape[1], shape[2], values);
    }

    FeatureMap minus(FeatureMap other) {
        float[] difference = new float[values.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = values[i] - other.values[i];
        }
        return new FeatureMap(height, width, difference);
    }

    /** Colours by row; values that are none are transparent. */
    Color[][] colors(MapRange range, ColorScale scale) {
        Color[] shades = new Color[SHADES];
        Color[][] colors = new Color[height][width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                float value = values[row * width + column];
                colors[row][column] =
                        Float.isFinite(value) ? shade(range.share(value), scale, shades) : Color.TRANSPARENT;
            }
        }
        return colors;
    }

    private static Color shade(double share, ColorScale scale, Color[] known) {
        int index = (int) Math.round(share * (SHADES - 1));
        if (known[index] == null) {
            known[index] = scale.at(index / (double) (SHADES - 1));
        }
        return known[index];
    }
}
