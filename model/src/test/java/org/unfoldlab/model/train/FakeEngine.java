package org.unfoldlab.model.train;

import java.util.List;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.program.Program;

/** An engine without a network: cheap numbers that depend on every image, label, rate and step there ever was. */
final class FakeEngine implements Engine {
    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Diagnosis diagnose() {
        return new Diagnosis(true, "CPU", 1, List.of());
    }

    @Override
    public Executable prepare(Program program, Plan plan) {
        return new FakeExecutable(program, plan);
    }
}
