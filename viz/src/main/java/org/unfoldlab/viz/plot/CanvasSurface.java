package org.unfoldlab.viz.plot;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.unfoldlab.viz.theme.Fonts;

/** Draws on a JavaFX canvas. */
public final class CanvasSurface implements Surface {
    /** Half the height of Inter's capitals, in text sizes: sets text by its visible middle. */
    public static final double HALF_CAPITAL = 0.364;

    /** Number of points from which round corners cost more than they show. */
    private static final int DENSE = 400;

    private final GraphicsContext context;
    private final Text ruler = new Text();

    /** Draws in that context from now on. */
    public CanvasSurface(GraphicsContext context) {
        this.context = context;
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        take(stroke);
        context.strokeLine(x1, y1, x2, y2);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Stroke stroke) {
        take(stroke);
        context.setLineJoin(count > DENSE ? StrokeLineJoin.BEVEL : StrokeLineJoin.ROUND);
        context.strokePolyline(xs, ys, count);
    }

    @Override
    public void area(double[] xs, double[] ys, int count, Color color) {
        context.setFill(color);
        context.fillPolygon(xs, ys, count);
    }

    @Override
    public void fill(Box box, double radius, Color color) {
        context.setFill(color);
        if (radius > 0) {
            context.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
        } else {
            context.fillRect(box.x(), box.y(), box.width(), box.height());
        }
    }

    @Override
    public void outline(Box box, double radius, Stroke stroke) {
        take(stroke);
        context.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
    }

    @Override
    public void dot(double x, double y, double radius, Color color) {
        context.setFill(color);
        context.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void text(String text, double x, double y, Align align, TextStyle style) {
        context.setFont(font(style));
        context.setFill(style.color());
        context.setTextBaseline(VPos.BASELINE);
        context.setTextAlign(
                switch (align) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        context.fillText(text, x, y + HALF_CAPITAL * style.size());
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        ruler.setFont(font(style));
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    @Override
    public void clipped(Box box, Runnable drawing) {
        context.save();
        context.beginPath();
        context.rect(box.x(), box.y(), box.width(), box.height());
        context.clip();
        drawing.run();
        context.restore();
    }

    /** One small picture, enlarged without smoothing: thousands of cells cost no more than one. */
    @Override
    public void cells(Box box, Color[][] colors) {
        WritableImage image = new WritableImage(colors[0].length, colors.length);
        PixelWriter pixels = image.getPixelWriter();
        for (int row = 0; row < colors.length; row++) {
            for (int column = 0; column < colors[row].length; column++) {
                pixels.setColor(column, row, colors[row][column]);
            }
        }
        context.setImageSmoothing(false);
        context.drawImage(image, box.x(), box.y(), box.width(), box.height());
    }

    private void take(Stroke stroke) {
        context.setStroke(stroke.color());
        context.setLineWidth(stroke.width());
        context.setLineDashes(stroke.dash().pattern(stroke.width()));
        context.setLineCap(
                stroke.dash() == Dash.DOTS || stroke.dash() == Dash.SOLID ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
        context.setLineJoin(StrokeLineJoin.ROUND);
    }

    private static Font font(TextStyle style) {
        return switch (style.weight()) {
            case REGULAR -> Fonts.regular(style.size());
            case MEDIUM -> Fonts.medium(style.size());
            case SEMI_BOLD -> Fonts.semiBold(style.size());
            case BOLD -> Fonts.bold(style.size());
            case MONO -> Fonts.mono(style.size());
        };
    }
}
