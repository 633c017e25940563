package org.unfoldlab.viz.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Token;

/*
 * A schematic side view, occiput at the left, so that the signal runs from left to right as in the lanes. The places
 * follow the course of the ventral stream (Felleman and Van Essen 1991, Figure 2; DiCarlo, Zoccolan and Rust 2012,
 * Figure 3): V1 at the occipital pole, V2 and V4 before it, IT along the lower temporal lobe. It is a mnemonic, no
 * atlas.
 */
/** V1, V2, V4 and IT in their places over the faint outline of a brain, in canvas units. */
public final class VentralStream {
    private static final Map<String, Layout.Position> PLACES = places();
    /** Corners of what the outline takes. */
    private static final List<Layout.Position> EXTENT =
            List.of(new Layout.Position(-380, -215), new Layout.Position(390, 235));

    private static final double[] BRAIN = {
        -370, 60, -385, -40, -330, -130, -230, -170, -120, -220, 60, -225, 170, -185, 290, -150, 375, -70, 370, 20, 368,
        70, 320, 95, 262, 92, 300, 120, 310, 170, 262, 196, 190, 232, 60, 222, -40, 205, -90, 196, -130, 180, -160, 158,
        -230, 175, -345, 150, -370, 60
    };
    /** The lateral sulcus, above the temporal lobe. */
    private static final double[] SULCUS = {262, 92, 180, 70, 90, 50, -40, 22};

    private VentralStream() {}

    private static Map<String, Layout.Position> places() {
        Map<String, Layout.Position> places = new LinkedHashMap<>();
        places.put("V1", new Layout.Position(-330, -30));
        places.put("V2", new Layout.Position(-170, 70));
        places.put("V4", new Layout.Position(20, 140));
        places.put("IT", new Layout.Position(250, 150));
        return places;
    }

    /** Places for the areas that a network has by these names. */
    public static Map<String, Layout.Position> places(NetworkDocument document) {
        Map<String, Layout.Position> found = new LinkedHashMap<>(PLACES);
        found.keySet().removeIf(name -> document.state(name).isEmpty());
        return found;
    }

    /** What must be seen besides the states. */
    public static List<Layout.Position> extent() {
        return EXTENT;
    }

    /** Draws the outline on the board. */
    public static void paint(Surface surface, DrawingStyle style, BoardFit fit, double opacity) {
        Stroke pen = style.pen(Token.LINE, 2.4, opacity);
        outline(surface, fit, BRAIN, pen);
        outline(surface, fit, SULCUS, pen);
        TextStyle text = style.text(Token.MUTED, 12, TextStyle.Weight.REGULAR, opacity);
        surface.text("back of the head", fit.x(-360), fit.y(190), Surface.Align.LEFT, text);
        surface.text("temporal lobe", fit.x(300), fit.y(212), Surface.Align.LEFT, text);
    }

    private static void outline(Surface surface, BoardFit fit, double[] points, Stroke pen) {
        for (int i = 0; i + 7 < points.length; i += 6) {
            Polyline line = Curve.cubic(
                            fit.x(points[i]),
                            fit.y(points[i + 1]),
                            fit.x(points[i + 2]),
                            fit.y(points[i + 3]),
                            fit.x(points[i + 4]),
                            fit.y(points[i + 5]),
                            fit.x(points[i + 6]),
                            fit.y(points[i + 7]))
                    .flattened();
            surface.polyline(line.xs(), line.ys(), line.count(), pen);
        }
    }
}
