package org.unfoldlab.model.train;

import java.util.List;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.program.Program;

/** An engine without a network: cheap numbers that depend on every image, label, rate and step there ever was. */
final class FakeEngine implements Engine {
    private final boolean works;
    private final boolean measures;

    FakeEngine() {
        this(true, true);
    }

    /**
     * An engine with faults.
     *
     * @param works false when it cannot be loaded
     * @param measures false when there is no memory for measuring
     */
    FakeEngine(boolean works, boolean measures) {
        this.works = works;
        this.measures = measures;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Diagnosis diagnose() {
        return new Diagnosis(works, "CPU", 1, works ? List.of() : List.of("Its library is missing."));
    }

    @Override
    public Executable prepare(Program program, Plan plan) throws EngineException {
        if (!measures && plan.mode() != Mode.TRAIN) {
            throw new EngineException("There is too little memory to measure with.");
        }
        return new FakeExecutable(program, plan);
    }
}
