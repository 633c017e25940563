package org.unfoldlab.app.welcome;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.unfoldlab.app.editor.Drawing;
import org.unfoldlab.viz.theme.Theme;

/** A network in small: folded on the left, unfolded on the right, drawn from the document itself. */
public final class Thumbnail extends Region {
    private final Canvas canvas = new Canvas();
    private final Drawing drawing;

    public Thumbnail(Drawing drawing, double width, double height) {
        this.drawing = drawing;
        getChildren().add(canvas);
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(Double.MAX_VALUE, height);
        setMouseTransparent(true);
        Theme.lookOf(this).subscribe(look -> paint());
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            paint();
        }
    }

    private void paint() {
        if (canvas.getWidth() <= 0) {
            return;
        }
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        new ThumbnailPainter(
                        context, Theme.lookOf(this).getValue().tokens(), drawing, canvas.getWidth(), canvas.getHeight())
                .paint();
    }
}
