package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.app.runs.RunArchive;
import org.unfoldlab.app.shell.Mode;
import org.unfoldlab.model.store.SweepFolder;
import org.unfoldlab.model.sweep.Axis;
import org.unfoldlab.model.sweep.Sweep;

/** A window that finds a grid unfinished which an earlier start of the program began. */
@SuppressWarnings("NullAway.Init") // made by start
@ExtendWith(ApplicationExtension.class)
class QueueInWindowTest {
    private TestBench test;
    private Path sweep;

    @Start
    void start(Stage stage) throws IOException {
        Path folder = TestBench.temporaryFolder("queue");
        sweep = folder.resolve("runs").resolve("2026-01-01-grid");
        SweepFolder grid = SweepFolder.create(
                sweep, new Sweep("Seeds", StoredRuns.demo(1), Map.of(Axis.SEED, List.of("1", "2", "3"))));
        RunArchive.Waiting first = RunArchive.waiting(grid).get(0);
        StoredRuns.write(first.folder(), first.network(), 0.13);
        StoredRuns.write(folder.resolve("runs").resolve("2026-01-02-single"), StoredRuns.demo(9), 0.2);
        test = new TestBench(stage, folder);
        test.bench.open("demo");
        test.bench.show(Mode.WATCH);
    }

    @Test
    void theRunsOfAGridStandTogetherUnderOneHeadThoughASingleOneCameBetween(FxRobot robot) {
        assertThat(robot.lookup(".sweep-head").queryAllAs(Node.class))
                .singleElement()
                .satisfies(head -> assertThat(head.getAccessibleText()).isEqualTo("Grid, 1 of 3 runs finished"));
        assertThat(robot.lookup(".run-name").queryAllAs(Node.class))
                .extracting(Node::getId)
                .containsExactlyInAnyOrder("run-1", "run-2", "run-3", "run-4");
    }

    private void waits(int count, boolean paused) {
        assertThat(test.bench.runs().queue().waiting()).hasSize(count);
        assertThat(test.bench.runs().queue().isPaused()).isEqualTo(paused);
    }

    @Test
    void aQueueThatWorksGoesOnWhenItsOwnGridIsReadAgain() {
        waits(2, true);
        test.onScreen(test.bench.desk()::continueQueue);
        waits(1, false);
        test.onScreen(test.bench.desk()::readOlder);
        waits(1, false);
        test.onScreen(() -> test.bench.desk().open(sweep));
        waits(1, false);
        assertThat(test.workers.started).hasSize(1);
    }

    @Test
    void anotherUnfinishedGridJoinsAQueueThatWorksAndIsHeldByThisWindow() throws IOException {
        test.onScreen(test.bench.desk()::continueQueue);
        SweepFolder other = SweepFolder.create(
                sweep.resolveSibling("2026-01-03-grid"),
                new Sweep("More", StoredRuns.demo(1), Map.of(Axis.SEED, List.of("7", "8"))));
        test.onScreen(() -> test.bench.desk().open(other.path()));
        waits(3, false);
        assertThatThrownBy(other::hold).hasMessageContaining("is in use");
    }
}
