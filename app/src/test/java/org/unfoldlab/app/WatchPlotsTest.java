package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unfoldlab.app.TestBench.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.app.runs.WatchScenes;
import org.unfoldlab.app.shell.Mode;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.train.WorkerCommand;
import org.unfoldlab.viz.plot.Mark;
import org.unfoldlab.viz.plot.PlotView;
import org.unfoldlab.viz.plot.Series;
import org.unfoldlab.viz.plot.TickRow;

/** What can be done with the plots of Watch, on run folders that were written beforehand. */
@SuppressWarnings("NullAway.Init") // made by start
@ExtendWith(ApplicationExtension.class)
class WatchPlotsTest {
    private static Path home;
    private TestBench test;

    /** Written once: no test changes them. */
    @BeforeAll
    static void writeRuns() throws IOException {
        home = Files.createTempDirectory("unfold-watch");
        WatchScenes.write(home.resolve("runs"));
        NetworkFiles.write(home.resolve("network.unfold"), WatchScenes.measured());
    }

    @Start
    void start(Stage stage) {
        test = new TestBench(stage, home);
        test.bench.files().open(home.resolve("network.unfold"));
        test.bench.show(Mode.WATCH);
        test.bench.runs().runs().stream()
                .filter(run -> run.folder().endsWith("tsbn"))
                .forEach(test.bench.runs()::choose);
    }

    private static PlotView plot(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(PlotView.class);
    }

    /** Errors against readout time once the chosen run is drawn: before, marks and axis lie elsewhere. */
    private static PlotView drawn(FxRobot robot) {
        PlotView plot = plot(robot, "plot-error-by-time");
        soon(() -> {
            assertThat(plot.model().series()).extracting(Series::name).contains("2 recalibrate");
            assertThat(plot.model().marks()).extracting(Mark::kind).contains(Mark.Kind.TRAINED, Mark.Kind.RANGE_TO);
        });
        WaitForAsyncUtils.waitForFxEvents();
        return plot;
    }

    private NetworkDocument document() {
        return test.bench.document().document();
    }

    private static Point2D at(PlotView plot, double t, double fromTop) {
        return plot.localToScreen(plot.toPx(t), fromTop);
    }

    private static void drag(FxRobot robot, Point2D from, Point2D to) {
        robot.drag(from.getX(), from.getY()).dropTo(to.getX(), to.getY());
    }

    @Test
    void aCurveByEachPolicyIsDrawnOfEachRun(FxRobot robot) {
        soon(() -> assertThat(plot(robot, "plot-error-by-time").model().series())
                .extracting(Series::name)
                .contains("2 recalibrate", "2 hold", "2 batch"));
    }

    @Test
    void draggingTheWordTrainedOpensANewRunAtThatTime(FxRobot robot) {
        PlotView plot = drawn(robot);
        double word = plot.toPx(5) + 20;
        Point2D from = plot.localToScreen(word, 54);
        drag(robot, from, at(plot, 9, 54));
        assertThat(test.workers.started)
                .last()
                .satisfies(network ->
                        assertThat(network.orElseThrow().readout().time()).isEqualTo(9));
        assertThat(document().readout().time()).as("the open drawing stays").isEqualTo(5);
    }

    @Test
    void draggingTheBracketTestsTheRunAtOtherTimes(FxRobot robot) {
        PlotView plot = drawn(robot);
        double axis = plot.getHeight() - 36;
        drag(robot, at(plot, 12, axis), at(plot, 10, axis));
        assertThat(document().measure().readoutTimes()).isEqualTo("1..10");
        assertThat(test.workers.questions)
                .containsExactly(
                        List.of("--readout", "1..10", "--statistics", "recalibrate", "--keep"),
                        List.of("--readout", "1..10", "--statistics", "hold", "--keep"),
                        List.of("--readout", "1..10", "--statistics", "batch", "--keep"));
        assertThat(test.bench.document().undoLabelProperty().get()).isEqualTo("Set test times");
    }

    @Test
    void aRunThatTrainsIsToldWhatToCompareAndAtWhichRate(FxRobot robot) {
        test.onScreen(() -> test.bench.runs().train(WatchScenes.measured()));
        test.workers.begin(0);
        test.workers.batch(1, 3);
        test.poll();
        compareNoBatch(robot);
        robot.clickOn("#learning-rate").type(KeyCode.END);
        robot.eraseText(8).write("0.002").type(KeyCode.ENTER);
        assertThat(test.workers.commands)
                .contains(new WorkerCommand.SetLearningRate(0.002))
                .anySatisfy(command -> assertThat(command)
                        .isEqualTo(new WorkerCommand.MeasureAt("1..12", List.of(StatisticsPolicy.HOLD))));
    }

    private void compareNoBatch(FxRobot robot) {
        test.onScreen(() -> {
            MenuButton policies = robot.lookup("#statistics-policies").queryAs(MenuButton.class);
            CheckMenuItem batch = (CheckMenuItem) policies.getItems().get(2);
            batch.setSelected(false);
            batch.fire();
        });
    }

    @Test
    void whatIsSaidOfTheNextEpochGoesWithIt(FxRobot robot) {
        test.onScreen(() -> test.bench.runs().train(WatchScenes.measured()));
        test.workers.begin(0);
        test.poll();
        compareNoBatch(robot);
        assertThat(TestBench.text(robot, "measuring")).startsWith("From the next epoch on, run 5 is tested");
        test.workers.epoch(1);
        test.poll();
        assertThat(TestBench.text(robot, "measuring")).isEmpty();
    }

