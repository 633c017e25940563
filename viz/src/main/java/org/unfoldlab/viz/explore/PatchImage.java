package org.unfoldlab.viz.explore;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.Token;

/**
 * An image, enlarged pixel by pixel, with a square patch that hides a part: dragged by the mouse, or moved by the arrow
 * keys (Shift: by its own size).
 */
public final class PatchImage extends Region {
    private final Canvas canvas = new Canvas();
    private final ObservableValue<Look> look = Theme.lookOf(this);
    private @Nullable Image image;
    private int size;
    private int row;
    private int column;
    private Mover onMove = (toRow, toColumn) -> {};

    /** Told where the patch shall lie: row and column of its upper left corner, in px of the image. */
    public interface Mover {
        void moved(int row, int column);
    }

    public PatchImage() {
        getStyleClass().addAll("patch-image", "focus-ring");
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(64, 64);
        look.subscribe(this::redraw);
        setOnMousePressed(this::drag);
        setOnMouseDragged(this::drag);
        setOnKeyPressed(this::key);
    }

    /** Shows an image as the network sees it. */
    public void show(Image next) {
        image = next;
        redraw();
    }

    /** Shows where the patch lies; size 0 for none. */
    public void setPatch(int patchRow, int patchColumn, int patchSize) {
        row = patchRow;
        column = patchColumn;
        size = patchSize;
        setCursor(size > 0 ? Cursor.HAND : Cursor.DEFAULT);
        setAccessibleHelp(size > 0 ? "Arrow keys move the patch" : "");
        redraw();
    }

    public void setOnMove(Mover action) {
        onMove = action;
    }

    /** The image that is shown, if one is. */
    public Optional<Image> image() {
        return Optional.ofNullable(image);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(1, getWidth()));
        canvas.setHeight(Math.max(1, getHeight()));
        redraw();
    }

    /** Screen px for one px of the image. */
    private double zoom() {
        Image shown = image;
        return shown == null ? 1 : Math.min(getWidth() / shown.getWidth(), getHeight() / shown.getHeight());
    }

    private double left() {
        Image shown = image;
        return shown == null ? 0 : (getWidth() - shown.getWidth() * zoom()) / 2;
    }

    private double top() {
        Image shown = image;
        return shown == null ? 0 : (getHeight() - shown.getHeight() * zoom()) / 2;
    }

    private void drag(MouseEvent event) {
        requestFocus();
        if (size > 0 && image != null) {
            int toRow = (int) Math.round((event.getY() - top()) / zoom() - size / 2.0);
            int toColumn = (int) Math.round((event.getX() - left()) / zoom() - size / 2.0);
            onMove.moved(toRow, toColumn);
        }
    }

    private void key(KeyEvent event) {
        if (size == 0 || event.isShortcutDown()) {
            return;
        }
        int by = event.isShiftDown() ? size : 1;
        switch (event.getCode()) {
            case LEFT -> onMove.moved(row, column - by);
            case RIGHT -> onMove.moved(row, column + by);
            case UP -> onMove.moved(row - by, column);
            case DOWN -> onMove.moved(row + by, column);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void redraw() {
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        var tokens = look.getValue().tokens();
        Image shown = image;
        if (shown == null) {
            context.setFill(tokens.of(Token.INSET));
            context.fillRoundRect(0, 0, canvas.getWidth(), canvas.getHeight(), 12, 12);
            return;
        }
        double zoom = zoom();
        context.setImageSmoothing(false);
        context.drawImage(shown, left(), top(), shown.getWidth() * zoom, shown.getHeight() * zoom);
        if (size > 0) {
            double x = left() + column * zoom;
            double y = top() + row * zoom;
            double side = size * zoom;
            context.setLineWidth(4);
            context.setStroke(javafx.scene.paint.Color.WHITE);
            context.strokeRect(x, y, side, side);
            context.setLineWidth(2);
            context.setStroke(javafx.scene.paint.Color.web("#1F2328"));
            context.strokeRect(x, y, side, side);
        }
    }
}
