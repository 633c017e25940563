package org.unfoldlab.model.engine.unfolded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.unfoldlab.model.engine.GoldenCases;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.program.optimize.Optimizer;
import org.unfoldlab.model.program.optimize.Pass;

class UnfoldedEngineTest {
    static List<String> cases() throws IOException {
        List<String> names = GoldenCases.names();
        return names.isEmpty() ? List.of("") : names;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsTheGoldenCasesInDouble(String name) throws Exception {
        assumeTrue(!name.isEmpty(), "no golden cases beside the project");
        GoldenCases.check(name, new UnfoldedEngine(), Precision.DOUBLE);
    }

    @Test
    void whatHasNoLayerIsSaidByNameAndPlace() {
        Program plain = Lowering.lower(Unroller.unroll(Networks.valid(Networks.twoAreas(4))));
        Program fused = Optimizer.byBatchStatistics(plain, Set.of(Pass.FUSED_RELU));
        assertThatThrownBy(() -> LayerByLayer.write(fused, DataType.DOUBLE))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("no layer for BatchNorm at ");
        Program stacked = Optimizer.byBatchStatistics(plain, EnumSet.allOf(Pass.class));
        assertThatThrownBy(() -> LayerByLayer.write(stacked, DataType.DOUBLE))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("it has no layer for ");
    }
}
