package org.unfoldlab.viz.unrolled;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.plot.Box;

/** The palette of the folded graph: a state to press or to drag onto the board or an edge, and how things are laid out. */
final class BoardTools extends HBox {
    private final StageView view;
    private final Button state = new Button("State", FontIcon.of(MaterialDesignP.PLUS));
    private boolean dragged;

    BoardTools(StageView view) {
        super(8);
        this.view = view;
        setAlignment(Pos.CENTER_RIGHT);
        setPickOnBounds(false);
        state.setId("palette-state");
        explain(state, "Add a state, or drag it onto the board or an edge  S");
        state.setCursor(Cursor.OPEN_HAND);
        state.setOnAction(event -> {
            if (!dragged) {
                view.commands().addState(Optional.empty());
            }
        });
        state.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> dragged = false);
        state.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        state.addEventFilter(MouseEvent.MOUSE_RELEASED, this::dropped);
        getChildren()
                .addAll(
                        state,
                        tool("Arrange", "Place all states by layers", view.board()::arrange),
                        tool("Fit", "Show the whole graph  0", view::fit),
                        tool("Ventral stream", "Lay V1, V2, V4 and IT over the brain", view.board()::toggleVentral));
    }

    private static Button tool(String text, String help, Runnable action) {
        Button button = new Button(text);
        button.setOnAction(event -> action.run());
        explain(button, help);
        return button;
    }

    private static void explain(Button button, String help) {
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(help));
        button.setAccessibleHelp(help);
    }

    private Point2D onStage(MouseEvent event) {
        return view.sceneToLocal(event.getSceneX(), event.getSceneY());
    }

    private boolean isOnBoard(Point2D at) {
        return view.isFree()
                && view.frame().board().contains(at.getX(), at.getY())
                && at.getY() > getBoundsInParent().getMaxY();
    }

    private void dragged(MouseEvent event) {
        Point2D at = onStage(event);
        if (!isOnBoard(at)) {
            view.showOverlay(StageOverlay.NONE);
            view.hoveredProperty().set(Selection.NONE);
            return;
        }
        dragged = true;
        StageMetrics metrics = view.stageLayout().metrics();
        view.showOverlay(StageOverlay.placing(new Box(
                at.getX() - metrics.cardWidth() / 2,
                at.getY() - metrics.cardHeight() / 2,
                metrics.cardWidth(),
                metrics.cardHeight())));
        view.hoveredProperty().set(Selection.of(view.frame().graph().edgeAt(at.getX(), at.getY())));
    }

    private void dropped(MouseEvent event) {
        Point2D at = onStage(event);
        view.showOverlay(StageOverlay.NONE);
        view.hoveredProperty().set(Selection.NONE);
        if (dragged && isOnBoard(at)) {
            Optional<Item> edge = view.frame().graph().edgeAt(at.getX(), at.getY());
            if (edge.isPresent() && edge.get() instanceof Item.OfTransition into) {
                view.board().insertAt(into.id(), at.getX(), at.getY());
            } else {
                view.board().addStateAt(at.getX(), at.getY());
            }
        }
        dragged = dragged && state.contains(state.sceneToLocal(event.getSceneX(), event.getSceneY()));
    }
}