    @Test
    void thatARunTrainsIsSaidOnlyWhileItDoes(FxRobot robot) {
        test.onScreen(() -> {
            RunViewModel before = test.bench.runs().chosen().orElseThrow();
            test.bench.runs().train(WatchScenes.measured());
            test.bench.runs().choose(before);
        });
        PlotView plot = drawn(robot);
        drag(robot, plot.localToScreen(plot.toPx(5) + 20, 54), at(plot, 9, 54));
        assertThat(TestBench.text(robot, "measuring")).startsWith("A run trains now.");
        test.workers.stop(new StopReason.StoppedByUser());
        test.poll();
        assertThat(TestBench.text(robot, "measuring")).isEmpty();
    }

    @Test
    void theRateOfTheRunBeforeIsNotShownOfANewOne(FxRobot robot) {
        TextField rate = robot.lookup("#learning-rate").queryAs(TextField.class);
        test.onScreen(() -> test.bench.runs().train(WatchScenes.measured()));
        test.workers.begin(0);
        test.workers.batch(1, 3);
        test.poll();
        assertThat(rate.getText()).isEqualTo("0.05");
        test.workers.stop(new StopReason.Completed());
        test.poll();
        test.onScreen(() -> test.bench.runs().train(WatchScenes.measured()));
        assertThat(rate.isVisible()).isTrue();
        assertThat(rate.getText()).isEmpty();
    }

    @Test
    void anEpochOfTheStatisticsCanBeGoneBackTo(FxRobot robot) {
        Slider slider = robot.lookup("#norm-epoch").queryAs(Slider.class);
        soon(() -> assertThat(slider.getMax()).isEqualTo(22));
        test.onScreen(() -> slider.setValue(4));
        soon(() -> assertThat(
                        robot.lookup("#norm-epoch-text").queryAs(Labeled.class).getText())
                .isEqualTo("epoch 5, on 512 images"));
        test.onScreen(() -> slider.setValue(22));
        soon(() -> assertThat(
                        robot.lookup("#norm-epoch-text").queryAs(Labeled.class).getText())
                .startsWith("epoch 23"));
    }

    @Test
    void aChosenChannelIsMarkedComparedAndHandedToExplore(FxRobot robot) {
        PlotView mean = WatchBench.plot(robot, "plot-norm-mean", "channel 1");
        test.onScreen(() -> {
            test.bench.runs().runs().forEach(run -> run.shownProperty().set(true));
            mean.requestFocus();
        });
        robot.type(KeyCode.RIGHT, KeyCode.ENTER);
        soon(() -> assertThat(
                        mean.model().series().stream().filter(Series::isNamed).map(Series::name))
                .hasSize(2)
                .contains("1 shared"));
        assertThat(test.bench.document().channelProperty().get())
                .hasValueSatisfying(channel -> assertThat(channel.state()).isEqualTo("V1"));
    }

    @Test
    void runningStatisticsEndWhereTrainingDid(FxRobot robot) {
        test.onScreen(() -> robot.lookup("#norm-values")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(1));
        soon(() -> {
            Series line = plot(robot, "plot-norm-mean").model().series().get(0);
            assertThat(line.x(line.last())).isEqualTo(4);
        });
    }

    @Test
    void anotherReadingOfTheTimesStandsUnderTheAxis(FxRobot robot) {
        choose(robot, 1);
        waitForReading(robot, row -> row.at(5).equals("100–250"));
        choose(robot, 2);
        // No answer at t = 1, so nothing is computed for it.
        waitForReading(
                robot,
                row -> row.at(1).isEmpty() && !row.at(5).isEmpty() && !row.at(5).equals("100–250"));
        choose(robot, 3);
        assertThat(test.workers.questions).contains(List.of("--readout", "1..12", "--answer-time", "--keep"));
    }

    /** Readings are counted in the background and drawn when they are known. */
    private static void waitForReading(FxRobot robot, Predicate<TickRow> wanted) {
        soon(() -> assertThat(plot(robot, "plot-error-by-time").model().tickRows())
                .filteredOn(wanted)
                .hasSize(1));
    }

    private void choose(FxRobot robot, int axis) {
        test.onScreen(() -> {
            MenuItem item = robot.lookup("#second-axis")
                    .queryAs(MenuButton.class)
                    .getItems()
                    .get(axis);
            item.fire();
        });
    }

    @Test
    void whetherTheStatesSettleIsSaidInWords(FxRobot robot) {
        soon(() -> assertThat(plot(robot, "plot-dynamics").model().note()).isEqualTo("Both states settle."));
        test.onScreen(() -> robot.lookup("#dynamics-choice")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(3));
        soon(() -> {
            assertThat(plot(robot, "plot-dynamics").model().title()).isEqualTo("Update to weight");
            assertThat(plot(robot, "plot-dynamics").model().series()).hasSize(8);
        });
    }

    @Test
    void runsThatDifferInNothingButTheirTimeMakeACurveOfTheirOwn(FxRobot robot) {
        test.onScreen(() ->
                test.bench.runs().runs().forEach(run -> run.shownProperty().set(true)));
        soon(() -> assertThat(sameTimePoints(robot))
                .as("one training a point: t = 3, 5, 8")
                .isEqualTo(3));
    }

    private static int sameTimePoints(FxRobot robot) {
        return plot(robot, "plot-error-by-time").model().series().stream()
                .filter(line -> line.name().equals("train and test at the same t"))
                .mapToInt(Series::size)
                .findFirst()
                .orElse(0);
    }
}
