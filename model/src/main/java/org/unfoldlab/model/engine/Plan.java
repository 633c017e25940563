package org.unfoldlab.model.engine;

/**
 * How to lay a program out.
 *
 * @param batch images at a time
 * @param keepStates true when every h(t) must be readable after a run, at the price of memory
 * @param threads threads to compute with, 0 for the machine's physical cores
 */
public record Plan(Mode mode, int batch, Precision precision, boolean keepStates, int threads) {
    public Plan {
        if (batch < 1) {
            throw new IllegalArgumentException("a batch needs at least one image, got " + batch);
        }
    }

    public Plan(Mode mode, int batch, Precision precision) {
        this(mode, batch, precision, false, 0);
    }

    public Plan keepingStates() {
        return new Plan(mode, batch, precision, true, threads);
    }
}
