package org.unfoldlab.app.shell;

import java.util.function.Supplier;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons that say what they do, and why they cannot, to eyes and to screen readers. */
public final class Hints {
    private static final Duration DELAY = Duration.millis(400);

    private Hints() {}

    /** A tooltip whose text is made when it is shown. */
    public static void explain(Node node, Supplier<String> text) {
        Tooltip tip = new Tooltip();
        tip.setShowDelay(DELAY);
        tip.setOnShowing(event -> tip.setText(text.get()));
        tip.setText(text.get());
        Tooltip.install(node, tip);
    }

    /** An icon of one colour. */
    public static FontIcon icon(Ikon ikon) {
        return FontIcon.of(ikon);
    }

    /** An unlabelled button of a command. */
    public static Node iconButton(Ikon ikon, Command command) {
        Button button = new Button("", icon(ikon));
        button.getStyleClass().add("icon-only");
        return wired(button, command);
    }

    /** A labelled button of a command. */
    public static Node button(String text, Command command, Ikon ikon, String... styles) {
        Button button = new Button(text, icon(ikon));
        button.getStyleClass().addAll(styles);
        button.setMaxWidth(Double.MAX_VALUE);
        return wired(button, command);
    }

    /** Disabled controls show no tooltip of their own; a pane around the button does it for them. */
    private static Node wired(Button button, Command command) {
        button.setOnAction(event -> command.run());
        follow(button, command.blocked());
        String plain = command.name().replace("…", "");
        button.setAccessibleText(plain);
        button.setId(idOf(plain));
        StackPane pane = new StackPane(button);
        pane.setMaxSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
        explain(pane, command::hint);
        return pane;
    }

    private static void follow(Button button, ObservableStringValue blocked) {
        blocked.subscribe(reason -> {
            button.setDisable(!reason.isEmpty());
            button.setAccessibleHelp(reason);
        });
    }

    /** The id under which tests and style sheets find the button, e.g. {@code one-step} for "One step". */
    static String idOf(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
