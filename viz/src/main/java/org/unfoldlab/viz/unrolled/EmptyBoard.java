package org.unfoldlab.viz.unrolled;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What an empty board says. */
final class EmptyBoard extends VBox {
    private final Button start = new Button("Start from a network");

    EmptyBoard(Runnable addState) {
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
        start.setVisible(false);
        start.setManaged(false);
        HBox buttons = new HBox(12, add, start);
        buttons.setAlignment(Pos.CENTER);
        buttons.setPickOnBounds(false);
        VBox.setMargin(buttons, new Insets(8, 0, 0, 0));
        title.setMouseTransparent(true);
        next.setMouseTransparent(true);
        getChildren().addAll(ghost(), title, next, buttons);
    }

    /** What the first state will look like, with a way back to itself. */
    private static Region ghost() {
        Label card = new Label("V1");
        card.getStyleClass().addAll("ghost-card", "strong");
        Arc loop = new Arc(0, 26, 18, 17, 90, 180);
        loop.getStyleClass().add("ghost-loop");
        Pane both = new Pane(loop, card);
        both.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        both.setMouseTransparent(true);
        VBox.setMargin(both, new Insets(0, 0, 20, 0));
        return both;
    }

    /** Offers the gallery. */
    void offerStart(Runnable startFromNetwork) {
        start.setOnAction(event -> startFromNetwork.run());
        start.setVisible(true);
        start.setManaged(true);
    }
}
