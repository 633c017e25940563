package org.unfoldlab.app.editor;

import org.unfoldlab.model.network.Problem.Place;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;

/** What to mark for a problem. */
public final class ProblemPlaces {
    private ProblemPlaces() {}

    /** The place in the drawing; nothing for a field that has none. */
    public static Selection selection(Place place) {
        if (place instanceof Place.OfState state) {
            return Selection.of(new Item.OfState(state.name()));
        }
        if (place instanceof Place.OfTransition transition) {
            return Selection.of(new Item.OfTransition(transition.id()));
        }
        return place instanceof Place.OfStep step ? Selection.of(new Item.OfStep(step.step())) : Selection.NONE;
    }
}
