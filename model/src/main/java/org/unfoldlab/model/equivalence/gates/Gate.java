package org.unfoldlab.model.equivalence.gates;

/** What decides how much of H(x) and how much of x goes on: T in y = H(x)·T + x·(1−T). */
public sealed interface Gate {
    /** T = 1: the shortcut is shut, y = H(x), a plain network. */
    record Open() implements Gate {}

    /**
     * T = σ(convolution of x + b): data decide, a Highway network (Srivastava et al. 2015).
     *
     * @param bias b; strongly negative shuts the gate (y → x), strongly positive opens it (y → H(x))
     */
    record Learned(double bias) implements Gate {}

    /**
     * The same T for every image and place. At ½, twice y is H(x) + x: the residual network is the fixed special case.
     *
     * @param value T, 0 to 1
     */
    record Constant(double value) implements Gate {
        public Constant {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a gate is 0 to 1, got " + value);
            }
        }
    }
}
