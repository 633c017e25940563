package org.unfoldlab.viz.plot;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.Token;

/**
 * A small line without axes for a tile: how a figure came about. It repeats what the tile says in
 * figures, so screen readers pass it by.
 */
public final class Sparkline extends Region {
    private static final double MARGIN = 2;
    private static final double WIDTH = 1.6;

    private final Canvas canvas = new Canvas();
    private final Surface surface = new CanvasSurface(canvas.getGraphicsContext2D());
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private double[] values = {};

    /** An empty line. */
    public Sparkline() {
        getChildren().add(canvas);
        setPrefSize(80, 28);
        setMinSize(24, 12);
        setMouseTransparent(true);
        look.subscribe(this::draw);
    }

    /** Shows other values, equally far apart; NaN is passed over. */
    public void show(List<Double> next) {
        values = next.stream()
                .filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .toArray();
        draw();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(1, Math.ceil(getWidth())));
        canvas.setHeight(Math.max(1, Math.ceil(getHeight())));
        draw();
    }

    private void draw() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
        if (values.length < 2) {
            return;
        }
        Ranges.Range range = range();
        Scale x = new Scale(0, values.length - 1.0, false, MARGIN, width - MARGIN);
        Scale y = new Scale(range.lo(), range.hi(), false, height - MARGIN, MARGIN);
        double[] xs = new double[values.length];
        double[] ys = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            xs[i] = x.toPx(i);
            ys[i] = y.toPx(values[i]);
        }
        Path path = new Path(xs, ys, values.length).thinned(width);
        Look now = look.getValue();
        Stroke stroke = Stroke.solid(now.tokens().of(Token.MUTED), now.stroke(WIDTH));
        surface.polyline(path.xs(), path.ys(), path.count(), stroke);
    }

    private Ranges.Range range() {
        double lo = values[0];
        double hi = values[0];
        for (double value : values) {
            lo = Math.min(lo, value);
            hi = Math.max(hi, value);
        }
        return lo < hi ? new Ranges.Range(lo, hi) : new Ranges.Range(lo - 1, hi + 1);
    }
}
