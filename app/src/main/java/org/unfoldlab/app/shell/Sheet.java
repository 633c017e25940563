package org.unfoldlab.app.shell;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * A card over the dimmed window, for a choice that stands for itself: presets, data, settings, an unanswered question.
 * Escape, a click beside it and its close button put it away.
 */
public final class Sheet extends StackPane {
    private static final double ROOM_AROUND = 180;

    private Optional<Node> before = Optional.empty();
    private Runnable onClose = () -> {};

    public Sheet() {
        getStyleClass().add("sheet-ground");
        setVisible(false);
        setAlignment(Pos.CENTER);
        setOnMousePressed(event -> {
            if (event.getTarget() == this && event.getButton() == MouseButton.PRIMARY) {
                close();
            }
        });
    }

    /**
     * Shows a card.
     *
     * @param width of the card at normal text, px
     * @param whenClosed told once when it goes, however it goes
     */
    public void open(String title, Node content, double width, Runnable whenClosed) {
        close();
        before = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
        onClose = whenClosed;
        Label heading = new Label(title);
        heading.getStyleClass().add("page-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Node closeButton = Hints.iconButton(MaterialDesignC.CLOSE, Command.of("Close", "Esc", this::close));
        HBox top = new HBox(heading, gap, closeButton);
        top.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // Text that wraps is higher than a scroll pane believes, which asks for the height of unwrapped lines.
        if (content instanceof Region region) {
            scroll.prefViewportHeightProperty().bind(region.heightProperty());
        }
        VBox card = new VBox(12, top, scroll);
        card.getStyleClass().add("sheet");
        card.setMaxSize(width, USE_PREF_SIZE);
        scroll.maxHeightProperty().bind(heightProperty().subtract(ROOM_AROUND));
        card.setAccessibleText(title);
        card.setPrefWidth(width);
        getChildren().setAll(card);
        setVisible(true);
        Regions.firstControl(content).orElse(closeButton).requestFocus();
    }

    public void open(String title, Node content, double width) {
        open(title, content, width, () -> {});
    }

    public boolean isOpen() {
        return isVisible();
    }

    /** Puts the card away and gives the focus back. */
    public void close() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        getChildren().clear();
        Runnable told = onClose;
        onClose = () -> {};
        before.ifPresent(Node::requestFocus);
        told.run();
    }
}
