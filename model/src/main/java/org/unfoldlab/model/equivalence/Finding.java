package org.unfoldlab.model.equivalence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.unfoldlab.model.program.StateAt;

/** What a check has found so far, told while it runs, in this order. */
public sealed interface Finding {
    /** Both networks stand ready. */
    record Built(int copies, int layers) implements Finding {}

    /** One state at the start, in order of time. */
    record StateFound(StateAt at, Difference difference, StatePicture picture) implements Finding {}

    /** The answer at the start. */
    record AnswerFound(Difference logits, Difference loss) implements Finding {}

    /** The gradients of one tensor's copies at the start. */
    record GradientFound(CopyGradients gradients) implements Finding {}

    /** All states again, after some training steps, with their pictures. */
    record Trained(int trainingSteps, Map<StateAt, Difference> states, Map<StateAt, StatePicture> pictures)
            implements Finding {
        public Trained {
            states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
            pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
        }
    }

    /** Everything. */
    record Finished(EquivalenceReport report) implements Finding {}
}
