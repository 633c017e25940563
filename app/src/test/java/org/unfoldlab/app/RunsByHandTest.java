package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unfoldlab.app.TestBench.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.app.runs.Trash;
import org.unfoldlab.app.shell.Mode;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.store.RunLabel;
import org.unfoldlab.model.store.RunLabels;
import org.unfoldlab.viz.plot.PlotView;
import org.unfoldlab.viz.plot.Series;
import org.unfoldlab.viz.theme.Token;

/** The list of runs, by mouse and keys: what is done there is kept in the runs' own folders. */
@SuppressWarnings("NullAway.Init") // made by start
@ExtendWith(ApplicationExtension.class)
class RunsByHandTest {
    private TestBench test;
    private Path folder;

    @Start
    void start(Stage stage) throws IOException {
        folder = Files.createTempDirectory("unfold-runs");
        Path runs = folder.resolve("runs");
        Path a = StoredRuns.write(runs.resolve("2026-01-01-a"), StoredRuns.demo(1), 0.13);
        Path b = StoredRuns.write(runs.resolve("2026-01-02-b"), faster(), 0.21);
        // The list goes by when folders changed, which for both may be the same millisecond.
        long changed = Files.getLastModifiedTime(b).toMillis();
        Files.setLastModifiedTime(a, FileTime.fromMillis(changed - 10_000));
        test = new TestBench(stage, folder);
        test.bench.desk().setTrash(new Trash(Optional.of(folder.resolve("Trash"))));
        test.bench.open("demo");
        test.bench.show(Mode.WATCH);
        test.bench.runs().choose(run("a"));
    }

    private static NetworkDocument faster() {
        NetworkDocument demo = StoredRuns.demo(7);
        return demo.edit().training(demo.training().withEpochs(4)).build();
    }

