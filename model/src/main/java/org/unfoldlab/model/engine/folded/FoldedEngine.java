package org.unfoldlab.model.engine.folded;

import java.util.List;
import org.nd4j.linalg.factory.Nd4j;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.LibraryVersion;
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
                true,
                "CPU",
                1,
                List.of(
                        "ND4J " + LibraryVersion.of(Nd4j.class, "org.nd4j", "nd4j-api"),
                        "A loop over t that holds one h per state; for comparison, not for speed."));
    }

    @Override
    public Executable prepare(Program program, Plan plan) {
        useThreads(Math.max(1, plan.threads()));
        return new FoldedExecutable(program, plan);
    }

    /** Its products are small: more threads than the plan asks for would mostly wait for each other. */
    private static void useThreads(int threads) {
        Nd4j.getEnvironment().setMaxThreads(threads);
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
        Nd4j.factory().blas().setMaxThreads(threads);
    }
}
