package org.unfoldlab.viz.unrolled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
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
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.graph.TransitionText;
import org.unfoldlab.model.graph.TurnEdits;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.EdgeShape;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.graph.SelectionInspector;
import org.unfoldlab.viz.matrix.MatrixView;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/** Several transitions for one pair of states, which take turns (SPEC §1). */
@ExtendWith(ApplicationExtension.class)
class TurnsTest {
    private static final NetworkDocument FRNN =
            StateEdits.readOutAt(Presets.find("2-state-frnn").orElseThrow().document(), 7);

    private EditHistory history = EditHistory.startingAt(FRNN);

    @SuppressWarnings("NullAway.Init") // set in start
    private StageView stage;

    @SuppressWarnings("NullAway.Init") // set in start
    private MatrixView matrix;

    @SuppressWarnings("NullAway.Init") // set in start
    private SelectionInspector inspector;

    @Start
    void start(Stage window) {
        stage = new StageView(DrawnNetwork.of(FRNN));
        matrix = new MatrixView(DrawnNetwork.of(FRNN));
        inspector = new SelectionInspector(DrawnNetwork.of(FRNN));
        stage.setOnEdit(this::edit);
        matrix.setOnEdit(this::edit);
        stage.setOnGestureEnd(() -> history = history.closed());
        matrix.setOnGestureEnd(() -> history = history.closed());
        matrix.selectionProperty().bindBidirectional(stage.selectionProperty());
        inspector.selectionProperty().bindBidirectional(stage.selectionProperty());
        VBox.setVgrow(stage, Priority.ALWAYS);
        matrix.setMinHeight(VBox.USE_PREF_SIZE);
        inspector.setPrefWidth(260);
        Scene scene = new Scene(new HBox(new VBox(stage, matrix), inspector), 1278, 684);
        Theme.apply(scene, Look.DEFAULT);
        window.setScene(scene);
        window.show();
        stage.foldProperty().set(0);
        stage.requestFocus();
    }

    private void edit(ProposedEdit proposed) {
        history = history.with(proposed.on(history.document()));
        show();
    }

    private void show() {
        DrawnNetwork drawn = DrawnNetwork.of(history.document());
        stage.networkProperty().set(drawn);
        matrix.networkProperty().set(drawn);
        inspector.networkProperty().set(drawn);
    }

