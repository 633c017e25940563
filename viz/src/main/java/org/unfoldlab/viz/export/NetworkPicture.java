package org.unfoldlab.viz.export;

import java.util.List;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.matrix.MatrixDrawing;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Token;
import org.unfoldlab.viz.unrolled.ReadoutErrors;
import org.unfoldlab.viz.unrolled.StageDrawing;

/**
 * One view of a network with a heading above and a legend and its origin below.
 *
 * @param errors in the ledger of the unrolled network
 */
public record NetworkPicture(NetworkView view, DrawnNetwork network, ReadoutErrors errors, Size shown)
        implements Picture {
    private static final double MARGIN = 16;
    private static final double HEADING = 30;
    private static final double ORIGIN = 22;
    private static final double ROW_OF_GRAPH = 110;
    private static final double ROW_OF_STAGE = 84;
    private static final double LEDGER = 190;
    /** The stage keeps room above for the flag of T. */
    private static final double STAGE_TOP = 44;

    /** A view in the size that suits it. */
    public static NetworkPicture of(NetworkView view, DrawnNetwork network, ReadoutErrors errors) {
        return new NetworkPicture(view, network, errors, new Size(view == NetworkView.GRAPH ? 560 : 1018, 470));
    }

    @Override
    public String name() {
        return view.title();
    }

    @Override
    public String spoken() {
        return view.title() + " of " + title() + ", " + facts();
    }

    private String title() {
        String title = network.document().title();
        return title.isBlank() ? "Untitled" : title;
    }

    private String facts() {
        String sharing = network.groups().all().isEmpty() ? "own weights at every step" : "shared weights";
        int states = network.document().states().size();
        return (states == 1 ? "1 state" : states + " states") + ", T = " + network.readoutTime() + ", " + sharing;
    }

    private StageDrawing stage() {
        return view == NetworkView.GRAPH ? StageDrawing.folded(network) : StageDrawing.unfolded(network, errors);
    }

    private int rows() {
        return Math.max(1, network.document().states().size());
    }

    @Override
    public Size sizeFor(double width, Look look) {
        double height = bodyHeight(width, look);
        double wide = view == NetworkView.UNROLLED ? stage().widthFor(width, height, look) : width;
        return new Size(wide, height + around(legend(wide, look), wide, look));
    }

    private double bodyHeight(double width, Look look) {
        return switch (view) {
            case GRAPH -> Math.max(200, rows() * ROW_OF_GRAPH * look.scale());
            case MATRIX -> new MatrixDrawing(network).heightFor(width, look);
            case UNROLLED -> STAGE_TOP * look.scale() + rows() * ROW_OF_STAGE * look.scale() + LEDGER * look.scale();
        };
    }

    private static double around(NetworkLegend legend, double width, Look look) {
        return 2 * MARGIN + (HEADING + ORIGIN) * look.scale() + legend.height(width - 2 * MARGIN);
    }

    /** What has no room in the drawing itself is told below it. */
    private NetworkLegend legend(double width, Look look) {
        List<Transition> untold =
                view == NetworkView.MATRIX ? List.of() : stage().unlabelled(width, bodyHeight(width, look), look);
        return new NetworkLegend(view, network, untold, look);
    }

    @Override
    public void paint(Surface surface, Size size, Look look, String origin) {
        DrawingStyle style = new DrawingStyle(look);
        surface.fill(new Box(0, 0, size.width(), size.height()), 0, style.color(Token.BACKGROUND));
        heading(surface, style);
        double top = MARGIN + HEADING * look.scale();
        NetworkLegend legend = legend(size.width(), look);
        double body = size.height() - around(legend, size.width(), look);
        Surface below = new OffsetSurface(surface, 0, top);
        surface.clipped(new Box(0, top, size.width(), body), () -> body(below, size.width(), body, look));
        legend.paint(surface, MARGIN, top + body, size.width() - 2 * MARGIN);
        TextStyle note = style.text(Token.MUTED, 12, TextStyle.Weight.REGULAR, 1);
        surface.text(origin, MARGIN, size.height() - MARGIN, Surface.Align.LEFT, note);
    }

    private void heading(Surface surface, DrawingStyle style) {
        TextStyle strong =
                new TextStyle(style.color(Token.TEXT), 15 * style.look().scale(), TextStyle.Weight.SEMI_BOLD);
        TextStyle muted =
                new TextStyle(style.color(Token.MUTED), 13 * style.look().scale(), TextStyle.Weight.REGULAR);
        double y = MARGIN + strong.size() / 2;
        surface.text(title(), MARGIN, y, Surface.Align.LEFT, strong);
        double x = MARGIN + surface.textWidth(title(), strong) + 10;
        surface.text(
                String.join(", ", List.of(view.title().toLowerCase(java.util.Locale.ROOT), facts())),
                x,
                y,
                Surface.Align.LEFT,
                muted);
    }

    private void body(Surface surface, double width, double height, Look look) {
        switch (view) {
            case GRAPH -> graph(surface, width, height, look);
            case MATRIX -> new MatrixDrawing(network).paint(surface, width, height, look);
            case UNROLLED -> stage().paint(surface, width, height, look);
        }
    }

    /** In the middle, wherever it stands on its board. */
    private void graph(Surface surface, double width, double height, Look look) {
        BoundsSurface reach = new BoundsSurface(surface);
        stage().paint(reach, width, height, look);
        Box bounds = reach.bounds();
        double dx = Math.max(MARGIN - bounds.x(), width / 2 - bounds.centerX());
        stage().paint(new OffsetSurface(surface, dx, height / 2 - bounds.centerY()), width, height, look);
    }
}
