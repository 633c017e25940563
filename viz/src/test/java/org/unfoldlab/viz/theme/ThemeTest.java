package org.unfoldlab.viz.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init") // set in start
@ExtendWith(ApplicationExtension.class)
class ThemeTest {
    private Button primary;
    private Button plain;
    private Label section;
    private Scene scene;

    /** Controls exist only after JavaFX has started, so they are no field initialisers. */
    @Start
    void start(Stage stage) {
        primary = new Button("Train");
        plain = new Button("New");
        section = new Label("Becomes");
        primary.getStyleClass().add("primary");
        primary.setDefaultButton(true);
        section.getStyleClass().add("section");
        scene = new Scene(new VBox(primary, plain, section), 400, 300);
        stage.setScene(scene);
        stage.show();
        Theme.apply(scene, ThemeMode.LIGHT, TextSize.NORMAL);
    }

    private static List<Paint> fills(Button button) {
        button.applyCss();
        return button.getBackground().getFills().stream()
                .map(fill -> fill.getFill())
                .toList();
    }

    @Test
    void thePrimaryButtonIsInkAndNotBlue(FxRobot robot) {
        robot.interact(() -> {
            assertThat(fills(primary)).containsOnly(Token.CONTROL.in(ThemeMode.LIGHT));
            assertThat(primary.getTextFill()).isEqualTo(Token.ON_CONTROL.in(ThemeMode.LIGHT));
            assertThat(primary.getHeight()).isEqualTo(36);
        });
    }

    @Test
    void switchingThemeAndTextSizeRedressesAtOnce(FxRobot robot) {
        List<Look> seen = new ArrayList<>();
        robot.interact(() -> {
            Theme.lookOf(plain).subscribe(look -> {
                seen.add(look);
            });
            Theme.apply(scene, ThemeMode.DARK, TextSize.LARGEST);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            assertThat(fills(plain)).contains(Token.BACKGROUND.in(ThemeMode.DARK));
            assertThat(section.getFont().getSize()).isEqualTo(22.5);
            assertThat(plain.prefHeight(-1)).isEqualTo(54);
            assertThat(scene.getFill()).isEqualTo(Token.BACKGROUND.in(ThemeMode.DARK));
        });
        assertThat(seen).last().isEqualTo(Look.of(ThemeMode.DARK, TextSize.LARGEST));
        robot.interact(() -> Theme.apply(scene, ThemeMode.LIGHT, TextSize.NORMAL));
        assertThat(scene.getStylesheets()).hasSize(1);
    }

    @Test
    void popupsWearTheThemeToo(FxRobot robot) {
        robot.interact(() -> {
            Theme.apply(scene, ThemeMode.DARK, TextSize.NORMAL);
            scene.getRoot().applyCss();
            Tooltip tip = new Tooltip("One step, F8");
            tip.show(plain, 10, 10);
            tip.hide();
            assertThat(tip.getScene().getStylesheets()).isEqualTo(scene.getStylesheets());
        });
    }

    @Test
    void sectionsAreSetInInterSemiBold(FxRobot robot) {
        robot.interact(() -> assertThat(section.getFont().getFamily()).isEqualTo(Fonts.INTER_SEMI_BOLD));
    }

    @Test
    void aWideWindowAsksForLargerDrawings(FxRobot robot) {
        robot.interact(() -> scene.getWindow().setWidth(1000));
        assertThat(Theme.lookOf(scene).getValue().wide()).isFalse();
        assertThat(Look.DEFAULT.withWide(true).drawingText(12)).isEqualTo(14);
    }
}
