package org.unfoldlab.viz.unrolled;

import java.util.Optional;
import org.unfoldlab.model.program.TimedStep;
import org.unfoldlab.viz.graph.Curve;
import org.unfoldlab.viz.graph.WeightGroup;

/**
 * One step of a transition.
 *
 * @param span rows from source to target, 0 for a lateral step
 * @param group whose weights it shares; absent for weights of its own
 * @param badge where its letter stands, as a share of the curve
 * @param opacity of the line, 0 to 1
 * @param head opacity of head and letter, 0 to 1
 */
public record StepShape(
        TimedStep step,
        Curve curve,
        int span,
        Optional<WeightGroup> group,
        double badge,
        double opacity,
        double head) {}
