package org.unfoldlab.model.engine.libtorch;

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
import org.unfoldlab.model.engine.nd4j.Nd4jEngine;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.HostArray;

class LibTorchEngineTest extends EngineLaws {
    private static final Engine ENGINE = new LibTorchEngine();
    private static final Update UPDATE = new Update(0.05, 0.9, 1e-3);
    private static final int[] LABELS = {0, 1, 2, 3, 4};

    LibTorchEngineTest() {
        super(ENGINE);
    }

    @Test
    void saysWhatItFound() {
        assertThat(ENGINE.diagnose().works()).isTrue();
        assertThat(ENGINE.diagnose().threads()).isPositive();
        assertThat(ENGINE.diagnose().details()).anyMatch(line -> line.contains("LibTorch"));
    }

    @Test
    void keepsNoNativeObjectOverAThousandSteps() throws Exception {
        keepsNoNativeObject(Networks.valid(Networks.twoAreas(4)), Precision.DOUBLE, 50);
    }

    /** Where oneDNN computes over LibTorch's memory. */
    @Test
    void keepsNoNativeObjectInFloatOfManyChannels() throws Exception {
        keepsNoNativeObject(Networks.valid(EngineNetworks.large()), Precision.FLOAT, 3);
    }

    private static void keepsNoNativeObject(Network network, Precision precision, int windows) throws Exception {
        Map<String, HostArray> arrays = EngineNetworks.arrays(network, 1);
        HostArray images = Objects.requireNonNull(arrays.get("x"));
        try (Executable executable = prepared(ENGINE, network, precision)) {
            executable.setParameters(EngineLaws.weights(arrays));
            for (int i = 0; i < 20; i++) {
                executable.train(images, LABELS, UPDATE);
            }
            for (int window = 0; window < windows; window++) {
                long counted = Pointer.totalCount();
                long bytes = Pointer.totalBytes();
                for (int i = 0; i < 20; i++) {
                    executable.train(images, LABELS, UPDATE);
                }
                // Less is possible: the collector may find what other tests left behind.
                assertThat(Pointer.totalCount()).isLessThanOrEqualTo(counted);
                assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(bytes);
            }
        }
    }

    @Test
    void tellsWhereTheTimeOfAStepGoesAndChangesNothing() throws Exception {
        Network network = Networks.valid(Networks.twoAreas(4));
        Map<String, HostArray> arrays = EngineNetworks.arrays(network, 1);
        HostArray images = Objects.requireNonNull(arrays.get("x"));
        try (Executable executable = prepared(ENGINE, network)) {
            executable.setParameters(EngineLaws.weights(arrays));
            executable.train(images, LABELS, UPDATE);
            Map<String, HostArray> before = executable.parameters();
            Map<String, Double> times = executable.millisecondsByKind();
            assertThat(times).containsKeys("Convolve", "ConvolveAdjoint", "Normalize", "NormalizeAdjoint");
            assertThat(times.values()).allMatch(time -> time > 0);
            EngineLaws.compare(before, executable.parameters(), 1e-15, 1e-15);
        }
    }

    @Test
    void trainingBegunOnNd4jGoesOnHere() throws Exception {
        Network network = Networks.valid(Networks.twoAreas(4));
        Map<String, HostArray> arrays = EngineNetworks.arrays(network, 2);
        HostArray images = Objects.requireNonNull(arrays.get("x"));
        try (Executable first = prepared(new Nd4jEngine(), network);
                Executable second = prepared(ENGINE, network)) {
            first.setParameters(EngineLaws.weights(arrays));
            first.train(images, LABELS, UPDATE);
            second.setParameters(first.parameters());
            second.setVelocities(first.velocities());
            second.setStatistics(first.statistics());
            first.train(images, LABELS, UPDATE);
            second.train(images, LABELS, UPDATE);
            EngineLaws.compare(first.parameters(), second.parameters(), 1e-9, 1e-9);
            EngineLaws.compare(first.velocities(), second.velocities(), 1e-8, 1e-8);
            assertThat(second.statistics().keySet())
                    .isEqualTo(first.statistics().keySet());
        }
    }

    private static Executable prepared(Engine engine, Network network) throws Exception {
        return prepared(engine, network, Precision.DOUBLE);
    }

    private static Executable prepared(Engine engine, Network network, Precision precision) throws Exception {
        Program program = Lowering.lower(Unroller.unroll(network));
        return engine.prepare(program, new Plan(Mode.TRAIN, EngineNetworks.BATCH, precision));
    }
}
