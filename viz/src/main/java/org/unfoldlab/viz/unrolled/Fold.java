package org.unfoldlab.viz.unrolled;

/**
 * How far the graph is unfolded, and what that means for each kind of thing. Every pose is a function of f, so
 * unfolding can be dragged, reversed and stopped anywhere.
 *
 * @param f 0 folded, 1 unfolded
 * @param columns those that T has just brought
 */
record Fold(double f, NewColumns columns) {
    /** From its free place (0) to its lane (1). */
    double glided() {
        return smooth(0, 0.15);
    }

    /** From its state (0) to its column (1); the same for all copies, like a telescope. */
    double left() {
        return smooth(0.10, 0.80);
    }

    /** From card (0) to box (1). */
    double shrunk() {
        return smooth(0.10, 0.60);
    }

    /** Opacity of steps while they split off their edges: nothing, then 0.15 to 1. */
    double split() {
        return f <= 0.30 ? 0 : 0.15 + 0.85 * linear(0.30, 0.85);
    }

    /** From a line between centres (0) to a curve between ports (1). */
    double curved() {
        return smooth(0.76, 0.86);
    }

    /** Opacity of heads and letters. */
    double headed() {
        return linear(0.80, 0.87);
    }

    /** Opacity of ghosts, pre-net, readout; they slide in as it grows. */
    double surrounded() {
        return smooth(0.80, 0.95);
    }

    /** The ledger's rise, and the share of the error curve that is drawn. */
    double told() {
        return smooth(0.90, 1);
    }

    private double linear(double from, double to) {
        return Math.max(0, Math.min(1, (f - from) / (to - from)));
    }

    private double smooth(double from, double to) {
        double x = linear(from, to);
        return x * x * (3 - 2 * x);
    }
}
