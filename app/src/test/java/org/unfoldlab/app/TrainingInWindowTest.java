package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.app.runs.Phase;
import org.unfoldlab.app.runs.Worker;
import org.unfoldlab.model.graph.Combine;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.StopReason;

@ExtendWith(ApplicationExtension.class)
class TrainingInWindowTest {
    @SuppressWarnings("NullAway.Init") // made by start
    private TestBench test;

    @Start
    void start(Stage stage) throws IOException {
        Path folder = Files.createTempDirectory("unfold-training");
        test = new TestBench(stage, folder);
        test.bench.startDemo();
    }

    private void trainOneEpoch() {
        test.workers.begin(0);
        test.workers.batch(1, 1);
        test.workers.epoch(1);
        test.workers.batch(2, 1);
        test.poll();
    }

    @Test
    void theDemoTrainsAtOnceAndTheSentenceTellsTheError(FxRobot robot) {
        assertThat(TestBench.text(robot, "run-headline")).isEqualTo("Run 1 · starting");
        assertThat(robot.lookup("#nothing-trained").queryAs(Node.class).isVisible())
                .isTrue();
        trainOneEpoch();
        assertThat(TestBench.text(robot, "run-headline")).isEqualTo("Run 1 · epoch 2 of 12");
        assertThat(TestBench.sentence(robot)).isEqualTo("T = 5, 11 layers, 10.0 % error");
        assertThat(robot.lookup("#nothing-trained").queryAs(Node.class).isVisible())
                .isFalse();
        test.onScreen(() -> test.bench.document().setReadoutTime(1));
        assertThat(TestBench.sentence(robot)).isEqualTo("T = 1, – layers, no signal yet");
        test.onScreen(() -> test.bench.document().setReadoutTime(40));
        assertThat(TestBench.sentence(robot)).endsWith("not measured");
    }

    @Test
    void trainingIsPausedSteppedContinuedAndStopped(FxRobot robot) {
        trainOneEpoch();
        robot.clickOn("#train");
        test.workers.pausedIn(2);
        test.poll();
        assertThat(TestBench.text(robot, "train")).isEqualTo("Continue");
        robot.clickOn("#one-step");
        robot.clickOn("#train");
        robot.clickOn("#stop");
        assertThat(test.workers.orders)
                .containsExactly(Worker.Order.PAUSE, Worker.Order.STEP_BATCH, Worker.Order.RESUME, Worker.Order.STOP);
        test.workers.stop(new StopReason.StoppedByUser());
        test.poll();
        assertThat(TestBench.text(robot, "train")).isEqualTo("Train");
        assertThat(robot.lookup("#stop").queryAs(Node.class).isDisabled()).isTrue();
    }

    @Test
    void editingWhileARunTrainsNeverTouchesItAndTheTransportSaysSo(FxRobot robot) {
        trainOneEpoch();
        NetworkDocument ran = test.bench.runs().live().orElseThrow().network();
        assertThat(TestBench.text(robot, "run-detail")).doesNotContain("changed");
        test.onScreen(() -> test.bench.document().setReadoutTime(7));
        assertThat(TestBench.text(robot, "run-detail")).as("T is where we look").doesNotContain("changed");
        test.onScreen(() -> test.bench
                .document()
                .edit(
                        "Sum",
                        test.bench
                                .document()
                                .document()
                                .edit()
                                .combine(Combine.SUM)
                                .build()));
        assertThat(TestBench.text(robot, "run-detail")).endsWith("changed since run 1");
        assertThat(test.bench.runs().live().orElseThrow().network()).isSameAs(ran);
        assertThat(test.workers.started).containsExactly(Optional.of(ran));
        assertThat(test.workers.orders).isEmpty();
        test.workers.stop(new StopReason.StoppedByUser());
        test.poll();
        assertThat(TestBench.text(robot, "run-detail")).startsWith("changed since run 1 · seed ");
        test.onScreen(() -> test.bench.document().undo());
        test.onScreen(() -> test.bench.document().undo());
        assertThat(TestBench.text(robot, "run-headline")).startsWith("Run 1 · stopped");
    }

    @Test
    void theDeathOfTheWorkerLeavesTheWindowAliveWithAWayOn(FxRobot robot) {
        trainOneEpoch();
        test.workers.die(137, "");
        test.poll();
        Node panel = robot.lookup(".message-panel").query();
        assertThat(panel.getAccessibleText())
                .startsWith("Training stopped in epoch 2: the system ended the worker")
                .contains("Everything up to epoch 1 is saved.");
        robot.clickOn("#message-resume-from-epoch-1");
        assertThat(test.workers.started).hasSize(2).last().isEqualTo(Optional.empty());
        test.workers.begin(1);
        test.workers.batch(2, 1);
        test.poll();
        assertThat(test.bench.runs().chosen().orElseThrow().phase()).isEqualTo(Phase.TRAINING);
        assertThat(robot.lookup(".message-panel").tryQuery()).isEmpty();
    }

    @Test
    void editingNeverTouchesTheRunAndIsSaid(FxRobot robot) {
        trainOneEpoch();
        test.workers.stop(new StopReason.Completed());
        test.poll();
        test.onScreen(() -> {
            var document = test.bench.document();
            document.edit(
                    "Train longer",
                    document.document()
                            .edit()
                            .training(document.document().training().withEpochs(99))
                            .build());
        });
        assertThat(TestBench.text(robot, "run-detail")).isEqualTo("changed since run 1 · seed 1");
        assertThat(TestBench.sentence(robot)).endsWith("error in run 1");
    }

    @Test
    void modesChangeByKey(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(robot.lookup(".draw").tryQuery()).isPresent();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(robot.lookup(".watch").tryQuery()).isPresent();
    }
}
