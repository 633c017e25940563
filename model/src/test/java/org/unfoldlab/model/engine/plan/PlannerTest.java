package org.unfoldlab.model.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.program.optimize.Optimizer;
import org.unfoldlab.model.program.optimize.Pass;

class PlannerTest {
    private final Program program = Optimizer.byGivenStatistics(
            Lowering.lower(Unroller.unroll(Networks.valid(Networks.resNet(5)))), Set.of(Pass.CONVOLUTION_SUMS));

    /** A shortcut is read by the norm of its step and then by the sum; only the norm's adjoint asks for it again. */
    @Test
    void outsideTrainingASumIsWrittenOverTheShortcutThatItReadsLast() {
        assertThat(sumsInPlace(Mode.EVALUATE)).isPositive();
        assertThat(sumsInPlace(Mode.MEASURE)).isEqualTo(sumsInPlace(Mode.EVALUATE));
        assertThat(sumsInPlace(Mode.TRAIN)).isZero();
    }

    /** An array that is written over is not read afterwards by anyone who meant what was there. */
    @Test
    void nobodyReadsWhatWasWrittenOver() {
        for (Mode mode : Mode.values()) {
            List<Scheduled> forward = scheduled(mode);
            for (int i = 0; i < forward.size(); i++) {
                Instruction instruction = forward.get(i).instruction();
                Set<Value> written = new HashSet<>(instruction.writes());
                written.retainAll(instruction.reads());
                int node = forward.get(i).node().id();
                for (Value value : written) {
                    assertThat(forward.subList(i + 1, forward.size()).stream()
                                    .filter(later -> later.instruction().reads().contains(value))
                                    .allMatch(later -> readsFrom(later, node, forward, value)))
                            .isTrue();
                }
            }
        }
    }

    /** Whether what an instruction reads there was made by a node or by one that wrote over it since. */
    private static boolean readsFrom(Scheduled reader, int node, List<Scheduled> forward, Value value) {
        return reader.node().inputs().stream()
                .anyMatch(input -> input >= node
                        && forward.stream()
                                .anyMatch(made -> made.node().id() == input
                                        && made.instruction().writes().contains(value)));
    }

    private long sumsInPlace(Mode mode) {
        return scheduled(mode).stream()
                .map(Scheduled::instruction)
                .filter(instruction -> instruction instanceof Instruction.ConvolveSum)
                .filter(sum -> sum.reads().containsAll(sum.writes()))
                .count();
    }

    private List<Scheduled> scheduled(Mode mode) {
        return Planner.schedule(program, new Plan(mode, 2, Precision.FLOAT)).forward();
    }
}
