package org.unfoldlab.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.model.equivalence.linear.Eigenvalue;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.equivalence.EigenvaluePlane;
import org.unfoldlab.viz.explore.PatchImage;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.matrix.MatrixView;
import org.unfoldlab.viz.plot.Axis;
import org.unfoldlab.viz.plot.ColorScale;
import org.unfoldlab.viz.plot.HeatMap;
import org.unfoldlab.viz.plot.HeatMapView;
import org.unfoldlab.viz.plot.PlotModel;
import org.unfoldlab.viz.plot.PlotView;
import org.unfoldlab.viz.plot.Series;
import org.unfoldlab.viz.plot.SeriesStyle;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.unrolled.StageView;

/** A view has its own keys, but a key with Ctrl belongs to the window: to train, to stop, to export. */
@SuppressWarnings("NullAway.Init") // set in start
@ExtendWith(ApplicationExtension.class)
class ShortcutsPassTest {
    private final DrawnNetwork network =
            DrawnNetwork.of(Presets.find("2-state-frnn").orElseThrow().document());
    private VBox root;
    private int reached;

    @Start
    void start(Stage stage) {
        root = new VBox();
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> reached++);
        Scene scene = new Scene(root, 1018, 684);
        Theme.apply(scene, Look.DEFAULT);
        stage.setScene(scene);
        stage.show();
    }

    private boolean passes(FxRobot robot, Node node, KeyCode code, boolean control) {
        int before = reached;
        robot.interact(() -> {
            node.requestFocus();
            Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
        });
        return reached > before;
    }

    private void takesOnlyPlain(FxRobot robot, Node node, KeyCode... own) {
        for (KeyCode code : own) {
            assertThat(passes(robot, node, code, true)).as("Ctrl with " + code).isTrue();
            assertThat(passes(robot, node, code, false)).as(code.toString()).isFalse();
        }
        for (KeyCode code : List.of(KeyCode.ENTER, KeyCode.PERIOD, KeyCode.E, KeyCode.S, KeyCode.I)) {
            assertThat(passes(robot, node, code, true)).as("Ctrl with " + code).isTrue();
        }
    }

    private void add(FxRobot robot, Node view) {
        robot.interact(() -> {
            root.getChildren().setAll(view);
            root.applyCss();
            root.layout();
        });
    }

    @Test
    void onAPlot(FxRobot robot) {
        PlotView plot = new PlotView();
        add(robot, plot);
        robot.interact(() -> plot.show(PlotModel.titled("Error", "%")
                .axes(Axis.epochs(60), Axis.percent())
                .add(Series.from(1, "test", SeriesStyle.run(1, true), List.of(60.0, 50.0, 45.0, 43.0, 42.0)))
                .build()));
        takesOnlyPlain(robot, plot, KeyCode.ENTER, KeyCode.L, KeyCode.EQUALS, KeyCode.DIGIT0, KeyCode.LEFT, KeyCode.T);
    }

    @Test
    void onAMapOfChannels(FxRobot robot) {
        HeatMapView map = new HeatMapView();
        add(robot, map);
        robot.interact(() -> map.show(
                new HeatMap("", "", Axis.time(0, 3), 1, List.of("1"), new double[][] {{1, 2, 3}}, ColorScale.CIVIDIS)));
        takesOnlyPlain(robot, map, KeyCode.ENTER, KeyCode.SPACE, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.T);
    }

    @Test
    void onTheStage(FxRobot robot) {
        StageView stage = new StageView(network);
        add(robot, stage);
        takesOnlyPlain(robot, stage, KeyCode.S, KeyCode.M, KeyCode.R, KeyCode.L, KeyCode.UP, KeyCode.EQUALS);
    }

    @Test
    void onTheMatrixAndItsTimes(FxRobot robot) {
        MatrixView matrix = new MatrixView(network);
        add(robot, matrix);
        Node cell = robot.from(matrix).lookup(".matrix-cell").query();
        takesOnlyPlain(robot, cell, KeyCode.UP, KeyCode.DOWN, KeyCode.SPACE, KeyCode.A);
        takesOnlyPlain(robot, matrix.lookup("#time-strip"), KeyCode.RIGHT, KeyCode.LEFT, KeyCode.END, KeyCode.HOME);
    }

    @Test
    void onEigenvalues(FxRobot robot) {
        EigenvaluePlane plane = new EigenvaluePlane();
        add(robot, plane);
        robot.interact(() -> plane.valuesProperty().set(List.of(new Eigenvalue(0.5, 0), new Eigenvalue(0.9, 0))));
        takesOnlyPlain(robot, plane, KeyCode.N, KeyCode.UP, KeyCode.LEFT);
    }

    @Test
    void onThePatch(FxRobot robot) {
        PatchImage image = new PatchImage();
        add(robot, image);
        robot.interact(() -> image.setPatch(2, 2, 4));
        takesOnlyPlain(robot, image, KeyCode.UP, KeyCode.RIGHT);
    }
}
