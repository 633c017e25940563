package org.unfoldlab.viz.unrolled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
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
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/** Folding can be turned back, stopped and calmed at any moment. */
@ExtendWith(ApplicationExtension.class)
class FoldMotionTest {
    private final List<Double> poses = Collections.synchronizedList(new ArrayList<>());

    @SuppressWarnings("NullAway.Init") // set in start
    private StageView stage;

    @Start
    void start(Stage window) {
        stage = new StageView(
                DrawnNetwork.of(Presets.find("2-state-frnn").orElseThrow().document()));
        // Else a busy machine may see it end before it is turned back or stopped.
        stage.setFoldRate(0.25);
        Scene scene = new Scene(stage, 1018, 473);
        Theme.apply(scene, Look.DEFAULT);
        window.setScene(scene);
        window.show();
        stage.foldProperty().subscribe(pose -> poses.add(pose.doubleValue()));
    }

    private double pose() {
        return stage.foldProperty().get();
    }

    private static void until(Callable<Boolean> holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, holds);
    }

    /** The poses since then, in their order. */
    private List<Double> since(int start) {
        return List.copyOf(poses.subList(start, poses.size()));
    }

    private static List<Double> sorted(List<Double> values, boolean ascending) {
        return values.stream()
                .sorted(ascending ? java.util.Comparator.naturalOrder() : java.util.Comparator.reverseOrder())
                .toList();
    }

    @Test
    void itRunsThroughPosesInBetweenAndOnlyOneWay(FxRobot robot) throws TimeoutException {
        poses.clear();
        robot.interact(stage::toggleFold);
        until(() -> pose() == 0);
        assertThat(poses).filteredOn(pose -> pose > 0.05 && pose < 0.95).hasSizeGreaterThan(2);
        assertThat(since(0)).isEqualTo(sorted(since(0), false));
    }

    @Test
    void turnedBackHalfWayItReturnsFromWhereItIs(FxRobot robot) throws TimeoutException {
        robot.interact(stage::toggleFold);
        until(() -> pose() < 0.75 && pose() > 0);
        int[] turned = new int[1];
        double[] at = new double[1];
        robot.interact(() -> {
            turned[0] = poses.size();
            at[0] = pose();
            stage.toggleFold();
        });
        until(() -> pose() == 1);
        List<Double> back = since(turned[0]);
        assertThat(back).as("only upwards").isEqualTo(sorted(back, true));
        assertThat(back.get(0)).as("no jump").isGreaterThanOrEqualTo(at[0]);
        assertThat(back).allSatisfy(pose -> assertThat(pose).isGreaterThanOrEqualTo(at[0] - 1e-9));
        assertThat(poses).as("it never reached the other end").doesNotContain(0.0);
    }

    @Test
    void aHandOnTheSliderStopsItWhereItIs(FxRobot robot) throws TimeoutException {
        robot.interact(() -> stage.foldTo(0));
        until(() -> pose() < 0.8 && pose() > 0);
        Node thumb = robot.lookup(".thumb").query();
        Bounds bounds = thumb.localToScreen(thumb.getBoundsInLocal());
        robot.interact(stage::stopFolding);
        double stopped = pose();
        robot.sleep(200);
        assertThat(pose()).isEqualTo(stopped).isBetween(0.001, 0.999);
        robot.interact(() -> stage.foldTo(0));
        robot.moveTo(bounds.getCenterX(), bounds.getCenterY()).press(MouseButton.PRIMARY);
        double held = pose();
        robot.sleep(300);
        assertThat(pose()).as("held by the hand").isEqualTo(held);
        robot.release(MouseButton.PRIMARY);
    }

    @Test
    void withReducedMotionOnePoseFadesIntoTheOther(FxRobot robot) throws TimeoutException {
        robot.interact(() -> stage.reducedMotionProperty().set(true));
        poses.clear();
        robot.interact(() -> {
            stage.toggleFold();
            assertThat(pose()).as("at once").isZero();
            assertThat(leaving().getImage()).as("what was seen fades").isNotNull();
        });
        until(() -> leaving().getImage() == null);
        assertThat(poses).containsExactly(0.0);
    }

    private ImageView leaving() {
        return (ImageView) stage.getChildrenUnmodifiable().get(1);
    }

    @Test
    void aCrossFadeTurnedBackAtOnceLeavesNothingBehind(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            stage.reducedMotionProperty().set(true);
            stage.toggleFold();
            stage.toggleFold();
            stage.toggleFold();
        });
        assertThat(pose()).isZero();
        until(() -> leaving().getImage() == null);
        robot.sleep(200);
        assertThat(pose()).isZero();
    }

    @Test
    void motionReducedOnTheWayEndsItAtOnce(FxRobot robot) throws TimeoutException {
        robot.interact(() -> stage.foldTo(0));
        until(() -> pose() < 0.9);
        robot.interact(() -> {
            stage.reducedMotionProperty().set(true);
            assertThat(pose()).isZero();
        });
    }
}
