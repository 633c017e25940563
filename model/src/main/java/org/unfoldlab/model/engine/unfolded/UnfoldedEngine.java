package org.unfoldlab.model.engine.unfolded;

import java.util.List;
import org.deeplearning4j.exception.DL4JInvalidConfigException;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.factory.Nd4j;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.LibraryVersion;
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
                List.of(
                        "DeepLearning4J "
                                + LibraryVersion.of(ComputationGraph.class, "org.deeplearning4j", "deeplearning4j-nn"),
                        "A graph with one layer object a step; for comparison, not for speed."));
    }

    @Override
    public UnfoldedExecutable prepare(Program program, Plan plan) throws EngineException {
        return prepare(program, plan, Tying.PAPER);
    }

    /**
     * Prepares a network whose copies are tied in another way than the paper's, to see the difference that it makes.
     *
     * @throws EngineException naming what DeepLearning4J has no layer for
     */
    public UnfoldedExecutable prepare(Program program, Plan plan, Tying tying) throws EngineException {
        useThreads(Math.max(1, plan.threads()));
        try {
            return new UnfoldedExecutable(program, plan, tying);
        } catch (UnsupportedOperationException | DL4JInvalidConfigException e) {
            throw new EngineException("DeepLearning4J cannot write this network out: " + e.getMessage(), e);
        }
    }

    /** Its products are small: more threads than the plan asks for would mostly wait for each other. */
    private static void useThreads(int threads) {
        Nd4j.getEnvironment().setMaxThreads(threads);
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
        Nd4j.factory().blas().setMaxThreads(threads);
    }
}
