package org.unfoldlab.viz.plot;

import javafx.scene.paint.Color;

/** Colours for values in a map. Both can be read by people with any colour deficiency. */
public enum ColorScale {
    /**
     * Teal, white, brown around zero, for means and differences.
     *
     * @see <a href="https://colorbrewer2.org/#type=diverging&amp;scheme=BrBG&amp;n=7">ColorBrewer BrBG, Brewer 2003</a>
     */
    DIVERGING {
        @Override
        public Color at(double share) {
            Color[] stops = {
                Color.rgb(0x01, 0x66, 0x5E),
                Color.rgb(0x5A, 0xB4, 0xAC),
                Color.rgb(0xC7, 0xEA, 0xE5),
                Color.rgb(0xF5, 0xF5, 0xF5),
                Color.rgb(0xF6, 0xE8, 0xC3),
                Color.rgb(0xD8, 0xB3, 0x65),
                Color.rgb(0x8C, 0x51, 0x0A)
            };
            double position = clamped(share) * (stops.length - 1);
            int below = (int) Math.min(stops.length - 2, Math.floor(position));
            return stops[below].interpolate(stops[below + 1], position - below);
        }
    },
    /**
     * Dark blue over grey to yellow, for everything else.
     *
     * @see <a href="https://doi.org/10.1371/journal.pone.0199239">Nuñez, Anderton and Renslow 2018</a>; the
     *     polynomial fit is d3-scale-chromatic's
     */
    CIVIDIS {
        @Override
        public Color at(double share) {
            double t = clamped(share);
            double red = -4.54 - t * (35.34 - t * (2381.73 - t * (6402.7 - t * (7024.72 - t * 2710.57))));
            double green = 32.49 + t * (170.73 + t * (52.82 - t * (131.46 - t * (176.58 - t * 67.37))));
            double blue = 81.24 + t * (442.36 - t * (2482.43 - t * (6167.24 - t * (6614.94 - t * 2475.67))));
            return Color.color(component(red), component(green), component(blue));
        }
    };

    /** The colour of a share of the range, 0 for its lower and 1 for its upper end. */
    public abstract Color at(double share);

    private static double clamped(double share) {
        return Math.max(0, Math.min(1, share));
    }

    private static double component(double of255) {
        return Math.max(0, Math.min(255, of255)) / 255;
    }
}
