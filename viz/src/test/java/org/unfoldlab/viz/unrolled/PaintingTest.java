package org.unfoldlab.viz.unrolled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
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
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.Brush;
import org.unfoldlab.viz.graph.BrushKeys;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.graph.WeightGroup;
import org.unfoldlab.viz.matrix.MatrixView;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/** Ties and unties weights by mouse and by keys, and cuts the matrix at one t. */
@ExtendWith(ApplicationExtension.class)
class PaintingTest {
    private EditHistory history = EditHistory.startingAt(chain());

    @SuppressWarnings("NullAway.Init") // set in start
    private StageView stage;

    @SuppressWarnings("NullAway.Init") // set in start
    private MatrixView matrix;

    /** V1 … IT at T = 8: A … D lateral, E … G forwards, H … J back. */
    private static NetworkDocument chain() {
        return StateEdits.readOutAt(
                Presets.find("4-state-frnn-adjacent").orElseThrow().document(), 8);
    }

    @Start
    void start(Stage window) {
        stage = new StageView(DrawnNetwork.of(chain()));
        matrix = new MatrixView(DrawnNetwork.of(chain()));
        stage.setOnEdit(this::edit);
        matrix.setOnEdit(this::edit);
        stage.setOnGestureEnd(this::endGesture);
        matrix.setOnGestureEnd(this::endGesture);
        matrix.selectionProperty().bindBidirectional(stage.selectionProperty());
        matrix.hoveredProperty().bindBidirectional(stage.hoveredProperty());
        matrix.brushProperty().bindBidirectional(stage.brushProperty());
        VBox.setVgrow(stage, Priority.ALWAYS);
        matrix.setMinHeight(VBox.USE_PREF_SIZE);
        VBox root = new VBox(stage, matrix);
        new BrushKeys(
                        stage.brushProperty(),
                        () -> matrix.focusedSteps().isEmpty()
                                ? stage.selectionProperty().get().steps(history.document())
                                : matrix.focusedSteps(),
                        this::edit)
                .install(root);
        Scene scene = new Scene(root, 1018, 720);
        Theme.apply(scene, Look.DEFAULT);
        window.setScene(scene);
        window.show();
        stage.requestFocus();
    }

    private void edit(ProposedEdit proposed) {
        history = history.with(proposed.on(history.document()));
        DrawnNetwork drawn = DrawnNetwork.of(history.document());
        stage.networkProperty().set(drawn);
        matrix.networkProperty().set(drawn);
    }

    private void endGesture() {
        history = history.closed();
    }

    private Optional<String> letter(String transition, int time) {
        return stage.networkProperty()
                .get()
                .groups()
                .of(new Step(transition, time))
                .map(WeightGroup::letter);
    }

    private Point2D step(String transition, int time) {
        var curve = stage.frame().steps().stream()
                .filter(shape -> shape.step().step().equals(new Step(transition, time)))
                .findFirst()
                .orElseThrow()
                .curve();
        return stage.localToScreen(curve.x(0.2), curve.y(0.2));
    }

    private Bounds cell(String from, String to) {
        return matrix.lookupAll(".matrix-cell").stream()
                .filter(node -> node.getAccessibleText().startsWith(from + " to " + to + ","))
                .findFirst()
                .orElseThrow()
                .getBoundsInParent();
    }

