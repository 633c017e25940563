package org.unfoldlab.app.shell;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** The messages of the window, stacked above the stage; the newest on top. */
public final class Messages extends VBox {
    public Messages() {
        getStyleClass().add("messages");
        setSpacing(8);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Shows a message in place of the one with the same id. */
    public void show(Message message) {
        dismiss(message.id());
        getChildren().add(0, panel(message));
        setVisible(true);
    }

    /** Takes a message away, if it is there. */
    public void dismiss(String id) {
        getChildren().removeIf(node -> id.equals(node.getUserData()));
        setVisible(!getChildren().isEmpty());
    }

    private Node panel(Message message) {
        Label title = wrapping(message.title(), "message-title");
        Label body = wrapping(message.body(), "message-body");
        VBox texts = new VBox(4, title);
        if (!message.body().isEmpty()) {
            texts.getChildren().add(body);
        }
        if (!message.actions().isEmpty()) {
            texts.getChildren().add(actions(message));
        }
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox panel = new HBox(icon(message.kind()), texts, closeButton(message));
        panel.getStyleClass().addAll("message-panel", message.kind().name().toLowerCase(Locale.ROOT));
        panel.setUserData(message.id());
        panel.setAccessibleRole(AccessibleRole.TEXT);
        panel.setAccessibleText(message.title() + ". " + message.body());
        return panel;
    }

    private HBox actions(Message message) {
        HBox row = new HBox();
        row.getStyleClass().add("message-actions");
        for (Message.Action action : message.actions()) {
            Button button = new Button(action.verb());
            button.setId("message-" + Hints.idOf(action.verb()));
            if (row.getChildren().isEmpty()) {
                button.getStyleClass().add("primary");
            }
            button.setOnAction(event -> {
                if (action.closes()) {
                    dismiss(message.id());
                }
                action.action().run();
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private Node closeButton(Message message) {
        return Hints.iconButton(MaterialDesignC.CLOSE, Command.of("Close message", "", () -> dismiss(message.id())));
    }

    private static FontIcon icon(Message.Kind kind) {
        FontIcon icon = FontIcon.of(
                switch (kind) {
                    case ERROR -> MaterialDesignA.ALERT_CIRCLE;
                    case WARNING -> MaterialDesignA.ALERT;
                    case INFORMATION -> MaterialDesignI.INFORMATION;
                });
        icon.getStyleClass()
                .add(
                        switch (kind) {
                            case ERROR -> "error-icon";
                            case WARNING -> "warning-icon";
                            case INFORMATION -> "info-icon";
                        });
        return icon;
    }

    private static Label wrapping(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
