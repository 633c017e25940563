package org.unfoldlab.viz.plot;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The place on the x axis that is looked at. Plots that share one show it together; other views of
 * the same axis may listen too.
 */
public final class PlotCursor {
    private final ReadOnlyObjectWrapper<Optional<Double>> place =
            new ReadOnlyObjectWrapper<>(this, "place", Optional.empty());

    /** The place, empty while nobody looks. */
    public ReadOnlyObjectProperty<Optional<Double>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** The place now. */
    public Optional<Double> place() {
        return place.get();
    }

    /** Looks there. */
    public void moveTo(double x) {
        place.set(Optional.of(x));
    }

    /** Looks nowhere. */
    public void clear() {
        place.set(Optional.empty());
    }
}
