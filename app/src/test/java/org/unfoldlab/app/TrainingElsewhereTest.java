package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.app.runs.Phase;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.app.runs.Trash;
import org.unfoldlab.app.shell.Mode;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.RunWriter;

/** A run that a terminal trains into the folder that the window shows; the test writes what that training would. */
@SuppressWarnings("NullAway.Init") // made by start
@ExtendWith(ApplicationExtension.class)
class TrainingElsewhereTest {
    private TestBench test;
    private RunWriter terminal;

    @Start
    void start(Stage stage) throws IOException {
        Path folder = TestBench.temporaryFolder("elsewhere");
        terminal = StoredRuns.begin(folder.resolve("runs/a"), StoredRuns.demo(1));
        test = new TestBench(stage, folder);
        test.bench.desk().setTrash(new Trash(Optional.of(folder.resolve("Trash"))));
        test.bench.open("demo");
        test.bench.show(Mode.WATCH);
        test.bench.runs().choose(run());
    }

    @AfterEach
    void endTheOtherTraining() {
        terminal.close();
    }

    private RunViewModel run() {
        return test.bench.runs().runs().get(0);
    }

    @Test
    void itIsSaidToTrainElsewhereAndIsNotResumedHere(FxRobot robot) {
        assertThat(robot.lookup("#run-1").queryAs(Node.class).getAccessibleText())
                .contains(", training elsewhere, ");
        assertThat(robot.lookup("#resume").query().isVisible()).isFalse();
        robot.clickOn("#run-menu");
        assertThat(robot.lookup("Resume  (a terminal or another window trains it)")
                        .tryQuery())
                .isPresent();
        assertThat(robot.lookup("Move to the trash  (a terminal or another window trains it)")
                        .tryQuery())
                .isPresent();
    }

    @Test
    void itIsNotMovedToTheTrash(FxRobot robot) {
        Path folder = run().folder();
        test.onScreen(() -> test.bench.desk().trash(run()));
        assertThat(Files.isDirectory(folder)).isTrue();
        assertThat(test.bench.runs().runs()).hasSize(1);
        assertThat(robot.lookup(".message-panel").query().getAccessibleText()).contains("Run 1 stays where it is.");
    }

    @Test
    void whatItLearnsIsSeenAndWhenItEndsItIsARunLikeAnother() throws IOException {
        terminal.append(StoredRuns.epoch(run().network(), 1, 0.3));
        test.onScreen(() -> test.bench.runs().followOthers());
        assertThat(run().record().epochsDone()).isOne();
        assertThat(run().phase()).isEqualTo(Phase.ELSEWHERE);
        terminal.append(new TrainingEvent.Stopped(StoredRuns.AT, new StopReason.StoppedByUser()));
        terminal.close();
        test.onScreen(() -> test.bench.runs().followOthers());
        assertThat(run().phase()).isEqualTo(Phase.STOPPED);
    }
}
