package org.unfoldlab.viz.unrolled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
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
import org.unfoldlab.model.graph.Edit;
import org.unfoldlab.model.graph.EditHistory;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.Readout;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.graph.TransitionEdits;
import org.unfoldlab.model.graph.TransitionOrder;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.NetworkReading;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.matrix.MatrixView;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/** Draws the paper's 2-state network with both hands' tools, from an empty board. */
@ExtendWith(ApplicationExtension.class)
class DrawingByHandTest {
    private EditHistory history = EditHistory.startingAt(emptyBoard());

    @SuppressWarnings("NullAway.Init") // set in start
    private StageView stage;

    @SuppressWarnings("NullAway.Init") // set in start
    private MatrixView matrix;

    private static NetworkDocument preset() {
        return Presets.find("2-state-frnn").orElseThrow().document();
    }

    private static NetworkDocument emptyBoard() {
        return preset().edit()
                .states(List.of())
                .transitions(List.of())
                .layout(Layout.EMPTY)
                .readout(new Readout("", preset().readout().time()))
                .build();
    }

    @Start
    void start(Stage window) {
        stage = new StageView(DrawnNetwork.of(emptyBoard()));
        matrix = new MatrixView(DrawnNetwork.of(emptyBoard()));
        stage.setOnEdit(this::edit);
        matrix.setOnEdit(this::edit);
        stage.setOnGestureEnd(() -> history = history.closed());
        matrix.selectionProperty().bindBidirectional(stage.selectionProperty());
        VBox.setVgrow(stage, Priority.ALWAYS);
        matrix.setMinHeight(VBox.USE_PREF_SIZE);
        Scene scene = new Scene(new VBox(stage, matrix), 1018, 684);
        Theme.apply(scene, Look.DEFAULT);
        window.setScene(scene);
        window.show();
        stage.foldProperty().set(0);
        stage.requestFocus();
    }

    private void edit(ProposedEdit proposed) {
        Edit edit = proposed.on(history.document());
        history = history.with(edit);
        DrawnNetwork drawn = DrawnNetwork.of(history.document());
        stage.networkProperty().set(drawn);
        matrix.networkProperty().set(drawn);
    }

    private Point2D onScreen(double x, double y) {
        return stage.localToScreen(x, y);
    }

    private Point2D middle(String state) {
        var box = stage.frame().graph().card(state).orElseThrow().box();
        return onScreen(box.centerX(), box.centerY());
    }

    private Point2D rim(String state) {
        var box = stage.frame().graph().card(state).orElseThrow().box();
        return onScreen(box.right() - 1, box.centerY());
    }

    private static void connect(FxRobot robot, Point2D from, Point2D to) {
        robot.moveTo(from).press(MouseButton.PRIMARY).moveBy(14, 3).moveTo(to).release(MouseButton.PRIMARY);
    }

    @Test
    void byMouseAlone(FxRobot robot) {
        robot.doubleClickOn(onScreen(300, 290));
        robot.doubleClickOn(onScreen(300, 110));
        connect(robot, rim("V1"), middle("V1"));
        connect(robot, rim("V1"), middle("V2"));
        connect(robot, rim("V2"), middle("V2"));
        connect(robot, rim("V2"), middle("V1"));
        ContextMenus.open(robot, stage, middle("V2"));
        robot.clickOn("Read out here");
        equalsThePreset();
        assertThat(history.document().layout().positions()).containsOnlyKeys("V1", "V2");
    }

    @Test
    void byKeyboardAlone(FxRobot robot) {
        robot.type(KeyCode.S, KeyCode.S);
        robot.type(KeyCode.DOWN, KeyCode.C, KeyCode.UP, KeyCode.C);
        choose(robot, "V1");
        robot.type(KeyCode.C, KeyCode.C);
        choose(robot, "V2");
        robot.type(KeyCode.C, KeyCode.C);
        choose(robot, "V2");
        robot.type(KeyCode.C, KeyCode.DOWN, KeyCode.C);
        choose(robot, "V2");
        robot.type(KeyCode.R);
        equalsThePreset();
    }

    /** Walks with the arrows: from nothing, Down is the top row. */
    private void choose(FxRobot robot, String state) {
        robot.type(KeyCode.ESCAPE);
        robot.type(state.equals("V1") ? KeyCode.UP : KeyCode.DOWN);
        assertThat(stage.selectionProperty().get()).isEqualTo(Selection.of(new Item.OfState(state)));
    }

