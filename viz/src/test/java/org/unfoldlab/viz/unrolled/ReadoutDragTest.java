package org.unfoldlab.viz.unrolled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/** The flag of a readout time that was typed, longer than any that the flag is dragged to. */
@ExtendWith(ApplicationExtension.class)
class ReadoutDragTest {
    private static final int TYPED = 160;

    private final List<Integer> proposed = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set in start
    private StageView stage;

    @Start
    void start(Stage window) {
        stage = new StageView(
                DrawnNetwork.of(Presets.find("2-state-frnn").orElseThrow().document())
                        .at(TYPED));
        stage.setOnReadoutTime(proposed::add);
        Scene scene = new Scene(stage, 1018, 473);
        Theme.apply(scene, Look.DEFAULT);
        window.setScene(scene);
        window.show();
    }

    private Point2D flag() {
        Box flag = stage.frame().readout().orElseThrow().flag();
        return stage.localToScreen(flag.centerX(), flag.centerY());
    }

    private void drag(FxRobot robot, double dx) {
        robot.moveTo(flag()).press(MouseButton.PRIMARY).moveBy(dx, 0).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aClickLeavesItWhereItIs(FxRobot robot) {
        drag(robot, 0);
        assertThat(proposed).isEmpty();
    }

    @Test
    void itIsDraggedFromThereAndNotBeyond(FxRobot robot) {
        double pitch = stage.stageLayout().metrics().columnPitch();
        drag(robot, pitch);
        assertThat(proposed).isEmpty();
        drag(robot, -2 * pitch);
        assertThat(proposed).last().isEqualTo(TYPED - 2);
    }
}
