package org.unfoldlab.viz.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.Token;

/** A table that stays open while new data come. */
@SuppressWarnings("NullAway.Init") // set in start
@ExtendWith(ApplicationExtension.class)
class PlotTableTest {
    private TextField field;
    private PlotView plot;
    private HeatMapView map;

    @Start
    void start(Stage stage) {
        field = new TextField();
        plot = new PlotView();
        map = new HeatMapView();
        plot.show(Samples.errorByEpoch(60));
        map.show(Samples.allChannels(40, 6));
        Scene scene = new Scene(new VBox(field, plot, map), 640, 560);
        Theme.apply(scene, Look.DEFAULT);
        stage.setScene(scene);
        stage.show();
    }

    private static TableView<?> open(FxRobot robot, Node view, Runnable open) {
        robot.interact(open);
        WaitForAsyncUtils.waitForFxEvents();
        return robot.from(view).lookup(".table-view").queryTableView();
    }

    private TableView<?> openPlot(FxRobot robot) {
        return open(robot, plot, () -> plot.setShowsTable(true));
    }

    private TableView<?> openMap(FxRobot robot) {
        return open(robot, map, () -> map.setShowsTable(true));
    }

    private void show(FxRobot robot, PlotModel next) throws Exception {
        robot.interact(() -> plot.show(next));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> plot.model().equals(next));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void show(FxRobot robot, HeatMap next) throws Exception {
        robot.interact(() -> map.show(next));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> map.map().equals(next));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static int firstRow(TableView<?> table) {
        return ((VirtualFlow<?>) table.lookup(".virtual-flow"))
                .getFirstVisibleCell()
                .getIndex();
    }

    private void lookAt(FxRobot robot, TableView<?> table, int row) {
        robot.interact(() -> {
            table.scrollTo(row);
            table.getSelectionModel().select(row + 1);
            field.requestFocus();
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(firstRow(table)).isEqualTo(row);
    }

    @Test
    void openingATableTakesTheFocus(FxRobot robot) {
        assertThat(openPlot(robot).isFocused()).isTrue();
        assertThat(openMap(robot).isFocused()).isTrue();
    }

    @Test
    void anotherEpochNeitherTakesTheFocusNorMovesTheTable(FxRobot robot) throws Exception {
        TableView<?> table = openPlot(robot);
        lookAt(robot, table, 20);
        Object chosen = table.getSelectionModel().getSelectedItem();
        PlotModel next = Samples.errorByEpoch(61);
        show(robot, next);
        assertThat(field.isFocused()).isTrue();
        assertThat(robot.from(plot).lookup(".table-view").<TableView<?>>query()).isSameAs(table);
        assertThat(table.getItems()).hasSize(61);
        assertThat(firstRow(table)).isEqualTo(20);
        assertThat(table.getSelectionModel().getSelectedItem()).isEqualTo(chosen);
        assertThat(table.getColumns().get(3).getCellData(60))
                .isEqualTo(next.y().figure(next.series().get(2).at(61)));
    }

    @Test
    void aPlotOfOtherLinesAndPlacesChangesRowsAndColumns(FxRobot robot) throws Exception {
        TableView<?> table = openPlot(robot);
        for (PlotModel next : new PlotModel[] {Samples.channels(8, 9), Samples.errorByReadout(), Samples.nothing()}) {
            show(robot, next);
            assertThat(table.getItems()).isEqualTo(Figures.places(next));
            assertThat(table.getColumns()).hasSize(1 + next.series().size());
        }
    }

    @Test
    void bothEndsOfABandAreInTheTable(FxRobot robot) throws Exception {
        double[] xs = {1, 2, 3};
        PlotModel seeds = PlotModel.titled("Error", "%")
                .axes(Axis.epochs(3), Axis.percent())
                .add(Series.from(1, "mean", SeriesStyle.run(1, true), List.of(40.0, 30.0)))
                .add(new Band("5 seeds", Token.RUN_3, xs, new double[] {20, 15, 10}, new double[] {60, 40, 30}))
                .build();
        TableView<?> table = openPlot(robot);
        show(robot, seeds);
        assertThat(table.getColumns())
                .extracting(TableColumn::getText)
                .containsExactly("epoch", "mean", "5 seeds, lower end", "5 seeds, upper end");
        assertThat(table.getColumns().get(2).getCellData(2)).isEqualTo(seeds.y().figure(10));
        assertThat(table.getColumns().get(3).getCellData(2)).isEqualTo(seeds.y().figure(30));
    }

    @Test
    void theTableOfAMapFollowsTheMap(FxRobot robot) throws Exception {
        show(robot, Samples.allChannels(40, 6));
        TableView<?> table = openMap(robot);
        lookAt(robot, table, 20);
        HeatMap next = Samples.allChannels(42, 9);
        show(robot, next);
        assertThat(field.isFocused()).isTrue();
        assertThat(firstRow(table)).isEqualTo(20);
        assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(21);
        assertThat(table.getItems()).hasSize(42);
        assertThat(table.getColumns()).hasSize(1 + next.last() - next.first() + 1);
        assertThat(table.getColumns().get(next.last() - next.first() + 1).getCellData(30))
                .isEqualTo(Numbers.significant(next.at(30, next.last())));
    }
}
