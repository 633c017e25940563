package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unfoldlab.app.TestBench.soon;

import java.nio.file.Files;
import javafx.geometry.Point2D;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.app.shell.Mode;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.viz.explore.ThoughtView;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;

/** Explore with more steps than the window is wide. */
@SuppressWarnings("NullAway.Init") // made by start
@ExtendWith(ApplicationExtension.class)
class ExploreScrollTest {
    private static final int LONG = 22;

    private TestBench test;

    @Start
    void start(Stage stage) throws Exception {
        test = new TestBench(stage, Files.createTempDirectory("unfold-exploring"));
        stage.setWidth(1100);
        stage.setHeight(760);
        test.bench.startDemo();
    }

    private ThoughtView exploreLong(FxRobot robot) {
        test.workers.begin(0);
        test.workers.epoch(1);
        test.workers.stop(new StopReason.Completed());
        test.poll();
        test.onScreen(() -> {
            test.bench.show(Mode.EXPLORE);
            test.bench.document().setReadoutTime(LONG);
        });
        ThoughtView view = robot.lookup("#thought").queryAs(ThoughtView.class);
        soon(() -> {
            assertThat(view.scene().orElseThrow().last()).isEqualTo(LONG);
            assertThat(view.getWidth())
                    .as("laid out, and wider than what is seen of it")
                    .isGreaterThan(scroll(robot).getViewportBounds().getWidth() + 50);
        });
        return view;
    }

    private static ScrollPane scroll(FxRobot robot) {
        return robot.lookup("#thought-scroll").queryAs(ScrollPane.class);
    }

    @Test
    void namesStayAtTheLeftWhileMapsScrollAndAreStillClicked(FxRobot robot) {
        ThoughtView view = exploreLong(robot);
        test.onScreen(() -> scroll(robot).setHvalue(0));
        Point2D before = view.localToScreen(new Point2D(20, rowOf(view, "V1")));
        test.onScreen(() -> scroll(robot).setHvalue(1));
        assertThat(view.seenFromProperty().get())
                .as("as far as is hidden")
                .isEqualTo(view.getWidth() - scroll(robot).getViewportBounds().getWidth())
                .isGreaterThan(50);
        robot.clickOn(before);
        assertThat(test.bench.document().selectionProperty().get())
                .as("the name of V1 is where it was")
                .isEqualTo(Selection.of(new Item.OfState("V1")));
    }

    @Test
    void mapsUnderTheNamesAreNotClickedByMistake(FxRobot robot) {
        ThoughtView view = exploreLong(robot);
        test.onScreen(() -> scroll(robot).setHvalue(1));
        Point2D covered = view.localToScreen(new Point2D(view.seenFromProperty().get() + 20, rowOf(view, "V2")));
        robot.clickOn(covered);
        assertThat(test.bench.document().selectionProperty().get()).isEqualTo(Selection.of(new Item.OfState("V2")));
    }

    @Test
    void whatIsSteppedToOrChosenByKeysComesIntoSight(FxRobot robot) {
        ThoughtView view = exploreLong(robot);
        test.onScreen(view::requestFocus);
        robot.push(KeyCode.END);
        soon(() -> assertThat(isSeen(robot, view, LONG)).isTrue());
        robot.push(KeyCode.HOME);
        soon(() -> assertThat(view.seenFromProperty().get()).isZero());
        assertThat(isSeen(robot, view, LONG)).isFalse();
        test.onScreen(() -> test.bench
                .document()
                .selectionProperty()
                .set(Selection.of(new Item.OfStateAt(new StateAt("V2", LONG - 1)))));
        soon(() -> assertThat(isSeen(robot, view, LONG - 1)).isTrue());
    }

    @Test
    void theLastStepIsSeenAsSoonAsThereAreMore(FxRobot robot) {
        ThoughtView view = exploreLong(robot);
        soon(() -> assertThat(isSeen(robot, view, LONG)).isTrue());
    }

    @Test
    void endComesBackToTheLastStepWhereOneHasScrolledAway(FxRobot robot) {
        ThoughtView view = exploreLong(robot);
        test.onScreen(() -> {
            view.requestFocus();
            scroll(robot).setHvalue(0);
        });
        soon(() -> assertThat(isSeen(robot, view, LONG)).isFalse());
        robot.push(KeyCode.END);
        soon(() -> assertThat(isSeen(robot, view, LONG)).isTrue());
    }

    private static boolean isSeen(FxRobot robot, ThoughtView view, int t) {
        ThoughtView.Range column = view.column(t).orElseThrow();
        double from = view.seenFromProperty().get();
        double to = from + scroll(robot).getViewportBounds().getWidth();
        return column.from() >= from - 1 && column.to() <= to + 1;
    }

    private static double rowOf(ThoughtView view, String state) {
        return view.place(new StateAt(state, 2)).orElseThrow().getY();
    }
}
