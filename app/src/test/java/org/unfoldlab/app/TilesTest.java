package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.app.runs.WatchScenes;

/** The figures of the run in focus. */
@SuppressWarnings("NullAway.Init") // made by start
@ExtendWith(ApplicationExtension.class)
class TilesTest {
    private static Path home;
    private Stage stage;
    private TestBench test;

    @BeforeAll
    static void writeRuns() {
        home = WatchBench.write();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        test = WatchBench.open(shown, home, 1280, 800);
    }

    private static String spoken(FxRobot robot, String tile) {
        return robot.lookup("#tile-" + tile).query().getAccessibleText();
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 1280})
    void allSixAreReadWholeInNarrowWindowsToo(int width, FxRobot robot) {
        test.onScreen(() -> {
            stage.setWidth(width);
            stage.setHeight(width == 1024 ? 680 : 800);
        });
        test.onScreen(() -> test.bench.scene().getRoot().layout());
        assertThat(robot.lookup(".figure-tile").queryAll()).hasSize(6);
        assertThat(spoken(robot, "progress")).isEqualTo("Progress: 23 of 60 epochs");
        assertThat(spoken(robot, "remaining")).isEqualTo("Remaining: – finished");
        assertThat(spoken(robot, "error")).isEqualTo("Test error at T = 5: 17.2 %");
        assertThat(spoken(robot, "best")).isEqualTo("Best, epoch 23: 17.2 %");
        assertThat(spoken(robot, "speed")).endsWith("images/s");
        assertThat(spoken(robot, "device")).startsWith("Device").contains("CPU", "2 threads", "1.9 GB");
        for (Node tile : robot.lookup(".figure-tile").queryAll()) {
            for (Label label : robot.from(tile).lookup(".label").queryAllAs(Label.class)) {
                assertThat(drawn(label))
                        .as("%s at %d", tile.getAccessibleText(), width)
                        .isEqualTo(label.getText());
                assertThat(label.localToScene(label.getBoundsInLocal()).getMaxX())
                        .isLessThanOrEqualTo(
                                tile.localToScene(tile.getBoundsInLocal()).getMaxX());
            }
        }
    }

    /** What is seen of a label's text: an ellipsis would stand in it. */
    private static String drawn(Label label) {
        Set<Node> texts = label.lookupAll(".text");
        return texts.stream()
                .map(Text.class::cast)
                .map(Text::getText)
                .findFirst()
                .orElse("");
    }

    @Test
    void theyFollowTheRunThatTrains(FxRobot robot) {
        test.onScreen(() -> test.bench.runs().train(WatchScenes.measured()));
        test.workers.begin(0, "cuda:0");
        test.workers.batch(1, 32);
        test.poll();
        assertThat(spoken(robot, "progress")).isEqualTo("Progress: 0 of 12 epochs");
        assertThat(spoken(robot, "remaining")).matches("Remaining: \\d+:\\d\\d min");
        assertThat(spoken(robot, "error")).isEqualTo("Test error at T = 5: – ");
        assertThat(spoken(robot, "speed")).isEqualTo("Speed: 412 images/s");
        assertThat(spoken(robot, "device")).isEqualTo("Device: cuda:0 2 threads");
        test.workers.epoch(1);
        test.poll();
        assertThat(spoken(robot, "progress")).isEqualTo("Progress: 1 of 12 epochs");
        assertThat(spoken(robot, "error")).isEqualTo("Test error at T = 5: 10.0 %");
        assertThat(spoken(robot, "best")).isEqualTo("Best, epoch 1: 10.0 %");
    }
}
