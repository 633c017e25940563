package org.unfoldlab.viz.unrolled;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What an empty board says. */
final class EmptyBoard extends VBox {
    EmptyBoard(Runnable addState, Runnable startFromNetwork) {
        super(12);
        setAlignment(Pos.CENTER);
        setPickOnBounds(false);
        Label title = new Label("Double-click to add a state");
        title.getStyleClass().add("page-title");
        Label next = new Label("Then drag from its rim to connect it, or back to itself.");
        next.getStyleClass().add("muted");
        Button add = new Button("Add state", FontIcon.of(MaterialDesignP.PLUS));
        add.getStyleClass().add("primary");
        add.setId("add-first-state");
        add.setOnAction(event -> addState.run());
        Button start = new Button("Start from a network");
        start.setOnAction(event -> startFromNetwork.run());
        HBox buttons = new HBox(12, add, start);
        buttons.setAlignment(Pos.CENTER);
        buttons.setPickOnBounds(false);
        VBox.setMargin(buttons, new javafx.geometry.Insets(8, 0, 0, 0));
        title.setMouseTransparent(true);
        next.setMouseTransparent(true);
        getChildren().addAll(title, next, buttons);
    }
}
