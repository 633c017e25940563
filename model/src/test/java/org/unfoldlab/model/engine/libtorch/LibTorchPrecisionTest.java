package org.unfoldlab.model.engine.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.EngineNetworks;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.InitialParameters;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.Update;
import org.unfoldlab.model.engine.nd4j.Nd4jEngine;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.HostArray;

class LibTorchPrecisionTest {
    private static final int[] LABELS = {0, 1, 2, 3, 4};
    private static final int STEPS = 30;
    private static final Update UPDATE = new Update(0.05, 0.9, 1e-4);

    private final Network network = Networks.valid(Networks.twoAreas(4));
    private final Map<String, HostArray> arrays = EngineNetworks.arrays(network, 3);

    @Test
    void onTheProcessorTf32ComputesAllDigits() throws Exception {
        assertThat(losses(Precision.TF32)).containsExactly(losses(Precision.FLOAT));
    }

    @Test
    void bfloat16RoundsFactors() throws Exception {
        double exact = losses(Precision.FLOAT)[0];
        double rounded = losses(Precision.BFLOAT16)[0];
        assertThat(Math.abs(rounded - exact) / exact).isBetween(1e-6, 2e-2);
    }

    @Test
    void aShortTrainingInBfloat16EndsNearFloat32s() throws Exception {
        double[] exact = losses(Precision.FLOAT);
        double[] rounded = losses(Precision.BFLOAT16);
        assertThat(rounded[STEPS - 1]).isLessThan(rounded[0] / 3);
        assertThat(rounded[STEPS - 1]).isCloseTo(exact[STEPS - 1], org.assertj.core.data.Offset.offset(0.1 * exact[0]));
    }

    @Test
    void othersRefuseRoundedFactors() {
        assertThatThrownBy(() -> prepared(new Nd4jEngine(), Precision.BFLOAT16))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("--engine libtorch");
    }

    private double[] losses(Precision precision) throws Exception {
        HostArray images = Objects.requireNonNull(arrays.get("x"));
        double[] losses = new double[STEPS];
        try (Executable executable = prepared(new LibTorchEngine(), precision)) {
            executable.setParameters(InitialParameters.of(executable.program(), 3));
            for (int i = 0; i < STEPS; i++) {
                losses[i] = executable.train(images, LABELS, UPDATE).loss();
            }
        }
        return losses;
    }

    private Executable prepared(Engine engine, Precision precision) throws EngineException {
        return engine.prepare(
                Lowering.lower(Unroller.unroll(network)), new Plan(Mode.TRAIN, EngineNetworks.BATCH, precision));
    }
}
