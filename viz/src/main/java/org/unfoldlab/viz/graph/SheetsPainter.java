package org.unfoldlab.viz.graph;

import javafx.scene.paint.Color;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;

/** A state's shape as stacked sheets: their side tells the spatial size, their number the channels. */
final class SheetsPainter {
    private static final int MOST = 7;

    private SheetsPainter() {}

    /** log2(channels) − 1 sheets: 2 for 8 channels, 5 for 64. */
    static int sheets(State state) {
        return (int) Math.max(1, Math.min(MOST, Math.round(log2(state.channels())) - 1));
    }

    /** Side of a sheet in px at scale 1: 2 px more for each doubling of the spatial size. */
    static double side(State state) {
        return Math.max(7, Math.min(22, 8 + 2 * log2(Math.max(state.height(), state.width()))));
    }

    private static double log2(int value) {
        return Math.log(Math.max(1, value)) / Math.log(2);
    }

    static void paint(Surface surface, State state, double cx, double cy, double scale, Color ink, Color ground) {
        int sheets = sheets(state);
        double side = side(state) * scale;
        double shift = 2.7 * scale;
        double spread = shift * (sheets - 1);
        for (int i = sheets - 1; i >= 0; i--) {
            double x = cx - (side + spread) / 2 + shift * i;
            double y = cy + (side + spread) / 2 - side - shift * i;
            Box sheet = new Box(x, y, side, side);
            surface.fill(sheet, 1.5, ground);
            surface.outline(sheet, 1.5, Stroke.solid(ink, 1.1 * Math.max(1, scale * 0.9)));
        }
    }
}
