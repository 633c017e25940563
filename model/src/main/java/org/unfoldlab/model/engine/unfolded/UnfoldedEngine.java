package org.unfoldlab.model.engine.unfolded;

import java.util.List;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.program.Program;

/** The unrolled residual network as an engine: it writes out the plain unrolled network, whatever was optimised. */
public final class UnfoldedEngine implements Engine {
    @Override
    public String name() {
        return "unfolded";
    }

    @Override
    public Diagnosis diagnose() {
        return new Diagnosis(
                true,
                "CPU",
                1,
                List.of("A DeepLearning4J graph with one layer object a step; for comparison, not for speed."));
    }

    @Override
    public UnfoldedExecutable prepare(Program program, Plan plan) {
        return new UnfoldedExecutable(program, plan, Tying.PAPER);
    }

    /** Prepares a network whose copies are tied in another way than the paper's, to see the difference that it makes. */
    public UnfoldedExecutable prepare(Program program, Plan plan, Tying tying) {
        return new UnfoldedExecutable(program, plan, tying);
    }
}
