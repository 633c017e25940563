package org.unfoldlab.model.engine;

import java.util.OptionalLong;
import java.util.Set;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.optimize.Pass;

/** An engine that lays programs out with these passes and no other, to compare them. */
public record EngineWithPasses(Engine engine, Set<Pass> passes) implements Engine {
    public EngineWithPasses {
        passes = Set.copyOf(passes);
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public Diagnosis diagnose() {
        return engine.diagnose();
    }

    @Override
    public OptionalLong memoryBytes() {
        return engine.memoryBytes();
    }

    @Override
    public Executable prepare(Program program, Plan plan) throws EngineException {
        return engine.prepare(program, plan.withPasses(passes));
    }
}
