package org.unfoldlab.model.program;

/**
 * h(t) of one state.
 *
 * @param time t, 0 … T−1
 */
public record StateAt(String state, int time) {
    @Override
    public String toString() {
        return state + "@" + time;
    }
}
