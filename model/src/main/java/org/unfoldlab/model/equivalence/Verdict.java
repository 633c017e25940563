package org.unfoldlab.model.equivalence;

import java.util.List;
import org.unfoldlab.model.program.StateAt;

/** What a check concludes. */
public sealed interface Verdict {
    /**
     * Every difference lies within the bound.
     *
     * @param worst largest relative difference
     */
    record Equivalent(double worst) implements Verdict {}

    /**
     * Some difference does not.
     *
     * @param first where it shows first
     * @param difference there, relative
     * @param reasons what was altered on purpose, in words; empty when nothing was
     */
    record Different(Place first, double difference, List<String> reasons) implements Verdict {
        public Different {
            reasons = List.copyOf(reasons);
        }
    }

    /** Where a difference shows. */
    sealed interface Place {
        /** In words: {@code in V2 at t = 3}. */
        String words();
    }

    /**
     * A state.
     *
     * @param trainingSteps how many training steps had been made
     */
    record OfState(StateAt at, int trainingSteps) implements Place {
        @Override
        public String words() {
            String where = "in " + at.state() + " at t = " + at.time();
            return trainingSteps == 0
                    ? where
                    : where + ", after " + trainingSteps + (trainingSteps == 1 ? " training step" : " training steps");
        }
    }

    /**
     * Anything else.
     *
     * @param key of the tensor or position, empty for logits and loss
     */
    record OfPart(Comparison.Part part, String key) implements Place {
        @Override
        public String words() {
            return switch (part) {
                case STATES -> "in the states";
                case LOGITS -> "in the logits";
                case LOSS -> "in the loss";
                case GRADIENTS -> "in the gradient of " + key;
                case WEIGHTS -> "in the weights " + key;
                case STATISTICS -> "in the running statistics of " + key;
            };
        }
    }

    /** {@code Equivalent within 8e-13}, or {@code Not equivalent}. */
    default String headline() {
        return this instanceof Equivalent same ? "Equivalent within " + Figure.power(same.worst()) : "Not equivalent";
    }

    /** True for {@link Equivalent}. */
    default boolean holds() {
        return this instanceof Equivalent;
    }
}
