package org.unfoldlab.viz.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.unfoldlab.viz.theme.TextSize;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.ThemeMode;

@SuppressWarnings("NullAway.Init") // set in start
@ExtendWith(ApplicationExtension.class)
class PlotViewTest {
    private PlotView upper;
    private PlotView lower;
    private final PlotCursor cursor = new PlotCursor();
    private double draggedTo;

    @Start
    void start(Stage stage) {
        upper = new PlotView();
        lower = new PlotView();
        upper.show(Samples.errorByReadout());
        lower.show(Samples.channels(8, 8));
        upper.shareCursor(cursor);
        lower.shareCursor(cursor);
        upper.setOnReadout(t -> draggedTo = t);
        Scene scene = new Scene(new VBox(upper, lower), 640, 560);
        Theme.apply(scene, ThemeMode.LIGHT, TextSize.NORMAL);
        stage.setScene(scene);
        stage.show();
        upper.requestFocus();
    }

    @Test
    void arrowsMoveTheSharedCursorFromPointToPoint(FxRobot robot) {
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertThat(cursor.place()).contains(4.0);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        assertThat(cursor.place()).contains(4.0);
        assertThat(lower.plotCursor().place()).contains(4.0);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(cursor.place()).isEmpty();
    }

    @Test
    void hoveringLooksAtTheNearestLineAndPoint(FxRobot robot) {
        hoverOver(robot, 6.2, 40);
        assertThat(cursor.place()).contains(6.0);
        assertThat(upper.chosenSeries()).map(Series::name).contains("2 shared");
        hoverOver(robot, 6.2, 20);
        assertThat(upper.chosenSeries()).map(Series::name).contains("3 TSBN, recalibrate");
    }

    @Test
    void theTableHoldsEveryPlaceAndLine(FxRobot robot) {
        robot.press(KeyCode.T).release(KeyCode.T);
        assertThat(upper.showsTable()).isTrue();
        var table = robot.lookup(".table-view").queryTableView();
        assertThat(table.getItems()).hasSize(9);
        assertThat(table.getColumns()).hasSize(4);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(upper.showsTable()).isFalse();
    }

    @Test
    void draggingZoomsAndZeroShowsAllAgain(FxRobot robot) {
        var from = upper.localToScreen(upper.toPx(5), 150);
        var to = upper.localToScreen(upper.toPx(7), 150);
        robot.drag(from.getX(), from.getY()).dropTo(to.getX(), to.getY());
        assertThat(upper.zoom()).isPresent();
        assertThat(upper.zoom().get().from()).isBetween(4.8, 5.2);
        robot.press(KeyCode.DIGIT0).release(KeyCode.DIGIT0);
        assertThat(upper.zoom()).isEmpty();
    }

    @Test
    void theReadoutLineCanBeDragged(FxRobot robot) {
        var from = upper.localToScreen(upper.toPx(8), 150);
        var to = upper.localToScreen(upper.toPx(10), 150);
        robot.drag(from.getX(), from.getY()).dropTo(to.getX(), to.getY());
        assertThat(draggedTo).isEqualTo(10);
        assertThat(upper.zoom()).isEmpty();
    }

    @Test
    void aMovableMarkGoesWhereItIsPutDownAndEscapeCallsItOff(FxRobot robot) throws Exception {
        double[] putAt = {0};
        PlotModel movable = PlotModel.titled("Error", "%")
                .axes(Axis.time(0, 12), Axis.percent())
                .add(new Mark(8, "", Mark.Kind.RANGE_TO))
                .build();
        robot.interact(() -> {
            upper.setMove(new MarkMove(Mark.Kind.RANGE_TO, t -> "up to " + t, t -> putAt[0] = t));
            upper.show(movable);
        });
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> upper.model().equals(movable));
        WaitForAsyncUtils.waitForFxEvents();
        var bottom = upper.frame().plot().bottom();
        var from = upper.localToScreen(upper.toPx(8), bottom);
        var to = upper.localToScreen(upper.toPx(10), bottom);
        robot.moveTo(from.getX(), from.getY()).press(javafx.scene.input.MouseButton.PRIMARY);
        robot.moveTo(to.getX(), to.getY());
        assertThat(putAt[0]).as("nothing happens before it is let go").isZero();
        robot.type(KeyCode.ESCAPE).release(javafx.scene.input.MouseButton.PRIMARY);
        assertThat(putAt[0]).isZero();
        robot.drag(from.getX(), from.getY()).dropTo(to.getX(), to.getY());
        assertThat(putAt[0]).isEqualTo(10);
        assertThat(upper.zoom()).isEmpty();
    }

    @Test
    void lAndSChangeTheDrawingButNotTheData(FxRobot robot) {
        PlotModel before = upper.model();
        robot.type(KeyCode.L);
        assertThat(upper.drawnModel().y().log()).isTrue();
        robot.type(KeyCode.S);
        assertThat(upper.drawnModel().series())
                .hasSizeGreaterThan(before.series().size());
        assertThat(upper.model()).isSameAs(before);
        robot.type(KeyCode.L, KeyCode.S);
        assertThat(upper.drawnModel()).isEqualTo(before);
    }

    @Test
    void aFloodOfModelsIsDrawnAtMostTwentyTimesASecondAndTheNewestWins(FxRobot robot) throws Exception {
        robot.interact(() -> lower.show(Samples.errorByEpoch(2)));
        int before = lower.drawings();
        long start = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            lower.show(Samples.errorByEpoch(2 + i % 50));
            Thread.sleep(2);
        }
        PlotModel last = Samples.errorByEpoch(60);
        lower.show(last);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> lower.model().equals(last));
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(lower.drawings() - before).isLessThanOrEqualTo((int) Math.ceil(seconds * 20) + 1);
    }

    @Test
    void aFloodOfMapsIsDrawnAtMostTwentyTimesASecondAndTheNewestWins(FxRobot robot) throws Exception {
        HeatMapView view = new HeatMapView();
        robot.interact(() -> {
            ((VBox) upper.getParent()).getChildren().add(view);
            view.show(Samples.allChannels(8, 6));
        });
        int before = view.drawings();
        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            view.show(Samples.allChannels(4 + i % 7, 6));
            Thread.sleep(2);
        }
        HeatMap last = Samples.allChannels(12, 6);
        view.show(last);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> view.map().equals(last));
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(view.drawings() - before).isLessThanOrEqualTo((int) Math.ceil(seconds * 20) + 2);
    }

    @Test
    void screenReadersGetASummary() {
        assertThat(upper.getAccessibleText()).contains("Error against readout time", "T opens the table");
    }

    @Test
    void theFigureAtTheCursorIsSpokenWithTheNameOfItsLine(FxRobot robot) {
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertThat(upper.getAccessibleText()).isEqualTo("3 TSBN, recalibrate, t = 4 · 46.0 %");
        robot.press(KeyCode.UP).release(KeyCode.UP);
        assertThat(upper.getAccessibleText()).isEqualTo("2 shared, t = 4 · 61.0 %");
    }

    private void hoverOver(FxRobot robot, double t, double error) {
        Frame frame = upper.frame();
        var point = upper.localToScreen(frame.x().toPx(t), frame.y().toPx(error));
        robot.moveTo(point.getX(), point.getY());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
