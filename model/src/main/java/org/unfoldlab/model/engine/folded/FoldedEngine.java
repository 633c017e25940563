package org.unfoldlab.model.engine.folded;

import java.util.List;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.program.Program;

/** The recurrent network as an engine: it takes from a program only the network and the readout times. */
public final class FoldedEngine implements Engine {
    @Override
    public String name() {
        return "folded";
    }

    @Override
    public Diagnosis diagnose() {
        return new Diagnosis(
                true, "CPU", 1, List.of("A loop over t that holds one h per state; for comparison, not for speed."));
    }

    @Override
    public Executable prepare(Program program, Plan plan) {
        return new FoldedExecutable(program, plan);
    }
}
