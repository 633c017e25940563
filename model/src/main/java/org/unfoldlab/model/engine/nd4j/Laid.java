package org.unfoldlab.model.engine.nd4j;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.onednn.OneDnnBound;
import org.unfoldlab.model.engine.plan.Bound;
import org.unfoldlab.model.engine.plan.Planner;
import org.unfoldlab.model.engine.plan.Schedule;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.optimize.Optimizer;
import org.unfoldlab.model.program.optimize.Pass;

/** A program laid out with some passes: its schedule, bound to a library, and the statistics of its norms. */
record Laid(Schedule schedule, Bound bound, Statistics statistics) implements AutoCloseable {
    /**
     * Lays a program out.
     *
     * @param oneDnn true to call oneDNN directly in float32
     */
    static Laid out(Program program, Plan plan, LearnedTensors learned, boolean oneDnn) {
        boolean direct = oneDnn && plan.precision() == Precision.FLOAT;
        Plan able = direct ? plan : plan.without(Pass.CONVOLUTION_SUMS);
        Schedule schedule = Planner.schedule(rewriting(able).apply(program), able);
        double epsilon = program.normalization().epsilon();
        Bound bound = direct
                ? new OneDnnBound(schedule, plan.mode(), plan.passes(), epsilon, learned::address)
                : new Nd4jBound(schedule, learned, plan.precision(), epsilon);
        return new Laid(schedule, bound, new Statistics(program, schedule, bound, learned, plan.mode()));
    }

    private static UnaryOperator<Program> rewriting(Plan plan) {
        Set<Pass> passes = plan.passes();
        return plan.mode() == Mode.EVALUATE
                ? program -> Optimizer.byGivenStatistics(program, passes)
                : program -> Optimizer.byBatchStatistics(program, passes);
    }

    @Override
    public void close() {
        bound.close();
    }
}
