package org.unfoldlab.viz.unrolled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.unfoldlab.model.graph.EditHistory;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.BoardFit;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.EdgeShape;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/** What the board offers besides adding and connecting: map, grid, lines, lesions, text for other windows. */
@ExtendWith(ApplicationExtension.class)
class BoardTest {
    private EditHistory history = EditHistory.startingAt(preset("4-state-frnn"));

    @SuppressWarnings("NullAway.Init") // set in start
    private StageView stage;

    private static NetworkDocument preset(String name) {
        return Presets.find(name).orElseThrow().document();
    }

    @Start
    void start(Stage window) {
        stage = new StageView(DrawnNetwork.of(history.document()));
        stage.setOnEdit(this::edit);
        stage.setOnGestureEnd(() -> history = history.closed());
        VBox.setVgrow(stage, Priority.ALWAYS);
        Scene scene = new Scene(new VBox(stage), 1018, 684);
        Theme.apply(scene, Look.DEFAULT);
        window.setScene(scene);
        window.show();
        stage.foldProperty().set(0);
        stage.requestFocus();
    }

    private void edit(ProposedEdit proposed) {
        history = history.with(proposed.on(history.document()));
        stage.networkProperty().set(DrawnNetwork.of(history.document()));
    }

    private void show(FxRobot robot, NetworkDocument document) {
        robot.interact(() -> {
            history = EditHistory.startingAt(document);
            stage.networkProperty().set(DrawnNetwork.of(document));
            stage.foldProperty().set(0);
            stage.layout();
            stage.requestFocus();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Box card(String state) {
        return stage.frame().graph().card(state).orElseThrow().box();
    }

    private Point2D middle(String state) {
        return stage.localToScreen(card(state).centerX(), card(state).centerY());
    }

    private EdgeShape edge(String id) {
        return stage.frame().graph().edges().stream()
                .filter(shape -> shape.transition().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Point2D on(EdgeShape edge) {
        return stage.localToScreen(edge.curve().x(0.5), edge.curve().y(0.5));
    }

    private Layout.Position place(String state) {
        return Optional.ofNullable(history.document().layout().positions().get(state))
                .orElseThrow();
    }

    private static void drag(FxRobot robot, Point2D from, Point2D to) {
        robot.moveTo(from).press(MouseButton.PRIMARY).moveBy(9, 9).moveTo(to).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void menu(FxRobot robot, Point2D at, String chosen) {
        ContextMenus.open(robot, stage, at);
        robot.clickOn(chosen);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aGraphStandsInTheMiddleWithPlacesOrWithout(FxRobot robot) {
        assertThat(card("V1").centerX()).isCloseTo(stage.getWidth() / 2, org.assertj.core.data.Offset.offset(1.0));
        show(robot, history.document().edit().layout(Layout.EMPTY).build());
        assertThat(card("V1").centerX()).isCloseTo(stage.getWidth() / 2, org.assertj.core.data.Offset.offset(1.0));
        assertThat(card("IT").bottom()).isLessThan(card("V4").y());
        assertThat(card("V2").bottom()).isLessThan(card("V1").y());
    }

    @Test
    void onAWideBoardEveryEdgeOfTheFullNetworkSaysItsFunction() {
        assertThat(stage.frame().graph().edges())
                .hasSize(16)
                .allSatisfy(edge -> assertThat(edge.label().shown())
                        .as(edge.transition().id())
                        .isTrue());
        assertThat(stage.frame().graph().edges())
                .allSatisfy(edge -> assertThat(edge.badgeX()).isBetween(20.0, stage.getWidth() - 20));
    }

    @Test
    void aMapComesWhenTheGraphIsLargerThanTheBoardAndAClickOnItGoesThere(FxRobot robot) {
        assertThat(stage.board().map()).isEmpty();
        for (int i = 0; i < 8; i++) {
            robot.type(KeyCode.EQUALS);
        }
        WaitForAsyncUtils.waitForFxEvents();
        MiniMap map = stage.board().map().orElseThrow();
        assertThat(isSeen("V1")).isFalse();
        Box small = map.cards().stream().reduce((a, b) -> a.y() > b.y() ? a : b).orElseThrow();
        robot.clickOn(stage.localToScreen(small.centerX(), small.centerY()));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(isSeen("V1")).isTrue();
        robot.type(KeyCode.DIGIT0);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.board().map()).isEmpty();
        assertThat(history.done()).as("looking is no edit").isEmpty();
    }

    private boolean isSeen(String state) {
        return stage.frame().board().contains(card(state).centerX(), card(state).centerY());
    }

    @Test
    void aDraggedStateSnapsToTheGrid(FxRobot robot) {
        drag(robot, middle("V2"), middle("V2").add(147, 33));
        assertThat(place("V2").x() % BoardFit.GRID).isZero();
        assertThat(place("V2").y() % BoardFit.GRID).isZero();
        assertThat(history.done()).hasSize(1);
    }

    @Test
    void chosenStatesAlignInOneStepOfUndo(FxRobot robot) {
        drag(robot, middle("V2"), middle("V2").add(200, 0));
        NetworkDocument before = history.document();
        robot.clickOn(middle("V1"));
        robot.press(KeyCode.SHIFT).clickOn(middle("V2")).release(KeyCode.SHIFT);
        menu(robot, middle("V2"), "Align in a column");
        assertThat(place("V1").x()).isEqualTo(place("V2").x());
        assertThat(place("V4").x()).isNotEqualTo(place("V1").x());
        assertThat(history.undo().document()).isEqualTo(before);
    }

    @Test
    void aStateWithoutEdgesDroppedOnAnEdgeIsInsertedThere(FxRobot robot) {
        State alone = StateEdits.suggested(history.document());
        show(robot, StateEdits.add(history.document(), alone, Optional.of(new Layout.Position(700, 260))));
        drag(robot, middle(alone.name()), on(edge("V1-V2")));
        assertThat(history.document().transition("V1-V2")).isEmpty();
        assertThat(ends()).contains("V1 " + alone.name(), alone.name() + " V2");
    }

    private List<String> ends() {
        return history.document().transitions().stream()
                .map(t -> t.from() + " " + t.to())
                .toList();
    }

    @Test
    void oneKeyIsALesionAndTheSameKeyHealsIt(FxRobot robot) {
        NetworkDocument before = history.document();
        robot.clickOn(on(edge("V2-V1")));
        assertThat(stage.selectionProperty().get()).isEqualTo(Selection.of(new Item.OfTransition("V2-V1")));
        robot.type(KeyCode.M);
        assertThat(history.document().transition("V2-V1").map(Transition::muted))
                .contains(true);
        assertThat(DrawnNetwork.of(history.document()).unrolling().orElseThrow().steps())
                .noneMatch(step -> step.step().transition().equals("V2-V1"));
        robot.type(KeyCode.M);
        assertThat(history.document()).isEqualTo(before);
    }

    @Test
    void aSelfLoopIsHitByItselfAndOppositeEdgesStandApart(FxRobot robot) {
        robot.clickOn(on(edge("V4-V4")));
        assertThat(stage.selectionProperty().get()).isEqualTo(Selection.of(new Item.OfTransition("V4-V4")));
        assertThat(on(edge("V1-V2")).distance(on(edge("V2-V1")))).isGreaterThan(28);
    }

    @Test
    void statesTravelBetweenWindowsAsText(FxRobot robot) {
        NetworkDocument first = history.document();
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.CONTROL, KeyCode.C);
        String[] text = new String[1];
        robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        assertThat(text[0]).contains("V1 -> V2: BRCx2", "V2 -> V1: BRDx2");
        show(
                robot,
                first.edit()
                        .states(List.of())
                        .transitions(List.of())
                        .layout(Layout.EMPTY)
                        .build());
        robot.push(KeyCode.CONTROL, KeyCode.V);
        assertThat(history.document().states()).isEqualTo(first.states());
        assertThat(Set.copyOf(history.document().transitions())).isEqualTo(Set.copyOf(first.transitions()));
        assertThat(history.done()).hasSize(1);
    }

    @Test
    void cuttingATransitionDeletesNothingAndSaysWhy(FxRobot robot) {
        NetworkDocument before = history.document();
        robot.clickOn(on(edge("V2-V1"))).push(KeyCode.CONTROL, KeyCode.X);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(history.document()).isEqualTo(before);
        assertThat(robot.lookup("Only states can be cut, with the transitions among them.")
                        .tryQuery())
                .isPresent();
    }

    @Test
    void whatIsCutIsNoMoreThanWhatIsPasted(FxRobot robot) {
        NetworkDocument before = history.document();
        robot.interact(() -> stage.selectionProperty()
                .set(new Selection(Set.of(new Item.OfState("IT"), new Item.OfTransition("V1-V2")))));
        robot.push(KeyCode.CONTROL, KeyCode.X);
        assertThat(history.document().state("IT")).isEmpty();
        assertThat(history.document().transition("V1-V2")).isPresent();
        robot.push(KeyCode.CONTROL, KeyCode.V);
        assertThat(history.document().state("IT")).isEqualTo(before.state("IT"));
        assertThat(history.document().transition("IT-IT")).isEqualTo(before.transition("IT-IT"));
    }

    @Test
    void theVentralStreamIsLaidOutOnRequestAndUndone(FxRobot robot) {
        NetworkDocument before = history.document();
        robot.clickOn("Ventral stream");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.board().isVentral()).isTrue();
        assertThat(place("V1").x()).isLessThan(place("V2").x());
        assertThat(place("V4").x()).isLessThan(place("IT").x());
        assertThat(history.undo().document()).isEqualTo(before);
    }

    @Test
    void aStateIsRenamedInPlaceAndDuplicated(FxRobot robot) {
        robot.clickOn(middle("IT")).type(KeyCode.F2);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("V5").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(history.document().state("V5")).isPresent();
        assertThat(history.document().transition("V4-V5")).isPresent();
        robot.push(KeyCode.CONTROL, KeyCode.D);
        assertThat(history.document().states()).hasSize(5);
    }

    private void typeName(FxRobot robot, String name) {
        robot.clickOn(middle("IT")).type(KeyCode.F2);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write(name);
    }

    @Test
    void aTypedNameIsTakenWhenOneClicksElsewhere(FxRobot robot) {
        typeName(robot, "V5");
        robot.clickOn(middle("V1"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(history.document().state("V5")).isPresent();
        assertThat(history.done()).hasSize(1);
        assertThat(stage.selectionProperty().get()).isEqualTo(Selection.of(new Item.OfState("V1")));
    }

    @Test
    void aNameThatCannotBeAndOneThatIsCalledOffAreForgotten(FxRobot robot) {
        NetworkDocument before = history.document();
        typeName(robot, "V2");
        robot.clickOn(middle("V1"));
        typeName(robot, "V5");
        robot.type(KeyCode.ESCAPE).clickOn(middle("V1"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(history.document()).isEqualTo(before);
    }
}
