package org.unfoldlab.model.engine.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.program.Parameter;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.optimize.Optimizer;
import org.unfoldlab.model.program.optimize.Pass;

/*
 * Activations that live at the same time decide: they grow with batch, T and the squared side of the states, weights do
 * not. Lifetimes come from the very schedule that engines execute, laid into one arena as engine nd4j does it; LibTorch
 * allocates and frees along the same schedule. What libraries take for themselves is not known before they run.
 */
/** How much memory a plan will take, found out without taking any. */
public final class MemoryEstimate {
    private static final int ALIGNMENT = 16;

    private MemoryEstimate() {}

    /** Bytes of activations, gradients, weights and momentum. */
    public static long bytes(Program program, Plan plan) {
        Program optimized = plan.mode() == Mode.EVALUATE
                ? Optimizer.byGivenStatistics(program, plan.passes())
                : Optimizer.byBatchStatistics(program, plan.passes());
        // Not every engine computes norms again, so they are taken as kept.
        Schedule schedule = Planner.schedule(optimized, plan.without(Pass.RECOMPUTED_WIDE_NORMS));
        long numbers = kept(schedule) + passing(schedule) + learned(program, plan.mode());
        return numbers * (plan.precision() == Precision.DOUBLE ? Double.BYTES : Float.BYTES);
    }

    private static long learned(Program program, Mode mode) {
        long weights = program.parameters().values().stream()
                .map(Parameter::shape)
                .mapToLong(MemoryEstimate::elements)
                .sum();
        return mode == Mode.TRAIN ? 3 * weights : weights;
    }

    private static long elements(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }

    private static long kept(Schedule schedule) {
        Set<Integer> counted = new HashSet<>();
        long sum = 0;
        for (Scheduled scheduled : schedule.all()) {
            for (Value value : scheduled.instruction().touches()) {
                if (value.place() instanceof Value.Place.Kept && counted.add(value.id())) {
                    sum += value.elements();
                }
            }
        }
        return sum;
    }

    private static long passing(Schedule schedule) {
        Map<Integer, Arena.Request> lives = new TreeMap<>();
        List<Scheduled> all = schedule.all();
        for (int at = 0; at < all.size(); at++) {
            for (Value value : all.get(at).instruction().touches()) {
                if (value.passing()) {
                    lives.merge(value.id(), new Arena.Request(at, at, value.elements()), Arena.Request::until);
                }
            }
        }
        return Arena.place(List.copyOf(lives.values()), ALIGNMENT).size();
    }
}
