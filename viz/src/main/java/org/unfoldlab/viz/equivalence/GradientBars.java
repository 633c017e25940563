package org.unfoldlab.viz.equivalence;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.unfoldlab.model.equivalence.CopyGradients;
import org.unfoldlab.model.equivalence.Figure;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.CanvasSurface;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.Token;

/** The gradient of one weight, copy by copy, with their sum and the folded network's gradient as bars from zero. */
public final class GradientBars extends Region {
    private static final double TALLEST = 26;
    private static final double TEXT_FROM = 13;

    /**
     * What is shown.
     *
     * @param hue of the copies' bars
     */
    public record Shown(CopyGradients gradients, Color hue) {}

    private final Canvas canvas = new Canvas();
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private final ObjectProperty<Optional<Shown>> shown = new SimpleObjectProperty<>(this, "shown", Optional.empty());

    public GradientBars() {
        getChildren().add(canvas);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        shown.subscribe(this::requestLayout);
        look.subscribe(this::requestLayout);
    }

    public ObjectProperty<Optional<Shown>> shownProperty() {
        return shown;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 270;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 150;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 60;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        setAccessibleText(shown.get().map(GradientBars::words).orElse("No gradients yet"));
        shown.get()
                .ifPresent(now -> new Painter(
                                new CanvasSurface(canvas.getGraphicsContext2D()),
                                new DrawingStyle(look.getValue()),
                                now,
                                getWidth(),
                                getHeight())
                        .paint());
    }

    private static String words(Shown shown) {
        CopyGradients gradients = shown.gradients();
        return "Gradient of " + gradients.key() + ": " + gradients.copies().size() + " copies, sum "
                + Figure.plain(gradients.sum()) + ", folded " + Figure.plain(gradients.folded());
    }

    /** One drawing with its measures. */
    private static final class Painter {
        private final Surface surface;
        private final DrawingStyle style;
        private final Shown shown;
        private final double left;
        private final double right;
        private final double pitch;
        private final double foot;
        private final double low;
        private final double high;

        Painter(Surface surface, DrawingStyle style, Shown shown, double width, double height) {
            this.surface = surface;
            this.style = style;
            this.shown = shown;
            double text = style.look().drawingText(1);
            int copies = shown.gradients().copies().size();
            left = 52 * text;
            right = width - 76 * text;
            foot = Math.min(TALLEST * text, Math.max(17 * text, (height - 8) / (copies + 2)));
            pitch = Math.min(TALLEST * text, (height - 8 - 2 * foot) / Math.max(1, copies));
            double least = Math.min(
                    0, Math.min(shown.gradients().sum(), shown.gradients().folded()));
            double most = Math.max(
                    0, Math.max(shown.gradients().sum(), shown.gradients().folded()));
            for (CopyGradients.OneCopy copy : shown.gradients().copies()) {
                least = Math.min(least, copy.value());
                most = Math.max(most, copy.value());
            }
            low = least;
            high = most > least ? most : least + 1;
        }

        void paint() {
            double y = pitch / 2;
            int every = (int) Math.ceil(TEXT_FROM / pitch);
            int index = 0;
            for (CopyGradients.OneCopy copy : shown.gradients().copies()) {
                String name = copy.time() >= 0 ? "t = " + copy.time() : copy.place();
                row(y, pitch, index++ % every == 0 ? name : "", copy.value(), shown.hue(), false);
                y += pitch;
            }
            double line = y - pitch / 2 + 3;
            surface.line(0, line, right + 70, line, style.pen(Token.AXIS, 1.25, 1));
            y = line + 4 + foot / 2;
            row(y, foot, "sum", shown.gradients().sum(), style.color(Token.CONTROL), true);
            row(y + foot, foot, "folded", shown.gradients().folded(), style.color(Token.CONTROL), true);
        }

        private double x(double value) {
            return left + (value - low) / (high - low) * (right - left);
        }

        private void row(double y, double pitchHere, String name, double value, Color color, boolean strong) {
            double from = Math.min(x(0), x(value));
            double height = Math.max(2, 0.64 * pitchHere);
            surface.fill(new Box(from, y - height / 2, Math.max(1.5, Math.abs(x(value) - x(0))), height), 2, color);
            if (!name.isEmpty()) {
                TextStyle.Weight weight = strong ? TextStyle.Weight.SEMI_BOLD : TextStyle.Weight.REGULAR;
                double size = Math.min(13, Math.max(12, pitchHere));
                surface.text(name, 0, y, Surface.Align.LEFT, style.text(Token.TEXT, size, weight, 1));
                surface.text(
                        Figure.plain(value),
                        x(Math.max(0, value)) + 8,
                        y,
                        Surface.Align.LEFT,
                        style.text(Token.TEXT, Math.min(12, size), TextStyle.Weight.MONO, 1));
            }
        }
    }
}
