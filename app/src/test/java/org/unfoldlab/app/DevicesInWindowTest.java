package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.app.devices.DeviceFacts;
import org.unfoldlab.model.result.StopReason;

@ExtendWith(ApplicationExtension.class)
class DevicesInWindowTest {
    private static final DeviceFacts TWO_CARDS = new DeviceFacts(
            List.of(
                    new DeviceFacts.Card("cuda:0", "NVIDIA GeForce RTX 4070", true),
                    new DeviceFacts.Card("cuda:1", "NVIDIA GeForce GTX 1080", false)),
            false,
            List.of(
                    "cuda:0: NVIDIA GeForce RTX 4070, compute capability 8.9, 12 GiB",
                    "cuda:1: NVIDIA GeForce GTX 1080, compute capability 6.1, 8 GiB",
                    "NVIDIA GeForce GTX 1080 is too old: its compute capability is 6.1, LibTorch has code from 7.5 on."));

    @SuppressWarnings("NullAway.Init") // made by start
    private TestBench test;

    @Start
    void start(Stage stage) throws IOException {
        Path folder = Files.createTempDirectory("unfold-devices");
        test = new TestBench(stage, folder);
        test.bench.startDemo();
    }

    private void find(DeviceFacts facts) {
        test.facts = facts;
        test.onScreen(() -> test.bench.devices().look());
    }

    @Test
    void theChipNamesTheProcessorUntilACardIsChosen(FxRobot robot) {
        assertThat(TestBench.text(robot, "device-chip")).isEqualTo("CPU");
        find(TWO_CARDS);
        assertThat(TestBench.text(robot, "device-chip")).isEqualTo("CPU");
        robot.clickOn("#device-chip");
        robot.clickOn("#device-cuda-0");
        assertThat(TestBench.text(robot, "device-chip")).isEqualTo("RTX 4070");
        test.workers.stop(new StopReason.StoppedByUser());
        test.poll();
        test.onScreen(() -> test.bench.runs().train(test.bench.document().document()));
        assertThat(test.workers.options).last().isEqualTo(List.of("--device", "cuda:0"));
    }

    @Test
    void theCardSaysWhyACardCannotBeUsed(FxRobot robot) {
        find(TWO_CARDS);
        robot.clickOn("#device-chip");
        assertThat(robot.lookup("#device-cuda-1").query().isDisabled()).isTrue();
        Set<String> said = robot.lookup("#device-card .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .collect(Collectors.toSet());
        assertThat(said).containsAll(TWO_CARDS.details());
    }

    @Test
    void addedLibrariesFollowThisProgramsOwn() {
        Path own = Path.of("own.jar");
        Path added = Path.of("added.jar");
        assertThat(ThisProgram.classPath(own.toString(), List.of(own, added)))
                .isEqualTo("own.jar" + File.pathSeparator + "added.jar");
    }
}