    /** As it comes back from a saved file, places on the canvas apart. */
    private void equalsThePreset() {
        NetworkReading read = NetworkFiles.parse("drawn", NetworkFiles.text(history.document()));
        NetworkDocument drawn = ((NetworkReading.Read) read).document();
        assertThat(sorted(drawn)).isEqualTo(sorted(preset()));
        assertThat(drawn.states()).isEqualTo(preset().states());
        assertThat(drawn.readout()).isEqualTo(preset().readout());
        assertThat(transitions(drawn)).isEqualTo(transitions(preset()));
        assertThat(drawn.sharing()).isEqualTo(preset().sharing());
    }

    private static NetworkDocument sorted(NetworkDocument document) {
        return document.edit()
                .transitions(TransitionOrder.lettered(document))
                .layout(Layout.EMPTY)
                .build();
    }

    private static Set<Transition> transitions(NetworkDocument document) {
        return document.transitions().stream().collect(Collectors.toSet());
    }

    @Test
    void theMenuOfAStateLeadsToTheExport(FxRobot robot) {
        AtomicInteger asked = new AtomicInteger();
        robot.interact(() -> show(preset()));
        robot.interact(() -> stage.setOnExport(asked::incrementAndGet));
        robot.interact(stage::layout);
        ContextMenus.open(robot, stage, middle("V2"));
        robot.clickOn("Export…");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aDragOfACardIsOneStepOfUndoAndMovesNoOther(FxRobot robot) {
        robot.interact(() -> show(preset()));
        robot.interact(stage::layout);
        Point2D before = middle("V1");
        robot.moveTo(middle("V2"))
                .press(MouseButton.PRIMARY)
                .moveBy(60, 10)
                .moveBy(60, 10)
                .release(MouseButton.PRIMARY);
        assertThat(history.done()).hasSize(1);
        assertThat(middle("V1").distance(before)).isLessThan(1.5);
        assertThat(history.undo().document()).isEqualTo(preset());
    }

    private void show(NetworkDocument document) {
        history = EditHistory.startingAt(document);
        stage.networkProperty().set(DrawnNetwork.of(document));
        matrix.networkProperty().set(DrawnNetwork.of(document));
        stage.foldProperty().set(0);
    }

    @Test
    void aStateDraggedFromThePaletteOntoAnEdgeIsInsertedThere(FxRobot robot) {
        robot.interact(() -> show(preset()));
        robot.interact(stage::layout);
        var edge = stage.frame().graph().edges().stream()
                .filter(shape -> shape.transition().id().equals("V1-V2"))
                .findFirst()
                .orElseThrow();
        robot.moveTo("#palette-state")
                .press(MouseButton.PRIMARY)
                .moveBy(-20, 40)
                .moveTo(onScreen(edge.curve().x(0.5), edge.curve().y(0.5)))
                .release(MouseButton.PRIMARY);
        assertThat(history.document().transition("V1-V2")).isEmpty();
        assertThat(history.document().transition("V1-V3")).isPresent();
        assertThat(history.document().transition("V3-V2")).isPresent();
        assertThat(history.done()).hasSize(1);
    }

    @Test
    void deletingInTheMiddleOffersToReconnect(FxRobot robot) {
        NetworkDocument three = Presets.find("3-state-frnn").orElseThrow().document();
        String middle = three.states().get(1).name();
        String pair = three.states().get(0).name() + "-" + three.states().get(2).name();
        NetworkDocument chain = TransitionEdits.delete(three, List.of(pair));
        robot.interact(() -> show(chain));
        robot.interact(() -> stage.selectionProperty().set(Selection.of(new Item.OfState(middle))));
        robot.interact(stage::requestFocus);
        robot.type(KeyCode.DELETE);
        assertThat(history.document().transition(pair)).isEmpty();
        // The offer is laid out before it can be hit.
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#offer");
        assertThat(history.document().transition(pair)).isPresent();
        assertThat(history.undo().undo().document()).isEqualTo(chain);
    }

    @Test
    void statesSnapToTheGrid(FxRobot robot) {
        robot.doubleClickOn(onScreen(307, 293));
        assertThat(history.document().layout().positions().values())
                .allSatisfy(place -> assertThat(Math.abs(place.x() % 20) + Math.abs(place.y() % 20))
                        .isZero());
    }

    @Test
    void theMatrixIsWalkedAndTypedInto(FxRobot robot) {
        robot.interact(() -> {
            show(preset());
            matrix.layout();
            matrix.focusCell("V1", "V1");
        });
        robot.type(KeyCode.UP, KeyCode.ENTER);
        robot.interact(() -> {});
        robot.eraseText(12).write("BRDx3 @2..T-1").type(KeyCode.ENTER);
        Transition edited = history.document().transition("V2-V1").orElseThrow();
        assertThat(edited.function()).isEqualTo("BRDx3");
        assertThat(edited.window()).isEqualTo("2..T-1");
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        assertThat(history.document().transition("V2-V1").orElseThrow().window())
                .isEqualTo("2..T-2");
    }
}