    private List<Transition> turns(String from, String to) {
        return TurnEdits.of(history.document(), from, to);
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

    private Point2D letter(EdgeShape edge) {
        return stage.localToScreen(edge.badgeX(), edge.badgeY());
    }

    private Node cell(FxRobot robot, String from, String to) {
        return robot.lookup(".matrix-cell").queryAll().stream()
                .filter(node -> node.getAccessibleText().startsWith(from + " to " + to))
                .findFirst()
                .orElseThrow();
    }

    private void choose(Item item) {
        stage.selectionProperty().set(Selection.of(item));
    }

    private String chosen() {
        return ((Item.OfTransition) stage.selectionProperty().get().single().orElseThrow()).id();
    }

    @Test
    void theMenuOfAnEdgeAddsASecondOneInOneStepOfUndoAndEveryViewShowsBoth(FxRobot robot) {
        ContextMenus.open(robot, stage, on(edge("V1-V2")));
        robot.clickOn("Add another transition");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(turns("V1", "V2")).extracting(Transition::window).containsExactly("1..3", "4..T-1");
        assertThat(history.done()).hasSize(1);
        assertThat(history.undoLabel()).contains("Add V1-V2-2");
        assertThat(chosen()).isEqualTo("V1-V2-2");
        assertThat(on(edge("V1-V2")).distance(on(edge("V1-V2-2")))).isGreaterThan(14);
        assertThat(cell(robot, "V1", "V2").getAccessibleText())
                .contains("runs at t 4 to 6")
                .contains("runs at t 1 to 3");
        assertThat(texts()).anySatisfy(text -> assertThat(text).contains("one of 2 that take turns"));
        assertThat(DrawnNetwork.of(history.document()).problems()).isEmpty();
        robot.interact(() -> {
            history = history.undo();
            show();
        });
        assertThat(history.document()).isEqualTo(FRNN);
    }

    private List<String> texts() {
        return inspector.lookupAll(".label").stream()
                .map(Label.class::cast)
                .map(Label::getText)
                .toList();
    }

    @Test
    void oneKeyAddsItOnTheBoardAndDrawingOverAConnectionSaysSo(FxRobot robot) {
        robot.interact(() -> choose(new Item.OfState("V2")));
        robot.type(KeyCode.C, KeyCode.C);
        assertThat(history.done()).isEmpty();
        assertThat(robot.lookup("V2 → V2 is there. A adds another transition, for other steps.")
                        .tryQuery())
                .isPresent();
        assertThat(chosen()).isEqualTo("V2-V2");
        robot.type(KeyCode.A);
        assertThat(turns("V2", "V2")).hasSize(2);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(letter(edge("V2-V2")));
        assertThat(chosen()).isEqualTo("V2-V2");
        notDoubleClicking(robot);
        robot.clickOn(letter(edge("V2-V2-2")));
        assertThat(chosen()).isEqualTo("V2-V2-2");
    }

    @Test
    void theLineOfACellHoldsBothAndIsOneStepOfUndo(FxRobot robot) {
        robot.interact(() -> matrix.focusCell("V2", "V2"));
        robot.write(";");
        WaitForAsyncUtils.waitForFxEvents();
        robot.eraseText(20).write("BRCx2 +I @1..3; C @4..T-1").type(KeyCode.ENTER);
        assertThat(TransitionText.ofTurns(turns("V2", "V2"))).isEqualTo("BRCx2 +I @1..3; C @4..T-1");
        assertThat(history.done()).hasSize(1);
        robot.type(KeyCode.SPACE);
        assertThat(chosen()).isEqualTo("V2-V2");
        robot.type(KeyCode.SPACE);
        assertThat(chosen()).isEqualTo("V2-V2-2");
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        assertThat(turns("V2", "V2")).extracting(Transition::window).containsExactly("1..3", "4..T-2");
        robot.type(KeyCode.DELETE);
        assertThat(turns("V2", "V2")).extracting(Transition::id).containsExactly("V2-V2");
    }

    @Test
    void aPressOnALineOfTheCellChoosesThatTransitionAndDragsItsBar(FxRobot robot) {
        robot.interact(() -> matrix.focusCell("V1", "V2"));
        robot.type(KeyCode.A);
        WaitForAsyncUtils.waitForFxEvents();
        Bounds cell = onScreen(cell(robot, "V1", "V2"));
        double lower = cell.getMaxY() - cell.getHeight() / 4;
        double upper = cell.getMinY() + cell.getHeight() / 4;
        robot.clickOn(new Point2D(cell.getMinX() + 60, upper));
        assertThat(chosen()).isEqualTo("V1-V2");
        notDoubleClicking(robot);
        robot.clickOn(new Point2D(cell.getMinX() + 60, lower));
        assertThat(chosen()).isEqualTo("V1-V2-2");
        notDoubleClicking(robot);
        drag(robot, new Point2D(cell.getMaxX() - 12, lower), new Point2D(cell.getMaxX() - 24, lower));
        assertThat(turns("V1", "V2")).extracting(Transition::window).containsExactly("1..3", "4..T-2");
    }

    /** Two presses in one place within half a second mean something else. */
    private static void notDoubleClicking(FxRobot robot) {
        robot.sleep(600);
    }

    private static Bounds onScreen(Node node) {
        return node.localToScreen(node.getBoundsInLocal());
    }

    private static void drag(FxRobot robot, Point2D from, Point2D to) {
        robot.moveTo(from)
                .press(javafx.scene.input.MouseButton.PRIMARY)
                .moveTo(to)
                .release(javafx.scene.input.MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theMenuOfACellAddsOne(FxRobot robot) {
        Node cell = cell(robot, "V2", "V1");
        Bounds at = onScreen(cell);
        robot.interact(() -> Event.fireEvent(
                cell,
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                        20,
                        10,
                        at.getMinX() + 20,
                        at.getMinY() + 10,
                        false,
                        null)));
        robot.clickOn("Add another transition");
        assertThat(turns("V2", "V1")).extracting(Transition::id).containsExactly("V2-V1", "V2-V1-2");
    }

    @Test
    void whereNoStepIsLeftTheReasonIsSaidAndNothingChanges(FxRobot robot) {
        robot.interact(() -> {
            history = EditHistory.startingAt(StateEdits.readOutAt(FRNN, 2));
            show();
            choose(new Item.OfTransition("V1-V1"));
            stage.requestFocus();
        });
        robot.type(KeyCode.A);
        String why = "At T = 2 no step is left for another transition V1 → V1. Read out later first.";
        assertThat(robot.lookup(why).tryQuery()).isPresent();
        robot.interact(() -> matrix.focusCell("V1", "V1"));
        robot.type(KeyCode.A);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".matrix-unclear").queryAs(Label.class).getText())
                .isEqualTo(why);
        assertThat(history.done()).isEmpty();
    }
}
