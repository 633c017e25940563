package org.unfoldlab.model.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineLaws;
import org.unfoldlab.model.engine.EngineNetworks;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.Update;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.HostArray;

class Nd4jEngineTest extends EngineLaws {
    private static final Engine ENGINE = new Nd4jEngine();

    Nd4jEngineTest() {
        super(ENGINE);
    }

    @Test
    void saysWhatItFound() {
        assertThat(ENGINE.diagnose().works()).isTrue();
        assertThat(ENGINE.diagnose().threads()).isPositive();
        assertThat(ENGINE.diagnose().details()).anyMatch(line -> line.contains("ND4J"));
    }

    @Test
    void keepsNoNativeObjectOverAThousandSteps() throws Exception {
        Network network = Networks.valid(Networks.twoAreas(4));
        Map<String, HostArray> arrays = EngineNetworks.arrays(network, 1);
        HostArray images = Objects.requireNonNull(arrays.get("x"));
        int[] labels = {0, 1, 2, 3, 4};
        Update update = new Update(0.01, 0.9, 1e-4);
        Plan plan = new Plan(Mode.TRAIN, EngineNetworks.BATCH, Precision.FLOAT);
        try (Executable executable = ENGINE.prepare(Lowering.lower(Unroller.unroll(network)), plan)) {
            executable.setParameters(weights(arrays));
            // The first steps make what all others use.
            for (int i = 0; i < 20; i++) {
                executable.train(images, labels, update);
            }
            for (int window = 0; window < 50; window++) {
                long counted = Pointer.totalCount();
                long bytes = Pointer.totalBytes();
                for (int i = 0; i < 20; i++) {
                    executable.train(images, labels, update);
                }
                // Less is possible: the collector may find what other tests left behind.
                assertThat(Pointer.totalCount()).isLessThanOrEqualTo(counted);
                assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(bytes);
            }
        }
    }
}
