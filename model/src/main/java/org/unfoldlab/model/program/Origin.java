package org.unfoldlab.model.program;

import org.unfoldlab.model.graph.Step;

/** Where in the drawing a node comes from, so that a message about a node can name its place. */
public sealed interface Origin {
    /** Between the image and the first state. */
    record PreNet() implements Origin {
        @Override
        public String toString() {
            return "pre-net";
        }
    }

    /** One step of a transition. */
    record OfStep(Step step) implements Origin {
        @Override
        public String toString() {
            return step.toString();
        }
    }

    /** The combination of what arrives at a state at t. */
    record OfState(StateAt state) implements Origin {
        @Override
        public String toString() {
            return state.toString();
        }
    }

    /** The answer at one readout time. */
    record PostNet(int readoutTime) implements Origin {
        @Override
        public String toString() {
            return "post-net@" + readoutTime;
        }
    }
}
