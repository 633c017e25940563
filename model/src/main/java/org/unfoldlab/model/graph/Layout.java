package org.unfoldlab.model.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the states stand on the canvas. No part of an experiment's identity.
 *
 * @param positions state name to centre, in canvas units; states that are missing are placed automatically
 */
public record Layout(Map<String, Position> positions, Extras extras) {
    public static final Layout EMPTY = new Layout(Map.of(), Extras.NONE);

    public Layout {
        positions = Collections.unmodifiableMap(new LinkedHashMap<>(positions));
    }

    /** Centre of a state, x to the right and y downwards. */
    public record Position(double x, double y, Extras extras) {
        public Position(double x, double y) {
            this(x, y, Extras.NONE);
        }
    }
}