    private RunViewModel run(String name) {
        return test.bench.runs().runs().stream()
                .filter(run -> run.folder().toString().endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private RunLabel label(String name) {
        return RunLabels.read(run(name).folder());
    }

    private static void choose(FxRobot robot, String command) {
        robot.clickOn("#run-menu").clickOn(command);
    }

    private static List<String> lines(FxRobot robot, String plot) {
        return robot.lookup("#" + plot).queryAs(PlotView.class).model().series().stream()
                .map(Series::name)
                .toList();
    }

    @Test
    void aPinnedRunStandsAtTheTopUntilItIsUnpinned(FxRobot robot) {
        RunViewModel a = run("a");
        RunViewModel b = run("b");
        soon(() -> assertThat(higher(robot, b)).as("newest first").isLessThan(higher(robot, a)));
        choose(robot, "Pin to the top");
        assertThat(label("a").pinned()).isTrue();
        soon(() -> assertThat(higher(robot, a)).isLessThan(higher(robot, b)));
        choose(robot, "Unpin");
        assertThat(label("a").pinned()).isFalse();
        soon(() -> assertThat(higher(robot, b)).isLessThan(higher(robot, a)));
    }

    /** How far from the top of the screen its row is. */
    private static double higher(FxRobot robot, RunViewModel run) {
        Node row = robot.lookup("#run-" + run.number()).query();
        return row.localToScreen(row.getBoundsInLocal()).getMinY();
    }

    @Test
    void aRunIsMovedToTheTrashFromItsMenuAndByTheKeyAndBroughtBack(FxRobot robot) {
        Path a = run("a").folder();
        choose(robot, "Move to the trash");
        assertThat(a).doesNotExist();
        assertThat(test.bench.runs().runs()).hasSize(1);
        robot.clickOn("#message-undo");
        assertThat(a.resolve("run.json")).exists();
        Path b = run("b").folder();
        robot.clickOn("#run-" + run("b").number()).type(KeyCode.DELETE);
        assertThat(b).doesNotExist();
        assertThat(folder.resolve("Trash/files").resolve(b.getFileName())).isDirectory();
    }

    @Test
    void f2LetsTheNameBeTypedAndEscapeLeavesItAsItWas(FxRobot robot) {
        robot.clickOn("#run-" + run("a").number()).type(KeyCode.F2);
        soon(() -> assertThat(robot.lookup("#run-rename").query().isFocused()).isTrue());
        robot.write("Baseline").type(KeyCode.ENTER);
        assertThat(label("a").name()).contains("Baseline");
        assertThat(row(robot, "a")).contains(", Baseline,");
        choose(robot, "Rename  (F2)");
        soon(() -> assertThat(robot.lookup("#run-rename").query().isFocused()).isTrue());
        robot.write("Other").type(KeyCode.ESCAPE);
        robot.clickOn("#run-note");
        assertThat(label("a").name()).contains("Baseline");
    }

    private String row(FxRobot robot, String name) {
        return robot.lookup("#run-" + run(name).number()).query().getAccessibleText();
    }

    @Test
    void anotherColourIsTakenByTheCurvesAndANoteIsKeptWhenTheCaretLeavesIt(FxRobot robot) {
        int number = run("a").number();
        robot.clickOn("#colour-4");
        assertThat(label("a").colour()).hasValue(4);
        soon(() -> assertThat(robot.lookup("#plot-error-by-epoch")
                        .queryAs(PlotView.class)
                        .model()
                        .series())
                .filteredOn(line -> line.name().equals(number + " test"))
                .singleElement()
                .satisfies(line -> assertThat(line.style().token()).isEqualTo(Token.run(4))));
        robot.clickOn("#run-note").write("shown in class");
        assertThat(label("a").note()).isEmpty();
        robot.clickOn("#run-" + run("b").number());
        assertThat(label("a").note()).isEqualTo("shown in class");
    }

    @Test
    void aTickedRunIsOverlaidOnEveryPlotAndAnUntickedOneIsNot(FxRobot robot) {
        String test1 = run("a").number() + " test";
        String other = run("b").number() + " test";
        soon(() ->
                assertThat(lines(robot, "plot-error-by-epoch")).contains(test1).doesNotContain(other));
        robot.clickOn("#draw-run-" + run("b").number());
        soon(() -> {
            assertThat(lines(robot, "plot-error-by-epoch")).contains(test1, other);
            assertThat(lines(robot, "plot-error-by-time"))
                    .contains(String.valueOf(run("a").number()), String.valueOf(run("b").number()));
            assertThat(lines(robot, "plot-loss-by-epoch")).contains(test1, other);
        });
        robot.clickOn("#draw-run-" + run("b").number());
        soon(() ->
                assertThat(lines(robot, "plot-error-by-epoch")).contains(test1).doesNotContain(other));
    }

    @Test
    void theSettingsOfARunAreDuplicatedIntoTheDrawingAndTrainedAsANewRun(FxRobot robot) {
        robot.clickOn("#run-" + run("b").number());
        choose(robot, "Put its settings into the drawing");
        assertThat(test.bench.document().document().training()).isEqualTo(faster().training());
        assertThat(robot.lookup(".draw").tryQuery()).as("to be changed there").isPresent();
        assertThat(test.workers.started).as("nothing trains unasked").isEmpty();
        robot.clickOn("#train");
        assertThat(test.workers.started)
                .singleElement()
                .satisfies(
                        network -> assertThat(network.orElseThrow().training()).isEqualTo(faster().training()));
        assertThat(test.bench.runs().runs()).hasSize(3);
    }

    @Test
    void theSameSettingsAreTrainedAgainAtOnce(FxRobot robot) {
        robot.clickOn("#run-" + run("b").number());
        choose(robot, "Train again, same seed");
        assertThat(test.workers.started).containsExactly(Optional.of(run("b").network()));
    }

    @Test
    void runsAreKeptInAFolderOfTheUsersChoice(FxRobot robot) throws IOException {
        Path other = Files.createDirectories(folder.resolve("lab"));
        StoredRuns.write(other.resolve("c"), StoredRuns.demo(3), 0.3);
        test.answers.add(other);
        robot.clickOn("#runs-menu").clickOn("Keep runs in another folder…");
        soon(() -> assertThat(test.bench.runs().runs())
                .extracting(RunViewModel::folder)
                .contains(other.resolve("c")));
        assertThat(test.bench.runs().home()).isEqualTo(other);
        test.onScreen(() -> test.bench.runs().train(StoredRuns.demo(4)));
        assertThat(test.bench.runs().chosen().orElseThrow().folder().getParent())
                .isEqualTo(other);
    }

    @Test
    void aStoppedRunIsResumedFromWhereItStands(FxRobot robot) {
        test.onScreen(() -> test.bench.runs().train(StoredRuns.demo(4)));
        test.workers.begin(0);
        test.workers.epoch(1);
        test.workers.stop(new StopReason.StoppedByUser());
        test.poll();
        assertThat(TestBench.text(robot, "resume")).isEqualTo("Resume from epoch 1");
        robot.clickOn("#resume");
        assertThat(test.workers.started).hasSize(2).last().isEqualTo(Optional.empty());
        assertThat(robot.lookup("#resume").query().isVisible()).isFalse();
    }
}
