package org.unfoldlab.model.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.nd4j.Nd4jEngine;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Stimulus;
import org.unfoldlab.model.graph.Timing;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;

class MemoryEstimateTest {
    private static Program program(int time) {
        return Lowering.lower(Unroller.unroll(Networks.valid(Networks.twoAreas(time))));
    }

    @ParameterizedTest
    @CsvSource({"3, 8, FLOAT", "6, 64, FLOAT", "6, 32, DOUBLE"})
    void isNearToWhatIsTaken(int time, int batch, Precision precision) throws Exception {
        Plan plan = new Plan(Mode.TRAIN, batch, precision);
        try (Executable executable = new Nd4jEngine().prepare(program(time), plan)) {
            assertThat((double) MemoryEstimate.bytes(program(time), plan))
                    .isBetween(0.7 * executable.bufferBytes(), 1.3 * executable.bufferBytes());
        }
    }

    @Test
    void isKnownForArraysThatAreTooLargeForJava() {
        Network wide = Networks.valid(Networks.document(
                        List.of(new State("V1", 2048, 32, 32)),
                        List.of(new Transition("V1", "V1", "BRCx1", Shortcut.IDENTITY)),
                        "V1",
                        3)
                .edit()
                .stimulus(new Stimulus(3, 32, 32, Timing.ONSET))
                .build());
        long oneState = 2048L * 32 * 32 * 1024 * Float.BYTES;
        assertThat(MemoryEstimate.bytes(
                        Lowering.lower(Unroller.unroll(wide)), new Plan(Mode.TRAIN, 1024, Precision.FLOAT)))
                .isBetween(3 * oneState, 20 * oneState);
    }

    @Test
    void growsWithBatchAndTime() {
        long small = MemoryEstimate.bytes(program(4), new Plan(Mode.TRAIN, 16, Precision.FLOAT));
        assertThat(MemoryEstimate.bytes(program(4), new Plan(Mode.TRAIN, 64, Precision.FLOAT)))
                .isGreaterThan(2 * small);
        assertThat(MemoryEstimate.bytes(program(12), new Plan(Mode.TRAIN, 16, Precision.FLOAT)))
                .isGreaterThan(2 * small);
        assertThat(MemoryEstimate.bytes(program(4), new Plan(Mode.EVALUATE, 16, Precision.FLOAT)))
                .isLessThan(small);
    }
}
