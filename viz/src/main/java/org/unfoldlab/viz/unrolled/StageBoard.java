package org.unfoldlab.viz.unrolled;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.viz.graph.BoardFit;
import org.unfoldlab.viz.graph.GraphPlacement;
import org.unfoldlab.viz.graph.VentralStream;

/** The board under the folded graph: how it is zoomed and panned, and the edits that need to know where things are. */
final class StageBoard {
    private final StageView view;
    private Optional<BoardFit> kept = Optional.empty();
    private boolean ventral;

    StageBoard(StageView view) {
        this.view = view;
    }

    /** Zoom and pan by hand; absent while the board fits itself. */
    Optional<BoardFit> view() {
        return kept;
    }

    /** Where all states stand on the canvas now. */
    Map<String, Layout.Position> places() {
        return placement().places();
    }

    private GraphPlacement placement() {
        return view.stageLayout().placement();
    }

    /** Adds a state; in the folded graph under the pointer. */
    void addStateAt(double x, double y) {
        if (view.isFree()) {
            keepView();
            view.commands().addState(Optional.of(placement().fit().gridPlace(x, y)));
        } else {
            view.commands().addState(Optional.empty());
        }
    }

    /** Puts a new state into a transition, under the pointer. */
    void insertAt(String transition, double x, double y) {
        keepView();
        view.commands().insert(transition, Optional.of(placement().fit().gridPlace(x, y)));
    }

    /** The outline of a brain under the graph. */
    boolean isVentral() {
        return ventral;
    }

    /** Lays the areas of the ventral stream over the brain, or takes the brain away. */
    void toggleVentral() {
        ventral = !ventral;
        kept = Optional.empty();
        if (ventral) {
            view.commands().layOut("Lay out the ventral stream", VentralStream::places);
            view.foldTo(0);
        }
        view.requestLayout();
    }

    /** The map in the corner, when the graph is larger than the board. */
    Optional<MiniMap> map() {
        return view.isFree() ? MiniMap.of(placement().free(), view.frame().board()) : Optional.empty();
    }

    /** Holds zoom and pan as they are. */
    void keepView() {
        kept = Optional.of(fitNow());
    }

    /** The newest zoom and pan, which may not be drawn yet: several may come between two frames. */
    private BoardFit fitNow() {
        return kept.orElseGet(() -> placement().fit());
    }

    /** As for a network that was just opened. */
    void reset() {
        ventral = false;
        fit();
    }

    void fit() {
        kept = Optional.empty();
        view.requestLayout();
    }

    void arrange() {
        kept = Optional.empty();
        view.commands().arrange();
    }

    void align(boolean column) {
        keepView();
        view.commands().align(column);
    }

    void zoom(double factor, double x, double y) {
        kept = Optional.of(fitNow().zoomed(factor, x, y));
        view.requestLayout();
    }

    void pan(double dx, double dy) {
        kept = Optional.of(fitNow().panned(dx, dy));
        view.requestLayout();
    }

    void copy() {
        copyAs("copied");
    }

    /** Deletes no more than what can be pasted again. */
    void cut() {
        if (copyAs("cut")) {
            view.commands().chooseStatesOnly();
            view.delete(false);
        }
    }

    private boolean copyAs(String verb) {
        Optional<String> text = view.commands().copied();
        text.ifPresent(states -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(states);
            Clipboard.getSystemClipboard().setContent(content);
        });
        if (text.isEmpty() && !view.selectionProperty().get().isEmpty()) {
            view.announce("Only states can be " + verb + ", with the transitions among them.");
        }
        return text.isPresent();
    }

    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || !view.commands().paste(text)) {
            view.announce("The clipboard holds no states.");
        }
    }
}
