package org.unfoldlab.viz.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.paint.Color;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.CanvasSurface;
import org.unfoldlab.viz.plot.Dash;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;

/** Draws on a page of a PDF. Everything stays vector and text stays text, in embedded fonts. */
final class PdfSurface implements Surface {
    /** Control points of a quarter circle: 4/3 · (√2 − 1). */
    private static final double QUARTER = 0.5522847498;

    /** Cells reach so far under the next ones, so that no seam shows between them. */
    private static final double SEAM = 0.2;

    private final PDPageContentStream page;
    private final PdfFonts fonts;
    private final Map<Double, PDExtendedGraphicsState> states = new HashMap<>();
    private double opacity = 1;

    /**
     * Draws into a content stream whose y still runs upwards.
     *
     * @param scale points for each px
     * @param top y of the upper edge in points
     */
    PdfSurface(PDPageContentStream page, PdfFonts fonts, double left, double top, double scale) throws IOException {
        this(page, fonts, left, top, scale, true);
    }

    /** Draws on a part of a surface that is scaled already, y downwards; its upper left corner in px of that. */
    PdfSurface(PDPageContentStream page, PdfFonts fonts, double left, double top, double scale, boolean upwards)
            throws IOException {
        this.page = page;
        this.fonts = fonts;
        double down = upwards ? -scale : scale;
        page.transform(new Matrix((float) scale, 0, 0, (float) down, (float) left, (float) top));
    }

    /** What can go wrong while drawing, as painters cannot handle it. */
    @FunctionalInterface
    private interface Drawing {
        void draw() throws IOException;
    }

    private static void unchecked(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        polyline(new double[] {x1, x2}, new double[] {y1, y2}, 2, stroke);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Stroke stroke) {
        if (count < 2) {
            return;
        }
        unchecked(() -> {
            take(stroke);
            path(xs, ys, count);
            page.stroke();
        });
    }

    @Override
    public void area(double[] xs, double[] ys, int count, Color color) {
        if (count < 3) {
            return;
        }
        unchecked(() -> {
            takeFill(color);
            path(xs, ys, count);
            page.fill();
        });
    }

    private void path(double[] xs, double[] ys, int count) throws IOException {
        page.moveTo((float) xs[0], (float) ys[0]);
        for (int i = 1; i < count; i++) {
            page.lineTo((float) xs[i], (float) ys[i]);
        }
    }

    @Override
    public void fill(Box box, double radius, Color color) {
        if (color.getOpacity() <= 0) {
            return;
        }
        unchecked(() -> {
            takeFill(color);
            rectangle(box, radius);
            page.fill();
        });
    }

    @Override
    public void outline(Box box, double radius, Stroke stroke) {
        unchecked(() -> {
            take(stroke);
            rectangle(box, radius);
            page.closeAndStroke();
        });
    }

    @Override
    public void dot(double x, double y, double radius, Color color) {
        fill(new Box(x - radius, y - radius, 2 * radius, 2 * radius), radius, color);
    }

    private void rectangle(Box box, double wanted) throws IOException {
        double r = Math.min(wanted, Math.min(box.width(), box.height()) / 2);
        if (r <= 0) {
            page.addRect((float) box.x(), (float) box.y(), (float) box.width(), (float) box.height());
            return;
        }
        double c = r * (1 - QUARTER);
        double left = box.x();
        double top = box.y();
        double right = box.right();
        double bottom = box.bottom();
        page.moveTo((float) (left + r), (float) top);
        page.lineTo((float) (right - r), (float) top);
        curve(right - c, top, right, top + c, right, top + r);
        page.lineTo((float) right, (float) (bottom - r));
        curve(right, bottom - c, right - c, bottom, right - r, bottom);
        page.lineTo((float) (left + r), (float) bottom);
        curve(left + c, bottom, left, bottom - c, left, bottom - r);
        page.lineTo((float) left, (float) (top + r));
        curve(left, top + c, left + c, top, left + r, top);
        page.closePath();
    }

    private void curve(double x1, double y1, double x2, double y2, double x, double y) throws IOException {
        page.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x, (float) y);
    }

    @Override
    public void text(String text, double x, double y, Align align, TextStyle style) {
        String shown = fonts.typefaces().of(style.weight()).printable(text);
        if (shown.isEmpty()) {
            return;
        }
        double width = textWidth(text, style);
        double left = switch (align) {
            case LEFT -> x;
            case CENTER -> x - width / 2;
            case RIGHT -> x - width;
        };
        double baseline = y + CanvasSurface.HALF_CAPITAL * style.size();
        unchecked(() -> {
            takeFill(style.color());
            page.beginText();
            page.setFont(fonts.of(style.weight()), (float) style.size());
            page.setTextMatrix(new Matrix(1, 0, 0, -1, (float) left, (float) baseline));
            page.showText(shown);
            page.endText();
        });
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return fonts.typefaces().width(text, style);
    }

    @Override
    public void clipped(Box box, Runnable drawing) {
        unchecked(() -> {
            page.saveGraphicsState();
            page.addRect((float) box.x(), (float) box.y(), (float) box.width(), (float) box.height());
            page.clip();
            double before = opacity;
            drawing.run();
            opacity = before;
            page.restoreGraphicsState();
        });
    }

    @Override
    public void cells(Box box, Color[][] colors) {
        double height = box.height() / colors.length;
        for (int row = 0; row < colors.length; row++) {
            double width = box.width() / colors[row].length;
            double below = row + 1 < colors.length ? SEAM : 0;
            for (int column = 0; column < colors[row].length; column++) {
                double beside = column + 1 < colors[row].length ? SEAM : 0;
                double x = box.x() + column * width;
                double y = box.y() + row * height;
                fill(new Box(x, y, width + beside, height + below), 0, colors[row][column]);
            }
        }
    }

    private void take(Stroke stroke) throws IOException {
        takeOpacity(stroke.color().getOpacity());
        Color color = stroke.color();
        page.setStrokingColor((float) color.getRed(), (float) color.getGreen(), (float) color.getBlue());
        page.setLineWidth((float) stroke.width());
        double[] pattern = stroke.dash().pattern(stroke.width());
        float[] dashes = new float[pattern.length];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = (float) pattern[i];
        }
        page.setLineDashPattern(dashes, 0);
        page.setLineCapStyle(stroke.dash() == Dash.DOTS || stroke.dash() == Dash.SOLID ? 1 : 0);
        page.setLineJoinStyle(1);
    }

    private void takeFill(Color color) throws IOException {
        takeOpacity(color.getOpacity());
        page.setNonStrokingColor((float) color.getRed(), (float) color.getGreen(), (float) color.getBlue());
    }

    private void takeOpacity(double wanted) throws IOException {
        if (wanted != opacity) {
            page.setGraphicsStateParameters(states.computeIfAbsent(wanted, PdfSurface::state));
            opacity = wanted;
        }
    }

    private static PDExtendedGraphicsState state(double opacity) {
        PDExtendedGraphicsState state = new PDExtendedGraphicsState();
        state.setStrokingAlphaConstant((float) opacity);
        state.setNonStrokingAlphaConstant((float) opacity);
        return state;
    }
}
