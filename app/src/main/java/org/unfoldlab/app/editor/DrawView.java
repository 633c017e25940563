package org.unfoldlab.app.editor;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.viz.export.NetworkView;
import org.unfoldlab.viz.graph.BrushKeys;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.matrix.MatrixView;
import org.unfoldlab.viz.unrolled.ReadoutErrors;
import org.unfoldlab.viz.unrolled.StageView;

/** Draw: the network, folded and unfolded, over its ledger; below it as a matrix; at the right what it amounts to. */
public final class DrawView extends BorderPane {
    private final StageView stage;
    private final MatrixView matrix;
    private final InspectorPlace inspector;
    private boolean lecture;

    /**
     * @param errors of the chosen run, for the ledger
     * @param chooseData opens the sets of images
     */
    public DrawView(DocumentViewModel document, ObservableValue<ReadoutErrors> errors, Runnable chooseData) {
        getStyleClass().add("draw");
        stage = new StageView(document.drawing().network());
        stage.setId("stage");
        stage.setOnReadoutTime(document::setReadoutTime);
        stage.setOnEdit(document::edit);
        stage.setOnGestureEnd(document::endMove);
        stage.selectionProperty().bindBidirectional(document.selectionProperty());
        stage.errorsProperty().bind(errors);
        stage.setFocusTraversable(true);
        matrix = new MatrixView(document.drawing().network());
        matrix.setId("matrix");
        matrix.setOnEdit(document::edit);
        matrix.setOnGestureEnd(document::endMove);
        matrix.selectionProperty().bindBidirectional(document.selectionProperty());
        matrix.hoveredProperty().bindBidirectional(stage.hoveredProperty());
        matrix.brushProperty().bindBidirectional(stage.brushProperty());
        new BrushKeys(stage.brushProperty(), () -> painted(document), edit -> {
                    document.edit(edit);
                    document.endMove();
                })
                .install(this);
        document.drawingProperty().subscribe(drawing -> {
            stage.networkProperty().set(drawing.network());
            matrix.networkProperty().set(drawing.network());
            showMatrix();
        });
        inspector = new InspectorPlace(this, new DrawPage(stage, matrix), new NetworkPanel(document, chooseData));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                document.selectionProperty().set(Selection.NONE);
            }
        });
    }

    /** Told which view is to be exported. */
    public void setOnExport(Consumer<NetworkView> ask) {
        stage.setOnExport(
                () -> ask.accept(stage.foldProperty().get() < 0.5 ? NetworkView.GRAPH : NetworkView.UNROLLED));
        matrix.setOnExport(() -> ask.accept(NetworkView.MATRIX));
    }

    /** What a letter of the brush ties: the focused cell, else what is chosen. */
    private Collection<Step> painted(DocumentViewModel document) {
        List<Step> focused = matrix.focusedSteps();
        return focused.isEmpty() ? document.selectionProperty().get().steps(document.document()) : focused;
    }

    /** Folds or unfolds. */
    public void toggleFold() {
        stage.toggleFold();
    }

    /** Folds the inspector away, or brings it back. */
    public void toggleInspector() {
        inspector.toggle();
    }

    /** What an empty board offers: the gallery of networks. */
    public void setOnStartFromNetwork(Runnable start) {
        stage.setOnStartFromNetwork(start);
    }

    /** Cross-fades instead of moving. */
    public void setReducedMotion(boolean reduced) {
        stage.reducedMotionProperty().set(reduced);
    }

    /** An empty board needs all the room, and no states make no matrix. */
    private void showMatrix() {
        boolean shown =
                !lecture && !matrix.networkProperty().get().document().states().isEmpty();
        matrix.setVisible(shown);
        matrix.setManaged(shown);
    }

    /** In lecture view the stage stands alone. */
    public void setLecture(boolean on) {
        lecture = on;
        showMatrix();
        inspector.setAway(on);
    }
}
