package org.unfoldlab.app;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.unfoldlab.app.editor.DocumentWords;
import org.unfoldlab.app.settings.SettingsStore;
import org.unfoldlab.app.settings.WindowPlace;
import org.unfoldlab.app.welcome.WelcomePage;

/** The window of the operating system: where it stands, its smallest size, its closing. */
final class WindowFrame {
    private final Stage stage;
    private final SettingsStore settings;

    WindowFrame(Stage stage, SettingsStore settings) {
        this.stage = stage;
        this.settings = settings;
    }

    /** Shows the window. */
    void show(Workbench bench) {
        Scene scene = bench.scene();
        WindowPlace place = settings.get().window();
        stage.titleProperty().bind(DocumentWords.title(bench.document()).concat(" – Unfold"));
        stage.getIcons().add(new Image(String.valueOf(WelcomePage.class.getResource("icon-512.png"))));
        stage.setMinWidth(WindowPlace.SMALLEST_WIDTH);
        stage.setMinHeight(WindowPlace.SMALLEST_HEIGHT);
        stage.setScene(scene);
        if (!place.placeless() && isOnScreen(place)) {
            stage.setX(place.x());
            stage.setY(place.y());
        }
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
        stage.setOnCloseRequest(event -> {
            event.consume();
            bench.quit(this::close);
        });
        stage.setOnHiding(event -> {
            remember();
            bench.remember();
        });
        stage.show();
    }

    private void close() {
        stage.close();
    }

    private void remember() {
        settings.change(now -> {
            WindowPlace before = now.window();
            return now.withWindow(
                    stage.isMaximized()
                            ? new WindowPlace(before.x(), before.y(), before.width(), before.height(), true)
                            : new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false));
        });
    }

    /** A screen that was unplugged must not take the window with it. */
    private static boolean isOnScreen(WindowPlace place) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(bounds ->
                        bounds.intersects(new Rectangle2D(place.x() + 40, place.y() + 10, place.width() - 80, 40)));
    }
}
