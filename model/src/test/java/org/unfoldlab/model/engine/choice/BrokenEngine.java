package org.unfoldlab.model.engine.choice;

import java.util.List;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.program.Program;

/** An engine that cannot do anything. */
record BrokenEngine(String name) implements Engine {
    @Override
    public Diagnosis diagnose() {
        return new Diagnosis(false, "nowhere", 0, List.of());
    }

    @Override
    public Executable prepare(Program program, Plan plan) throws EngineException {
        throw new EngineException("the " + name + " engine is broken.");
    }
}
