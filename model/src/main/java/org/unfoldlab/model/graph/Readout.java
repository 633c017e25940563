package org.unfoldlab.model.graph;

/**
 * Where and when the answer is read: from h(time − 1) of a state (SPEC §2).
 *
 * @param time T, at least 1
 */
public record Readout(String state, int time, Extras extras) {
    public Readout(String state, int time) {
        this(state, time, Extras.NONE);
    }

    public Readout withTime(int newTime) {
        return new Readout(state, newTime, extras);
    }
}
