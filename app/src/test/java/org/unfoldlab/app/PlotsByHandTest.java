package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unfoldlab.app.TestBench.soon;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.plot.PlotView;
import org.unfoldlab.viz.plot.Series;
import org.unfoldlab.viz.plot.Zoom;

/** Looking closely at the plots of Watch, by mouse and by keys. */
@SuppressWarnings("NullAway.Init") // made by start
@ExtendWith(ApplicationExtension.class)
class PlotsByHandTest {
    private static Path home;
    private TestBench test;

    @BeforeAll
    static void writeRuns() {
        home = WatchBench.write();
    }

    @Start
    void start(Stage stage) {
        test = WatchBench.open(stage, home, 1280, 800);
    }

    private static PlotView errors(FxRobot robot) {
        return WatchBench.plot(robot, "plot-error-by-time", "2 recalibrate");
    }

    private static PlotView means(FxRobot robot) {
        return WatchBench.plot(robot, "plot-norm-mean", "channel 1");
    }

    /** As plots write it, whatever the language of the machine. */
    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f %%", value);
    }

    @Test
    void hoveringOnePlotOverTMarksTheSameTInAllOthersOverT(FxRobot robot) {
        PlotView errors = errors(robot);
        PlotView states = WatchBench.plot(robot, "plot-dynamics", "V1");
        robot.moveTo(WatchBench.at(errors, 7, errors.getHeight() / 2));
        for (PlotView plot : List.of(errors, means(robot), states)) {
            assertThat(plot.plotCursor().place()).as(plot.getId()).contains(7.0);
            assertThat(plot.getAccessibleText()).as(plot.getId()).contains("t = 7 ·");
        }
        PlotView epochs = robot.lookup("#plot-error-by-epoch").queryAs(PlotView.class);
        assertThat(epochs.plotCursor().place()).as("epochs are another axis").isEmpty();
    }

    @Test
    void arrowKeysGoFromPointToPointAndLineToLineWithTheExactFigures(FxRobot robot) {
        PlotView plot = errors(robot);
        Series own = line(plot, "2 recalibrate");
        test.onScreen(plot::requestFocus);
        robot.type(KeyCode.RIGHT, 3);
        assertThat(plot.getAccessibleText()).isEqualTo("2 recalibrate, t = 3 · " + percent(own.at(3)));
        robot.type(KeyCode.LEFT);
        assertThat(plot.getAccessibleText()).contains("t = 2 ·").endsWith(percent(own.at(2)));
        robot.type(KeyCode.RIGHT, 2);
        robot.type(KeyCode.UP);
        assertThat(plot.getAccessibleText())
                .as("the line next above at t = 4")
                .doesNotStartWith("2 recalibrate,")
                .contains("t = 4 ·");
        robot.type(KeyCode.LEFT, 3);
        assertThat(plot.getAccessibleText())
                .as("no figure where there is no signal")
                .contains("t = 1 · no signal yet, shortest path V1 → V2");
    }

    @Test
    void thePlotIsATableOfTheSameFiguresAndADrawingAgain(FxRobot robot) {
        PlotView plot = errors(robot);
        test.onScreen(plot::requestFocus);
        robot.type(KeyCode.T);
        TableView<?> table = robot.from(plot).lookup(".table-view").queryTableView();
        List<String> heads =
                table.getColumns().stream().map(TableColumn::getText).toList();
        assertThat(heads).startsWith("time t").contains("2 recalibrate", "2 hold", "2 batch");
        assertThat(table.getItems()).hasSize(12);
        int column = heads.indexOf("2 hold");
        assertThat(table.getColumns().get(column).getCellData(0))
                .as("no signal at t = 1")
                .isEqualTo("–");
        assertThat(table.getColumns().get(column).getCellData(8))
                .isEqualTo(percent(line(plot, "2 hold").at(9)));
        robot.type(KeyCode.ESCAPE);
        assertThat(plot.showsTable()).isFalse();
    }

    @Test
    void theMapOfChannelsIsATableToo(FxRobot robot) {
        means(robot);
        robot.clickOn("Map");
        test.onScreen(() -> robot.lookup("#plot-norm-map").query().requestFocus());
        robot.type(KeyCode.T);
        TableView<?> table = robot.from(robot.lookup("#plot-norm-map").<Node>query())
                .lookup(".table-view")
                .queryTableView();
        assertThat(table.getItems()).as("a row a channel").hasSize(24);
        assertThat(table.getColumns()).as("its name, then t = 1 … 11").hasSize(12);
    }

    @Test
    void draggingZoomsKeysAndTheWheelTooAndADoubleClickShowsAllAgain(FxRobot robot) {
        PlotView plot = errors(robot);
        double height = plot.getHeight() / 2;
        Point2D from = WatchBench.at(plot, 6, height);
        Point2D to = WatchBench.at(plot, 10, height);
        robot.drag(from.getX(), from.getY()).dropTo(to.getX(), to.getY());
        assertThat(plot.zoom()).hasValueSatisfying(part -> {
            assertThat(part.from()).isBetween(5.8, 6.2);
            assertThat(part.to()).isBetween(9.8, 10.2);
        });
        double before = width(plot.zoom().orElseThrow());
        robot.type(KeyCode.PLUS);
        assertThat(width(plot.zoom().orElseThrow())).isLessThan(before);
        double closer = width(plot.zoom().orElseThrow());
        robot.moveTo(plot).scroll(1, VerticalDirection.DOWN);
        assertThat(width(plot.zoom().orElseThrow())).as("the wheel").isNotEqualTo(closer);
        robot.doubleClickOn(WatchBench.at(plot, 8, height));
        assertThat(plot.zoom()).isEmpty();
    }

    private static double width(Zoom part) {
        return part.to() - part.from();
    }

    @Test
    void theErrorIsShownOnALogAxisAndNegativeMeansAreRefused(FxRobot robot) {
        PlotView plot = errors(robot);
        assertThat(plot.pictured().y().log()).isFalse();
        test.onScreen(plot::requestFocus);
        robot.type(KeyCode.L);
        assertThat(plot.pictured().y().log()).isTrue();
        assertThat(plot.pictured().series()).isEqualTo(plot.model().series());
        robot.type(KeyCode.L);
        assertThat(plot.pictured().y().log()).isFalse();
        PlotView means = means(robot);
        test.onScreen(means::requestFocus);
        robot.type(KeyCode.L);
        assertThat(means.pictured().y().log()).as("means are below 0 as well").isFalse();
    }

    @Test
    void aDecayIsFittedOnRequestWithItsRateAndResidual(FxRobot robot) {
        PlotView plot = means(robot);
        assertThat(plot.model().note()).isEmpty();
        robot.clickOn("#norm-fit");
        soon(() -> assertThat(plot.model().note())
                .matches("\\d+ of 24 channels ≈ exponential, median rate -?\\d\\.\\d\\d"));
        test.onScreen(plot::requestFocus);
        robot.type(KeyCode.RIGHT, KeyCode.ENTER);
        soon(() -> assertThat(marked(plot).detail()).matches("≈ -?[\\d.]+ e\\^\\(−?[\\d.]+ t\\), residual [\\d.]+"));
        robot.clickOn("#norm-fit");
        soon(() -> assertThat(marked(plot).detail()).isEmpty());
    }

    private static Series marked(PlotView plot) {
        return plot.model().series().stream()
                .filter(line -> line.style().marked())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no channel is marked"));
    }

    private static Series line(PlotView plot, String name) {
        return plot.model().series().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNormIsChosenInTheListAndByItsTransitionAnywhere(FxRobot robot) {
        PlotView plot = means(robot);
        ComboBox<String> norms = robot.lookup("#norm-choice").queryComboBox();
        test.onScreen(() -> norms.setValue("V1-V2/norm1"));
        soon(() -> assertThat(plot.model().unit()).isEqualTo("V1 → V2, first B, recalibrated"));
        test.onScreen(
                () -> test.bench.document().selectionProperty().set(Selection.of(new Item.OfTransition("V2-V1"))));
        assertThat(norms.getValue()).isEqualTo("V2-V1/norm1");
        soon(() -> assertThat(plot.model().unit()).startsWith("V2 → V1, first B"));
    }

    @Test
    void statisticsOfTheLastBatchEndWhereTrainingDidRecalibratedOnesGoOn(FxRobot robot) {
        PlotView plot = means(robot);
        ComboBox<Object> values = robot.lookup("#norm-values").queryComboBox();
        assertThat(lastTime(plot)).isEqualTo(11);
        test.onScreen(() -> values.getSelectionModel().select(2));
        soon(() -> {
            assertThat(plot.model().unit()).contains("batch");
            assertThat(lastTime(plot)).isEqualTo(4);
        });
    }

    private static double lastTime(PlotView plot) {
        Series line = plot.model().series().get(0);
        return line.x(line.last());
    }
}
