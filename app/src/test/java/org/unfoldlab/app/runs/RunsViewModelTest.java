package org.unfoldlab.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.FakeWorkers;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.RunLabel;

/** Numbers and order of runs, and who may leave the queue. */
@SuppressWarnings("NullAway.Init") // made by JUnit
class RunsViewModelTest {
    @TempDir
    private Path home;

    private RunsViewModel runs() {
        return new RunsViewModel(new Background(Runnable::run, Runnable::run), new FakeWorkers(), home);
    }

    private static List<RunArchive.Found> found(String... folders) {
        RunRecord finished = RunRecord.of(List.of(
                Runs.started(), Runs.epoch(1, 5), new TrainingEvent.Stopped(Runs.AT, new StopReason.Completed())));
        return Stream.of(folders)
                .map(folder ->
                        new RunArchive.Found(Path.of(folder), Runs.demo(), finished, RunLabel.NONE, Optional.empty()))
                .toList();
    }

    private static List<String> order(RunsViewModel runs) {
        return runs.runs().stream()
                .map(run -> String.valueOf(run.folder().getFileName()))
                .toList();
    }

    @Test
    void aRunThatComesBackFromTheTrashHasItsNumberForItself() {
        RunsViewModel runs = runs();
        runs.add(found("a", "b"));
        RunViewModel newest = runs.runs().get(0);
        List<RunViewModel> below = runs.below(newest);
        runs.remove(newest);
        runs.train(Runs.demo());
        runs.putBack(newest, below);
        assertThat(runs.runs()).extracting(RunViewModel::number).containsExactly(3, 2, 1);
        assertThat(order(runs)).endsWith("b", "a");
    }

    @Test
    void runsThatAreReadLaterStandWhereTheirAgePutsThem() {
        RunsViewModel runs = runs();
        runs.add(found("c", "d"));
        runs.train(Runs.demo());
        runs.add(found("a", "b", "c", "between", "d"));
        assertThat(order(runs).subList(1, 6)).containsExactly("d", "between", "c", "b", "a");
        assertThat(runs.runs()).extracting(RunViewModel::number).doesNotHaveDuplicates();
    }

    @Test
    void runsOfAnotherFolderComeToTheTop() {
        RunsViewModel runs = runs();
        runs.add(found("a"));
        runs.add(found("x", "y"));
        assertThat(order(runs)).containsExactly("y", "x", "a");
    }

    @Test
    void aRunThatHasBegunMeanwhileIsNotTakenOutOfTheQueue() {
        RunsViewModel runs = runs();
        runs.enqueue(List.of(new RunArchive.Waiting(home, home.resolve("1"), "seed 1", Runs.demo())), true);
        RunViewModel run = runs.runs().get(0);
        assertThat(run.phase()).isEqualTo(Phase.STARTING);
        runs.leaveQueue(run);
        assertThat(run.phase()).isEqualTo(Phase.STARTING);
        assertThat(runs.runs()).containsExactly(run);
    }
}
