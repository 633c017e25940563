package org.unfoldlab.viz.unrolled;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.SharingEdits;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.viz.graph.BrushStroke;
import org.unfoldlab.viz.graph.Item;

/** Paints the weights of the steps and edges that the pointer is drawn over. */
final class PaintDrag implements Drag {
    private final StageView view;
    private final BrushStroke stroke;

    PaintDrag(StageView view, double x, double y) {
        this.view = view;
        stroke = new BrushStroke(view.brushProperty().get(), view::propose, this::under, x, y);
    }

    private Collection<Step> under(double x, double y) {
        Optional<Item> item = view.itemAt(x, y);
        if (item.isPresent() && item.get() instanceof Item.OfStep step) {
            return List.of(step.step());
        }
        if (item.isPresent() && item.get() instanceof Item.OfTransition edge) {
            NetworkDocument document = view.networkProperty().get().document();
            return document.transition(edge.id())
                    .map(transition -> SharingEdits.steps(document, transition))
                    .orElse(List.of());
        }
        return List.of();
    }

    @Override
    public void to(double x, double y) {
        stroke.to(x, y);
    }

    @Override
    public void end(double x, double y) {
        stroke.to(x, y);
    }
}
