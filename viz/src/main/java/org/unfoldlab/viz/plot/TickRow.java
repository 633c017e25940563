package org.unfoldlab.viz.plot;

import java.util.Map;

/**
 * Another reading of the x axis, in a row of its own under the ticks: estimated milliseconds or
 * multiply-adds under t, say.
 *
 * @param label what it gives, with its unit, e.g. "ms, estimated"
 * @param texts what it says at a place
 */
public record TickRow(String label, Map<Double, String> texts) {
    public TickRow {
        texts = Map.copyOf(texts);
    }

    /** What it says at a place; nothing if it has no value there. */
    public String at(double place) {
        return texts.getOrDefault(place, "");
    }
}
