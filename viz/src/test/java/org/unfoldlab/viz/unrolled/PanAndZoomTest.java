package org.unfoldlab.viz.unrolled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/** Wheel and trackpad move what is seen; with Ctrl they zoom around the pointer. */
@ExtendWith(ApplicationExtension.class)
class PanAndZoomTest {
    private int edits;

    @SuppressWarnings("NullAway.Init") // set in start
    private StageView stage;

    @Start
    void start(Stage window) {
        stage = new StageView(
                DrawnNetwork.of(Presets.find("2-state-frnn").orElseThrow().document())
                        .at(50));
        stage.setOnEdit(edit -> edits++);
        Scene scene = new Scene(stage, 1018, 473);
        Theme.apply(scene, Look.DEFAULT);
        window.setScene(scene);
        window.show();
        stage.requestFocus();
    }

    private void scroll(FxRobot robot, double x, double y, double dx, double dy, boolean control) {
        Node canvas = stage.getChildrenUnmodifiable().get(0);
        robot.interact(() -> Event.fireEvent(
                canvas,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        y,
                        x,
                        y,
                        false,
                        control,
                        false,
                        false,
                        false,
                        false,
                        dx,
                        dy,
                        dx,
                        dy,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null)));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(stage::layout);
    }

    private Box card(String state) {
        return stage.frame().graph().card(state).orElseThrow().box();
    }

    private Box box(int time) {
        return stage.frame().box(new StateAt("V1", time)).orElseThrow().box();
    }

    private void fold(FxRobot robot) {
        robot.interact(() -> {
            stage.foldProperty().set(0);
            stage.layout();
        });
    }

    @Test
    void inTheGraphAWheelOrTwoFingersPan(FxRobot robot) {
        fold(robot);
        Box before = card("V1");
        scroll(robot, 500, 200, 30, -40, false);
        assertThat(card("V1").x()).isCloseTo(before.x() + 30, within(0.01));
        assertThat(card("V1").y()).isCloseTo(before.y() - 40, within(0.01));
        assertThat(edits).as("looking is no edit").isZero();
    }

    @Test
    void inTheGraphCtrlWheelZoomsAroundThePointer(FxRobot robot) {
        fold(robot);
        Box v1 = card("V1");
        double apart = v1.centerY() - card("V2").centerY();
        scroll(robot, v1.centerX(), v1.centerY(), 0, 90, true);
        assertThat(card("V1").centerX()).isCloseTo(v1.centerX(), within(0.5));
        assertThat(card("V1").centerY()).isCloseTo(v1.centerY(), within(0.5));
        assertThat(card("V1").centerY() - card("V2").centerY()).isCloseTo(apart * Math.exp(0.3), within(0.5));
        scroll(robot, v1.centerX(), v1.centerY(), 0, -90, true);
        assertThat(card("V1").centerY() - card("V2").centerY()).isCloseTo(apart, within(0.5));
    }

    @Test
    void inTimeAWheelOrTwoFingersScrollUpToTheEnds(FxRobot robot) {
        Box end = box(49);
        assertThat(end.right()).as("the readout is seen at first").isLessThan(1018);
        scroll(robot, 600, 200, 0, 120, false);
        assertThat(box(49).x()).isCloseTo(end.x() + 120, within(0.01));
        scroll(robot, 600, 200, -70, 0, false);
        assertThat(box(49).x()).isCloseTo(end.x() + 50, within(0.01));
        scroll(robot, 600, 200, 0, -9999, false);
        assertThat(box(49).x()).isCloseTo(end.x(), within(0.01));
        scroll(robot, 600, 200, 0, 9999, false);
        assertThat(box(0).x())
                .as("the beginning is seen")
                .isGreaterThan(stage.stageLayout().metrics().imageX());
    }

    @Test
    void inTimeCtrlWheelZoomsAroundThePointerAndZeroShowsAllAgain(FxRobot robot) {
        Box before = box(40);
        Box end = box(49);
        double pitch = box(41).centerX() - before.centerX();
        scroll(robot, before.centerX(), 200, 0, 240, true);
        assertThat(box(40).centerX()).isCloseTo(before.centerX(), within(0.5));
        assertThat(box(41).centerX() - box(40).centerX()).isCloseTo(pitch * Math.exp(0.8), within(0.5));
        assertThat(stage.stageLayout().metrics().letters())
                .as("letters have room now")
                .isTrue();
        robot.type(KeyCode.DIGIT0);
        robot.interact(stage::layout);
        assertThat(box(49)).isEqualTo(end);
        assertThat(edits).isZero();
    }

    @Test
    void inTimeZoomingOutEndsWhereAllIsSeen(FxRobot robot) {
        double pitch = box(41).centerX() - box(40).centerX();
        scroll(robot, 600, 200, 0, -900, true);
        assertThat(box(41).centerX() - box(40).centerX()).isCloseTo(pitch, within(0.01));
    }
}
