package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Training;
import org.unfoldlab.model.result.StopReason;

@ExtendWith(ApplicationExtension.class)
class MishapsInWindowTest {
    @SuppressWarnings("NullAway.Init") // made by start
    private TestBench test;

    @Start
    void start(Stage stage) throws IOException {
        Path folder = Files.createTempDirectory("unfold-mishaps");
        test = new TestBench(stage, folder);
        test.bench.startDemo();
    }

    private void endAfterOneEpoch(StopReason reason) {
        test.workers.begin(0, "cuda:0");
        test.workers.batch(1, 1);
        test.workers.epoch(1);
        test.workers.stop(reason);
        test.poll();
    }

    private void loseTheCard() {
        endAfterOneEpoch(new StopReason.DeviceLost(
                "Training stopped in epoch 2: the graphics card cuda:0 no longer answers. Everything up to epoch 1 is"
                        + " saved.",
                "cuda:0"));
    }

    @Test
    void aRunWhoseCardIsLostGoesOnOnTheProcessor(FxRobot robot) {
        loseTheCard();
        Node panel = robot.lookup(".message-panel").query();
        assertThat(panel.getAccessibleText()).contains("no longer answers", "Everything up to epoch 1 is saved.");
        robot.clickOn("#message-resume-on-the-cpu");
        assertThat(test.workers.started).hasSize(2).last().isEqualTo(Optional.empty());
        assertThat(test.workers.options).last().isEqualTo(List.of("--device", "cpu"));
    }

    @Test
    void orOnTheCardAgain(FxRobot robot) {
        loseTheCard();
        robot.clickOn("#message-resume-on-the-gpu");
        assertThat(test.workers.started).hasSize(2).last().isEqualTo(Optional.empty());
        assertThat(test.workers.options).last().isEqualTo(List.of("--device", "cuda:0"));
    }

    @Test
    void aCrashWhileOnTheCardOffersTheSame(FxRobot robot) {
        test.workers.begin(0, "cuda:0");
        test.workers.epoch(1);
        test.workers.die(139, "");
        test.poll();
        robot.clickOn("#message-resume-on-the-cpu");
        assertThat(test.workers.options).last().isEqualTo(List.of("--device", "cpu"));
    }

    @Test
    void aLossThatIsNoNumberIsAnsweredByALowerRate(FxRobot robot) {
        endAfterOneEpoch(new StopReason.Diverged("V1-V2@3", 2, 5, Double.NaN, OptionalInt.of(1), 0.05 / 3));
        Node panel = robot.lookup(".message-panel").query();
        assertThat(panel.getAccessibleText())
                .startsWith("Loss is not a number at V1-V2@3, epoch 2. Everything up to epoch 1 is saved.")
                .endsWith("Try rate 0.017.");
        robot.clickOn("#message-train-with-rate-0-017");
        NetworkDocument again = test.workers.started.get(1).orElseThrow();
        assertThat(again.training().schedule())
                .isEqualTo(new Training.Schedule.Steps(
                        List.of(new Training.Schedule.Piece(again.training().epochs(), 0.017))));
    }

    @Test
    void whatDoesNotFitIsTrainedWithSettingsThatDo(FxRobot robot) {
        test.workers.stop(new StopReason.OutOfMemory(
                "This training does not fit into memory. Nothing was started. Try batch 32 and T = 3.",
                "the processor",
                OptionalInt.of(32),
                OptionalInt.of(3)));
        test.poll();
        robot.clickOn("#message-train-with-batch-32-and-t-3");
        NetworkDocument smaller = test.workers.started.get(1).orElseThrow();
        assertThat(smaller.training().batch()).isEqualTo(32);
        assertThat(smaller.readout().time()).isEqualTo(3);
    }

    @Test
    void memoryThatRanOutOnTheCardOffersTheProcessor(FxRobot robot) {
        endAfterOneEpoch(new StopReason.OutOfMemory(
                "Training stopped in epoch 2: out of memory. Everything up to epoch 1 is saved. Try batch 32.",
                "cuda:0",
                OptionalInt.of(32),
                OptionalInt.empty()));
        assertThat(robot.lookup("#message-train-with-batch-32").tryQuery()).isPresent();
        assertThat(robot.lookup("#message-resume-on-the-gpu").tryQuery()).isEmpty();
        robot.clickOn("#message-resume-on-the-cpu");
        assertThat(test.workers.options).last().isEqualTo(List.of("--device", "cpu"));
    }

    @Test
    void newRunsComputeWhereTheSettingsSay() {
        test.workers.stop(new StopReason.StoppedByUser());
        test.poll();
        test.onScreen(() -> test.bench.world().settings().change(now -> now.withDevice("cuda:1")));
        test.onScreen(() -> test.bench.runs().train(test.bench.document().document()));
        assertThat(test.workers.options).last().isEqualTo(List.of("--device", "cuda:1"));
    }
}
