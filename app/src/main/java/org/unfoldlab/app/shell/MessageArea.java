package org.unfoldlab.app.shell;

import javafx.scene.layout.StackPane;

/** Room around the messages, none when there are none. */
final class MessageArea extends StackPane {
    MessageArea(Messages messages) {
        super(messages);
        getStyleClass().add("message-area");
        visibleProperty().bind(messages.visibleProperty());
        managedProperty().bind(messages.visibleProperty());
    }
}
