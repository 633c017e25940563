package org.unfoldlab.app.shell;

import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

/** Room around the messages, none when there are none. */
final class MessageArea extends StackPane {
    MessageArea(Messages messages) {
        super(messages);
        getStyleClass().add("message-area");
        setMaxHeight(USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.TOP_CENTER);
        visibleProperty().bind(messages.visibleProperty());
        managedProperty().bind(messages.visibleProperty());
    }
}
