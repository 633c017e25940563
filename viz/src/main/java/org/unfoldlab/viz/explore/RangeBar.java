package org.unfoldlab.viz.explore;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.CanvasSurface;
import org.unfoldlab.viz.plot.ColorScale;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.Token;

/** The colours of a channel's maps and the values that their ends stand for. */
public final class RangeBar extends Region {
    private static final int STEPS = 64;

    private final Canvas canvas = new Canvas();
    private final Surface surface = new CanvasSurface(canvas.getGraphicsContext2D());
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private MapRange range = MapRange.EMPTY;
    private ColorScale scale = ColorScale.CIVIDIS;

    public RangeBar() {
        getChildren().add(canvas);
        setAccessibleRole(AccessibleRole.TEXT);
        setMinHeight(34);
        setPrefHeight(34);
        look.subscribe(this::redraw);
    }

    /** Shows the range of the channel that is drawn of a state. */
    public void show(ThoughtScene scene, State state) {
        range = scene.range(state.name(), scene.channel(state));
        scale = scene.showsDifference() ? ColorScale.DIVERGING : ColorScale.CIVIDIS;
        setAccessibleText("Colours from " + figure(range.lo()) + " to " + figure(range.hi()));
        redraw();
    }

    private static String figure(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3g", value) : "–";
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(1, getWidth()));
        canvas.setHeight(Math.max(1, getHeight()));
        redraw();
    }

    private void redraw() {
        double width = canvas.getWidth();
        canvas.getGraphicsContext2D().clearRect(0, 0, width, canvas.getHeight());
        Color[][] colors = new Color[1][STEPS];
        for (int i = 0; i < STEPS; i++) {
            colors[0][i] = scale.at(i / (STEPS - 1.0));
        }
        surface.cells(new Box(0, 0, width, 10), colors);
        TextStyle text = new DrawingStyle(look.getValue()).text(Token.MUTED, 12, TextStyle.Weight.MONO, 1);
        double y = 14 + text.size() / 2;
        surface.text(figure(range.lo()), 0, y, Surface.Align.LEFT, text);
        surface.text(figure(range.hi()), width, y, Surface.Align.RIGHT, text);
        if (scale == ColorScale.DIVERGING) {
            surface.text("0", width / 2, y, Surface.Align.CENTER, text);
        }
    }
}
