package org.unfoldlab.app.welcome;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.unfoldlab.viz.unrolled.NetworkThumbnail;

/** A network to start from: its thumbnail, its name, a line on what it shows. */
final class NetworkCard extends Button {
    static final double WIDTH = 264;
    static final double HEIGHT = 220;
    private static final double PICTURE_HEIGHT = 104;

    NetworkCard(StartNetwork network, Runnable action) {
        Label title = new Label(network.title());
        title.getStyleClass().add("section");
        Label line = new Label(network.line());
        line.getStyleClass().addAll("label-text", "muted");
        line.setWrapText(true);
        line.setPrefWidth(WIDTH - 32);
        line.setMinHeight(USE_PREF_SIZE);
        line.setAlignment(Pos.TOP_LEFT);
        NetworkThumbnail picture = new NetworkThumbnail(network.drawn());
        picture.setPrefSize(WIDTH - 32, PICTURE_HEIGHT);
        picture.setMinHeight(PICTURE_HEIGHT);
        picture.setMouseTransparent(true);
        VBox content = new VBox(2, picture, title, line);
        VBox.setMargin(title, new Insets(8, 0, 0, 0));
        content.setFillWidth(true);
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().addAll("network-card", "card");
        setPrefSize(WIDTH, HEIGHT);
        setMaxWidth(Double.MAX_VALUE);
        setId("network-" + network.name());
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(network.title() + ". " + network.line());
        setOnAction(event -> action.run());
    }
}
