package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unfoldlab.app.TestBench.soon;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.app.editor.DocumentOrigin;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.graph.TransitionEdits;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.matrix.MatrixView;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.TextSize;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.ThemeMode;
import org.unfoldlab.viz.unrolled.StageLayout;
import org.unfoldlab.viz.unrolled.StageView;

/** Draw where room is scarce: nothing is cut off, and what finds no room is scrolled to. */
@SuppressWarnings("NullAway.Init") // made by start
@ExtendWith(ApplicationExtension.class)
class SmallWindowTest {
    private TestBench test;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        test = new TestBench(shown, TestBench.temporaryFolder("small"));
    }

    /** That many areas over each other, each connected with itself and its neighbours. */
    static NetworkDocument chain(int areas) {
        NetworkDocument chain = Presets.find("2-state-frnn").orElseThrow().document();
        while (chain.states().size() < areas) {
            String below = chain.states().get(chain.states().size() - 1).name();
            State next = StateEdits.suggested(chain);
            chain = StateEdits.add(chain, next, Optional.empty());
            chain = TransitionEdits.connect(chain, next.name(), next.name());
            chain = TransitionEdits.connect(chain, below, next.name());
            chain = TransitionEdits.connect(chain, next.name(), below);
        }
        String top = chain.states().get(areas - 1).name();
        return StateEdits.readOutAt(StateEdits.readOut(chain, top), 8);
    }

    /** Shows a network in a window of that size. */
    static void show(TestBench test, Stage stage, NetworkDocument network, int width, int height, TextSize text) {
        test.onScreen(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            test.bench.document().open(network, DocumentOrigin.NEW);
            test.bench.window().setWelcome(false);
            Theme.apply(test.bench.scene(), ThemeMode.LIGHT, text);
        });
        test.onScreen(() -> {
            test.bench.scene().getRoot().applyCss();
            test.bench.scene().getRoot().layout();
        });
    }

    private boolean isThere(FxRobot robot, String part) {
        return robot.lookup(part).tryQuery().isPresent();
    }

    @Test
    void theInspectorFoldsAwayAndComesBackByItsKeyOrItsBar(FxRobot robot) {
        show(test, stage, chain(2), 1280, 800, TextSize.NORMAL);
        double beside = on(robot, "#stage").getWidth();
        robot.push(KeyCode.CONTROL, KeyCode.I);
        assertThat(isThere(robot, ".inspector")).isFalse();
        soon(() -> assertThat(on(robot, "#stage").getWidth()).isGreaterThan(beside + 200));
        robot.clickOn("#inspector-bar .button");
        assertThat(isThere(robot, ".inspector")).isTrue();
        assertThat(isThere(robot, "#inspector-bar")).isFalse();
        soon(() -> assertThat(on(robot, "#stage").getWidth()).isEqualTo(beside));
    }

    @Test
    void aWindowThatIsMadeWiderKeepsTheFocusWhereItIs(FxRobot robot) {
        show(test, stage, chain(2), 1024, 680, TextSize.NORMAL);
        Node board = robot.lookup("#stage").query();
        test.onScreen(board::requestFocus);
        test.onScreen(() -> stage.setWidth(1280));
        soon(() -> assertThat(isThere(robot, ".inspector")).isTrue());
        assertThat(test.bench.scene().getFocusOwner()).isEqualTo(board);
    }

    @Test
    void inANarrowWindowTheInspectorIsADrawerOverThePage(FxRobot robot) {
        show(test, stage, chain(2), 1024, 680, TextSize.NORMAL);
        assertThat(isThere(robot, ".inspector")).isFalse();
        double width = on(robot, "#stage").getWidth();
        assertThat(width).isGreaterThan(940);
        robot.clickOn("#inspector-bar .button");
        soon(() -> assertThat(on(robot, ".inspector").getWidth()).isBetween(250.0, 300.0));
        assertThat(on(robot, ".inspector").getMaxX())
                .isLessThanOrEqualTo(on(robot, "#inspector-bar").getMinX());
        assertThat(on(robot, "#stage").getWidth()).as("the page keeps its room").isEqualTo(width);
        robot.push(KeyCode.CONTROL, KeyCode.I);
        assertThat(isThere(robot, ".inspector")).isFalse();
        show(test, stage, chain(2), 1280, 800, TextSize.NORMAL);
        assertThat(isThere(robot, ".inspector"))
                .as("beside the page where there is room")
                .isTrue();
    }

    private static Bounds on(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    private Bounds on(FxRobot robot, String part) {
        return on(robot.lookup(part).query());
    }

    private void fits(FxRobot robot, String what) {
        assertThat(on(robot, ".header-frame").getMinY()).as(what).isZero();
        assertThat(on(robot, ".transport").getMaxY()).as(what).isLessThanOrEqualTo(680);
    }

    @Test
    void fourAreasAreSeenWholeInTheSmallestWindowWithLargeText(FxRobot robot) {
        for (TextSize text : List.of(TextSize.NORMAL, TextSize.LARGE)) {
            show(test, stage, chain(4), 1024, 680, text);
            fits(robot, text.toString());
            double transport = on(robot, ".transport").getMinY();
            Set<Node> cells = robot.lookup(".matrix-cell").queryAll();
            assertThat(cells).hasSize(16).allSatisfy(cell -> {
                assertThat(on(cell).getMaxY()).as(text.toString()).isLessThanOrEqualTo(transport);
                assertThat(on(cell).getHeight()).as(text.toString()).isGreaterThanOrEqualTo(12 * text.scale());
            });
        }
    }

    @Test
    void whereEvenLeastRowsFindNoRoomThePageScrollsToTheCellThatKeysReach(FxRobot robot) {
        show(test, stage, chain(8), 1024, 680, TextSize.LARGEST);
        fits(robot, "8 areas");
        MatrixView matrix = robot.lookup("#matrix").queryAs(MatrixView.class);
        test.onScreen(() -> matrix.focusCell("V8", "V1"));
        for (int row = 8; row > 1; row--) {
            robot.type(KeyCode.DOWN);
        }
        test.onScreen(() -> {});
        Bounds page = on(robot, "#draw-page");
        Node lowest = test.bench.scene().getFocusOwner();
        assertThat(lowest.getAccessibleText()).contains("V1");
        assertThat(on(lowest).getMaxY()).isLessThanOrEqualTo(page.getMaxY());
        assertThat(on(robot, "#stage").getMinY()).as("scrolled").isLessThan(page.getMinY());
    }

    @Test
    void eightAreasAreAllSeenAt1280(FxRobot robot) {
        show(test, stage, chain(8), 1280, 800, TextSize.NORMAL);
        StageView shown = robot.lookup("#stage").queryAs(StageView.class);
        StageLayout layout =
                StageLayout.of(DrawnNetwork.of(chain(8)), shown.getWidth(), shown.getHeight(), Look.DEFAULT);
        assertThat(layout.at(1, 0).lanes())
                .hasSize(8)
                .allSatisfy(
                        lane -> assertThat(lane.y()).as("under the fold slider").isGreaterThan(40));
        assertThat(on(shown).getMinY())
                .isGreaterThanOrEqualTo(on(robot, ".header-frame").getMaxY());
        assertThat(on(robot, "#matrix").getMaxY())
                .isLessThanOrEqualTo(on(robot, ".transport").getMinY());
    }

    @Test
    void aPressOnTheStageLeavesItTheFocus(FxRobot robot) {
        show(test, stage, chain(4), 1280, 800, TextSize.NORMAL);
        StageView shown = robot.lookup("#stage").queryAs(StageView.class);
        robot.clickOn(shown);
        assertThat(test.bench.scene().getFocusOwner()).isSameAs(shown);
    }
}
