package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unfoldlab.app.TestBench.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.app.runs.Phase;
import org.unfoldlab.app.runs.RunArchive;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.app.runs.Trash;
import org.unfoldlab.app.runs.Worker;
import org.unfoldlab.app.shell.Mode;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.store.RunLabels;
import org.unfoldlab.viz.plot.PlotView;

@ExtendWith(ApplicationExtension.class)
class RunsInWindowTest {
    @SuppressWarnings("NullAway.Init") // made by start
    private TestBench test;

    @SuppressWarnings("NullAway.Init") // made by start
    private Path folder;

    @Start
    void start(Stage stage) throws IOException {
        folder = Files.createTempDirectory("unfold-runs");
        StoredRuns.write(folder.resolve("runs").resolve("a"), StoredRuns.demo(1), 0.13);
        test = new TestBench(stage, folder);
        test.bench.desk().setTrash(new Trash(Optional.of(folder.resolve("Trash"))));
        test.bench.open("demo");
        test.bench.show(Mode.WATCH);
        test.bench.runs().choose(test.bench.runs().runs().get(0));
    }

    private RunViewModel chosen() {
        return test.bench.runs().chosen().orElseThrow();
    }

    private Path stored(String name, long seed, double error) {
        try {
            return StoredRuns.write(folder.resolve("elsewhere").resolve(name), StoredRuns.demo(seed), error);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Phase> phases() {
        return test.bench.runs().runs().stream().map(RunViewModel::phase).toList();
    }

    @Test
    void aRunIsNamedNotedColouredAndPinnedInItsOwnFolder(FxRobot robot) {
        robot.clickOn("#run-rename");
        test.onScreen(() -> robot.lookup("#run-rename").queryAs(TextField.class).setText("Best so far"));
        robot.push(KeyCode.ENTER);
        robot.clickOn("#colour-4");
        robot.clickOn("#run-note");
        test.onScreen(() -> robot.lookup("#run-note").queryAs(TextArea.class).setText("Shown in class"));
        robot.clickOn("#run-1");
        test.onScreen(() -> test.bench.runs().relabel(chosen(), label -> label.withPinned(true)));
        var label = RunLabels.read(folder.resolve("runs").resolve("a"));
        assertThat(label.name()).contains("Best so far");
        assertThat(label.note()).isEqualTo("Shown in class");
        assertThat(label.colour()).hasValue(4);
        assertThat(label.pinned()).isTrue();
        assertThat(robot.lookup("#run-1").queryAs(Node.class).getAccessibleText())
                .isEqualTo("Run 1, Best so far, finished, test error 13.1 %");
    }

    @Test
    void aRunGoesToTheTrashAndComesBack(FxRobot robot) {
        Path run = chosen().folder();
        test.onScreen(() -> test.bench.desk().trash(chosen()));
        assertThat(test.bench.runs().runs()).isEmpty();
        assertThat(run).doesNotExist();
        assertThat(folder.resolve("Trash").resolve("files").resolve("a").resolve("run.json"))
                .exists();
        robot.clickOn("#message-undo");
        assertThat(run.resolve("run.json")).exists();
        assertThat(test.bench.runs().runs()).hasSize(1);
        assertThat(folder.resolve("Trash").resolve("info")).isEmptyDirectory();
    }

    @Test
    void aRunFolderOpensFromAnywhereAndIsComparedWithAnother(FxRobot robot) {
        test.answers.add(stored("b", 7, 0.21));
        test.onScreen(() -> {
            chosen().shownProperty().set(true);
            test.bench.desk().openRuns();
        });
        assertThat(test.bench.runs().runs()).hasSize(2);
        robot.clickOn("#compare");
        List<String> texts = compared(robot);
        assertThat(texts).contains("Seed", "7", "Test error, newest", "21.1 %", "13.1 %", "T = 8");
        assertThat(texts).doesNotContain("Epochs planned", "Weights");
        robot.clickOn("#back-to-plots");
        assertThat(robot.lookup("#plot-error-by-epoch")
                        .queryAs(Node.class)
                        .getParent()
                        .isVisible())
                .isTrue();
    }

    private static List<String> compared(FxRobot robot) {
        return robot
                .from(robot.lookup("#compare-view").queryAs(Node.class))
                .lookup(".label")
                .queryAllAs(Label.class)
                .stream()
                .map(Label::getText)
                .toList();
    }

    @Test
    void theSpreadOverSeedsIsThereAsSoonAsTheLastOfThemIsDone(FxRobot robot) {
        test.onScreen(() -> {
            chosen().shownProperty().set(true);
            test.bench.runs().comparingProperty().set(true);
            test.bench.runs().train(StoredRuns.demo(2));
        });
        test.workers.begin(0);
        test.workers.epoch(1);
        test.poll();
        assertThat(compared(robot)).contains("Seed").doesNotContain("Test error over seeds");
        test.workers.stop(new StopReason.Completed());
        test.poll();
        assertThat(compared(robot)).contains("Test error over seeds");
    }

    @Test
    void repetitionsAreDrawnAsTheirMeanWhenAsked(FxRobot robot) {
        test.onScreen(() -> {
            test.bench.desk().open(stored("b", 2, 0.15));
            test.bench.runs().runs().forEach(run -> run.shownProperty().set(true));
        });
        robot.clickOn("#mean-over-seeds");
        PlotView plot = robot.lookup("#plot-error-by-time").queryAs(PlotView.class);
        soon(() -> assertThat(plot.model().series())
                .singleElement()
                .satisfies(line -> assertThat(line.name()).endsWith("mean of 2")));
        assertThat(plot.model().series().get(0).at(5)).isBetween(14.0, 14.2);
        assertThat(plot.model().bands()).hasSize(1);
        assertThat(plot.model().bands().get(0).high().at(5)).isBetween(15.0, 15.2);
    }

    @Test
    void aGridIsQueuedTrainedInTurnPausedAndSurvivesTheProgram(FxRobot robot) throws IOException {
        test.onScreen(test.bench.desk()::vary);
        test.onScreen(() -> {
            robot.lookup("#vary-time").queryAs(TextField.class).setText("1, 3, 5");
            robot.lookup("#vary-seed").queryAs(TextField.class).setText("1..2");
        });
        assertThat(TestBench.text(robot, "vary-count")).isEqualTo("4 runs");
        assertThat(TestBench.text(robot, "vary-estimate"))
                .startsWith("about ")
                .contains("by the speed of earlier runs");
        assertThat(TestBench.text(robot, "vary-complaints"))
                .startsWith("Left out: T = 1, seed 1. V2 has no signal at T = 1.");
        robot.clickOn("#vary-queue");
        assertThat(phases()).containsExactly(Phase.QUEUED, Phase.QUEUED, Phase.QUEUED, Phase.STARTING, Phase.FINISHED);
        assertThat(TestBench.text(robot, "queue-words")).isEqualTo("3 runs wait");
        test.workers.begin(0);
        test.workers.epoch(1);
        test.workers.stop(new StopReason.Completed());
        test.poll();
        assertThat(test.workers.started).hasSize(2);
        assertThat(phases())
                .containsExactly(Phase.QUEUED, Phase.QUEUED, Phase.STARTING, Phase.FINISHED, Phase.FINISHED);
        robot.clickOn("#queue-pause");
        test.workers.begin(0);
        test.workers.stop(new StopReason.Completed());
        test.poll();
        assertThat(test.workers.started).hasSize(2);
        assertThat(TestBench.text(robot, "queue-words")).isEqualTo("2 runs wait, paused");
        robot.clickOn("#queue-pause");
        assertThat(test.workers.started).hasSize(3);
        RunArchive.Contents left = RunArchive.read(folder.resolve("runs"), RunArchive.USUAL);
        assertThat(left.waiting().stream().map(RunArchive.Waiting::name))
                .as("these workers wrote nothing, so all is still to be trained")
                .containsExactly("T = 3, seed 1", "T = 5, seed 1", "T = 3, seed 2", "T = 5, seed 2");
    }

    @Test
    void aSweepIsSavedUnderTheNameThatWasAskedFor(FxRobot robot) {
        Path file = folder.resolve("grid.json");
        test.onScreen(test.bench.desk()::vary);
        test.onScreen(() -> robot.lookup("#vary-seed").queryAs(TextField.class).setText("1, 2"));
        test.answers.add(file);
        robot.clickOn("#vary-save");
        assertThat(test.suggested).as("asked for as a sweep, not as a network").containsExactly("sweep.json");
        assertThat(file).exists();
    }

    @Test
    void stepsAreTakenResetKeepsTheSeedAndNewSeedChangesIt(FxRobot robot) {
        test.onScreen(() -> test.bench.runs().train(test.bench.document().document()));
        test.workers.begin(0);
        test.poll();
        test.workers.pausedIn(1);
        test.poll();
        robot.push(KeyCode.F8);
        robot.push(KeyCode.SHIFT, KeyCode.F8);
        assertThat(test.workers.orders).containsExactly(Worker.Order.STEP_BATCH, Worker.Order.STEP_EPOCH);
        robot.clickOn("#reset-same-seed");
        test.workers.stop(new StopReason.StoppedByUser());
        test.poll();
        assertThat(test.workers.started).hasSize(2);
        assertThat(chosen().network().training().seed()).isEqualTo(1);
        assertThat(phases()).containsExactly(Phase.STARTING, Phase.STOPPED, Phase.FINISHED);
        test.workers.begin(0);
        test.poll();
        robot.clickOn("#new-seed");
        test.workers.stop(new StopReason.StoppedByUser());
        test.poll();
        assertThat(chosen().network().training().seed()).isEqualTo(2);
        assertThat(TestBench.text(robot, "run-detail")).endsWith("seed 2");
    }
}