    @Test
    void besideSixteenLettersTheFiguresAreWholeAndMillisecondsStayInA1280Window(FxRobot robot) {
        robot.interact(() -> {
            DrawnNetwork full =
                    DrawnNetwork.of(Presets.find("4-state-frnn").orElseThrow().document());
            stage.networkProperty().set(full);
            matrix.networkProperty().set(full);
            matrix.setMaxWidth(1002);
            stage.setMaxWidth(1002);
            stage.brushProperty().set(new Brush.Tie(7));
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> matrix.getScene().getRoot().layout());
        Label figures = robot.lookup("#paint-figures").queryAs(Label.class);
        assertThat(robot.lookup(".paint").queryAll()).hasSize(16);
        assertThat(figures.getText()).contains("G 34,992", "12 pruned");
        assertThat(figures.getWidth()).isGreaterThanOrEqualTo(figures.prefWidth(-1) - 0.5);
        assertThat(stage.frame().ledger().milliseconds()).isPresent();
    }

    @Test
    void aStrokeOverStepsTiesThemAsOneUndo(FxRobot robot) {
        robot.interact(() -> stage.brushProperty().set(new Brush.Tie(11)));
        robot.moveTo(step("V1-V1", 2))
                .press(MouseButton.PRIMARY)
                .moveTo(step("V1-V1", 3))
                .release(MouseButton.PRIMARY);
        assertThat(letter("V1-V1", 2)).contains("K");
        assertThat(letter("V1-V1", 3)).contains("K");
        assertThat(letter("V1-V1", 1)).contains("A");
        assertThat(history.done()).hasSize(1);
        assertThat(history.undo().document()).isEqualTo(chain());
    }

    @Test
    void theRubberOverABarUntiesSingleSteps(FxRobot robot) {
        robot.clickOn("#paint-weights").clickOn("#own-weights");
        robot.interact(stage.getScene().getRoot()::layout);
        Bounds v2 = cell("V2", "V2");
        Point2D end = matrix.localToScreen(v2.getMaxX() - 10, v2.getCenterY());
        robot.moveTo(end).press(MouseButton.PRIMARY).moveBy(-12.6, 0).release(MouseButton.PRIMARY);
        assertThat(letter("V2-V2", 7)).isEmpty();
        assertThat(letter("V2-V2", 6)).isEmpty();
        assertThat(letter("V2-V2", 5)).contains("B");
        robot.clickOn("#paint-B");
        robot.moveTo(end).press(MouseButton.PRIMARY).moveBy(-12.6, 0).release(MouseButton.PRIMARY);
        assertThat(history.document().sharing()).isEqualTo(new Sharing.OverTime());
    }

    @Test
    void aLetterAfterGTiesWhatIsFocusedAndDeleteUntiesIt(FxRobot robot) {
        robot.interact(() -> matrix.focusCell("V1", "V1"));
        robot.type(KeyCode.G).write("b");
        assertThat(letter("V1-V1", 1)).contains("B");
        robot.type(KeyCode.RIGHT).type(KeyCode.SPACE);
        assertThat(letter("V1-V2", 4)).contains("B");
        robot.type(KeyCode.G, KeyCode.DELETE);
        assertThat(letter("V1-V2", 4)).isEmpty();
        robot.type(KeyCode.ESCAPE);
        assertThat(stage.brushProperty().get()).isEqualTo(new Brush.Off());
    }

    @Test
    void theMatrixIsCutAtOneTimeByKeys(FxRobot robot) {
        robot.clickOn("#time-strip");
        robot.type(KeyCode.HOME, KeyCode.RIGHT);
        assertThat(matrix.timeProperty().get()).hasValue(1);
        assertThat(matrix.lookupAll(".matrix-cell").stream().map(node -> node.getAccessibleText()))
                .contains("V2 to V1, at t = 1: no signal yet, weights H", "V1 to V2, at t = 1: runs, weights E");
        robot.interact(() -> matrix.focusCell("V1", "V1"));
        robot.type(KeyCode.SPACE);
        assertThat(stage.selectionProperty().get()).isEqualTo(Selection.of(new Item.OfStep(new Step("V1-V1", 1))));
    }

    @Test
    void typingIntoAnEmptyCellConnectsByWhatIsTyped(FxRobot robot) {
        robot.interact(() -> matrix.focusCell("IT", "V1"));
        robot.write("brdx3 @4..T-1").type(KeyCode.ENTER);
        Transition made = history.document().transition("IT-V1").orElseThrow();
        assertThat(made.function()).isEqualTo("BRDx3");
        assertThat(made.window()).isEqualTo("4..T-1");
        assertThat(history.done()).hasSize(1);
    }

    @Test
    void aCellIsEditedByItsWholeLine(FxRobot robot) {
        robot.interact(() -> matrix.focusCell("V2", "V2"));
        robot.type(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("BRCx2 +I @2..T-1").type(KeyCode.ENTER);
        Transition edited = history.document().transition("V2-V2").orElseThrow();
        assertThat(edited.function()).isEqualTo("BRCx2");
        assertThat(edited.shortcut()).isEqualTo(Shortcut.IDENTITY);
        assertThat(edited.window()).isEqualTo("2..T-1");
        assertThat(matrix.getScene().getFocusOwner().getAccessibleText()).startsWith("V2 to V2, lateral");
    }

    @Test
    void presetsShareNothingAndShareOverTime(FxRobot robot) {
        robot.clickOn("#paint-weights");
        robot.clickOn("None");
        assertThat(history.document().sharing()).isEqualTo(new Sharing.None());
        assertThat(letter("V1-V1", 1)).isEmpty();
        robot.clickOn("Over time");
        assertThat(history.document()).isEqualTo(chain());
        assertThat(letter("V1-V1", 1)).contains("A");
    }

    @Test
    void theMatrixIsATableOfNamedCellsAndOneStopOfTab(FxRobot robot) {
        var cells = matrix.lookupAll(".matrix-cell");
        assertThat(matrix.getAccessibleRole()).isEqualTo(AccessibleRole.TABLE_VIEW);
        assertThat(cells).hasSize(16).allSatisfy(cell -> {
            assertThat(cell.getAccessibleRole()).isEqualTo(AccessibleRole.TABLE_CELL);
            assertThat(cell.getAccessibleText()).isNotBlank();
            assertThat(cell.getAccessibleHelp()).isNotBlank();
        });
        robot.interact(() -> matrix.focusCell("V2", "V4"));
        assertThat(cells).filteredOn(Node::isFocusTraversable).hasSize(1);
        robot.type(KeyCode.LEFT);
        assertThat(matrix.getScene().getFocusOwner().getAccessibleText()).startsWith("V2 to V2");
    }

    @Test
    void aLongTimeStripLeavesRoomForTheLegend(FxRobot robot) {
        robot.interact(() -> {
            edit(ProposedEdit.once("T", document -> StateEdits.readOutAt(document, 40)));
            matrix.layout();
        });
        Bounds button = matrix.lookup("#paint-weights").getBoundsInParent();
        double legend = 390;
        assertThat(button.getMaxX()).isLessThan(matrix.getWidth() - legend);
        assertThat(matrix.lookup("#time-strip").getBoundsInParent().getMaxX()).isLessThan(button.getMinX());
    }

    @Test
    void theEndOfABarIsDragged(FxRobot robot) {
        Bounds v1 = cell("V1", "V1");
        Point2D end = matrix.localToScreen(v1.getMaxX() - 10, v1.getCenterY());
        robot.moveTo(end)
                .press(MouseButton.PRIMARY)
                .moveBy(-12.6, 0)
                .moveBy(-12.6, 0)
                .release(MouseButton.PRIMARY);
        assertThat(history.document().transition("V1-V1").orElseThrow().window())
                .isEqualTo("1..T-3");
        assertThat(history.done()).hasSize(1);
    }

    @Test
    void hoveringAStepLightsItsSiblingsItsEdgeAndItsCell(FxRobot robot) {
        robot.moveTo(step("V2-V1", 3));
        Selection hovered = matrix.hoveredProperty().get();
        assertThat(hovered).isEqualTo(Selection.of(new Item.OfStep(new Step("V2-V1", 3))));
        var groups = stage.networkProperty().get().groups();
        for (int time : List.of(2, 3, 4)) {
            assertThat(hovered.marksStep(new Step("V2-V1", time), groups)).isTrue();
        }
        assertThat(hovered.marksTransition("V2-V1")).isTrue();
        assertThat(hovered.marksTransition("V2-V2")).isFalse();
    }

    @Test
    void cellsSayTheRelation() {
        assertThat(matrix.lookupAll(".matrix-cell").stream().map(node -> node.getAccessibleText()))
                .contains(
                        "V2 to V1, feedback, BRD twice, weights H, runs at t 2 to 4, 3 steps pruned",
                        "IT to V1, not connected");
    }
}
