package org.unfoldlab.viz.equivalence;

import java.util.Arrays;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.CanvasSurface;
import org.unfoldlab.viz.plot.ColorScale;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.Token;

/** A small map of numbers as colours; pictures that are to be compared are given the same range. */
public final class PictureView extends Region {
    private final Canvas canvas = new Canvas();
    private final double side;
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private double[] values = {};
    private int columns = 1;
    private double low;
    private double high = 1;
    private ColorScale scale = ColorScale.CIVIDIS;

    /** @param side in px at text size 100 % */
    public PictureView(double side) {
        this.side = side;
        getChildren().add(canvas);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        look.subscribe(this::requestLayout);
    }

    /**
     * Shows a map.
     *
     * @param map row by row
     * @param width columns of a row
     * @param from value of the scale's lower end
     * @param to value of its upper end
     * @param words what a screen reader says
     */
    public void show(double[] map, int width, double from, double to, ColorScale colors, String words) {
        values = map.clone();
        columns = width;
        low = from;
        high = to;
        scale = colors;
        setAccessibleText(words);
        requestLayout();
    }

    /** Shows that there is nothing to see yet. */
    public void clear(String words) {
        values = new double[0];
        setAccessibleText(words);
        requestLayout();
    }

    /** The smallest and the largest value of several maps together. */
    public static double[] range(double[]... maps) {
        double low = Arrays.stream(maps).flatMapToDouble(Arrays::stream).min().orElse(0);
        double high = Arrays.stream(maps).flatMapToDouble(Arrays::stream).max().orElse(1);
        return new double[] {low, high > low ? high : low + 1};
    }

    private double scaled() {
        return side * look.getValue().scale();
    }

    @Override
    protected double computePrefWidth(double height) {
        return scaled();
    }

    @Override
    protected double computePrefHeight(double width) {
        return scaled();
    }

    @Override
    protected double computeMinWidth(double height) {
        return scaled();
    }

    @Override
    protected double computeMinHeight(double width) {
        return scaled();
    }

    @Override
    protected double computeMaxWidth(double height) {
        return scaled();
    }

    @Override
    protected double computeMaxHeight(double width) {
        return scaled();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D());
        Box box = new Box(0, 0, getWidth(), getHeight());
        if (values.length == 0) {
            surface.fill(box, 4, look.getValue().tokens().of(Token.INSET));
            return;
        }
        int rows = values.length / columns;
        Color[][] colors = new Color[rows][columns];
        for (int i = 0; i < rows * columns; i++) {
            double share = Double.isFinite(values[i]) ? (values[i] - low) / (high - low) : Double.NaN;
            colors[i / columns][i % columns] =
                    Double.isNaN(share) ? look.getValue().tokens().of(Token.ERROR) : scale.at(share);
        }
        surface.cells(box, colors);
    }
}
