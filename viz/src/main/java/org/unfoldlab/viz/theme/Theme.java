package org.unfoldlab.viz.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Dresses a scene: AtlantaFX Primer underneath, our tokens and type above it. A scene keeps its
 * look as a property, so that nodes that draw by themselves follow it: {@link #lookOf(Node)}.
 */
public final class Theme {
    private static final Object KEY = "org.unfoldlab.look";

    private Theme() {}

    /** The colours of one ground. */
    public static Tokens tokens(ThemeMode mode) {
        return new Tokens(mode);
    }

    /** Dresses the scene, and again whenever theme or text size change. */
    public static void apply(Scene scene, ThemeMode mode, TextSize size) {
        apply(scene, look(scene).get().withMode(mode).withTextSize(size));
    }

    /** Dresses the scene in a look; {@link Look#wide()} then follows the scene's width. */
    public static void apply(Scene scene, Look look) {
        Look fitting = look.withWide(isWide(scene));
        look(scene).set(fitting);
        dress(scene, fitting, fitting);
    }

    /** The look of a scene, live; {@link Look#DEFAULT} before any was applied. */
    public static ObservableValue<Look> lookOf(Scene scene) {
        return look(scene);
    }

    /** The look of the scene that holds the node now, live; {@link Look#DEFAULT} outside one. */
    public static ObservableValue<Look> lookOf(Node node) {
        return node.sceneProperty().flatMap(Theme::lookOf).orElse(Look.DEFAULT);
    }

    @SuppressWarnings("unchecked")
    private static ObjectProperty<Look> look(Scene scene) {
        return (ObjectProperty<Look>) scene.getProperties().computeIfAbsent(KEY, key -> follow(scene));
    }

    private static ObjectProperty<Look> follow(Scene scene) {
        Fonts.load();
        ObjectProperty<Look> look = new SimpleObjectProperty<>(scene, "look", Look.DEFAULT);
        look.subscribe((before, now) -> dress(scene, before, now));
        scene.widthProperty().subscribe(() -> look.set(look.get().withWide(isWide(scene))));
        return look;
    }

    private static boolean isWide(Scene scene) {
        return scene.getWidth() >= Look.WIDE_FROM;
    }

    private static void dress(Scene scene, Look before, Look now) {
        String primer = switch (now.mode()) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
        scene.setUserAgentStylesheet(primer);
        List<String> sheets = new ArrayList<>(scene.getStylesheets());
        sheets.remove(Stylesheet.url(before));
        sheets.remove(Stylesheet.url(now));
        sheets.add(0, Stylesheet.url(now));
        if (!sheets.equals(scene.getStylesheets())) {
            // All at once: between two changes the tokens would be unknown.
            scene.getStylesheets().setAll(sheets);
        }
        scene.setFill(now.tokens().background());
    }
}
