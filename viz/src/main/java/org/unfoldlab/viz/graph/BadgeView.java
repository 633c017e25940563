package org.unfoldlab.viz.graph;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.unfoldlab.viz.plot.CanvasSurface;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/** The letter of a weight group as a node, for panels beside the drawing. */
public final class BadgeView extends Region {
    private final Canvas canvas;
    private final double size;
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private Optional<WeightGroup> group = Optional.empty();

    /** @param size side in px */
    public BadgeView(double size) {
        this.size = size;
        canvas = new Canvas(size, size);
        getChildren().add(canvas);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        look.subscribe(this::requestLayout);
    }

    /** Shows a group, or weights of their own. */
    public void show(Optional<WeightGroup> shown) {
        group = shown;
        setAccessibleText(shown.map(g -> "Weights " + g.letter()).orElse("Own weights"));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.getGraphicsContext2D().clearRect(0, 0, size, size);
        CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D());
        BadgePainter.paint(surface, new DrawingStyle(look.getValue()), group, size / 2, size / 2, size, 1);
    }
}
