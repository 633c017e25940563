package org.unfoldlab.model.equivalence.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.InitialParameters;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.folded.FoldedEngine;
import org.unfoldlab.model.graph.Combine;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.HostArray;

class GatedBlockTest {
    private static final int CHANNELS = 3;
    private static final int SIDE = 8;
    private static final double BIAS = -0.5;
    private static final GatedBlock BLOCK = GatedBlock.random(CHANNELS, SIDE, 7);

    private static double[] image(long seed) {
        return new Random(seed).doubles(CHANNELS * SIDE * SIDE, -1, 1).toArray();
    }

    /** The same block as a transition of a network, run by the loop over time. */
    @ParameterizedTest
    @EnumSource(
            value = Shortcut.class,
            names = {"HIGHWAY", "IDENTITY", "NONE"})
    void theEnginesComputeTheSameBlock(Shortcut shortcut) throws Exception {
        NetworkDocument document = Networks.document(
                        List.of(new State("a", CHANNELS, SIDE, SIDE)),
                        List.of(new Transition("a", "a", "R C", shortcut)),
                        "a",
                        2)
                .edit()
                .combine(Combine.SUM)
                .build();
        Program program = Lowering.lower(Unroller.unroll(Networks.valid(document)));
        Map<String, HostArray> weights = new HashMap<>(InitialParameters.of(program, 1));
        int[] shape = {CHANNELS, CHANNELS, 3, 3};
        weights.put("a-a/conv1", HostArray.ofDoubles(shape, BLOCK.w()));
        weights.put("a-a/gate", HostArray.ofDoubles(shape, BLOCK.v()));
        double[] biases = new double[CHANNELS];
        Arrays.fill(biases, BIAS);
        weights.put("a-a/gate.bias", HostArray.ofDoubles(new int[] {CHANNELS}, biases));
        Plan plan = new Plan(Mode.MEASURE, 1, Precision.DOUBLE).keepingStates();
        try (Executable executable = new FoldedEngine().prepare(program, plan)) {
            executable.setParameters(weights);
            executable.forward(HostArray.ofDoubles(new int[] {1, CHANNELS, SIDE, SIDE}, image(1)));
            double[] x = executable.state(new StateAt("a", 0)).asDoubles();
            double[] y = executable.state(new StateAt("a", 1)).asDoubles();
            assertThat(expected(shortcut, x)).containsExactly(y, within(1e-12));
        }
    }

    private static double[] expected(Shortcut shortcut, double[] x) {
        return switch (shortcut) {
            case HIGHWAY -> BLOCK.apply(new Gate.Learned(BIAS), x);
            case IDENTITY -> BLOCK.residual(x);
            default -> BLOCK.apply(new Gate.Open(), x);
        };
    }

    @Test
    void aGateOfOneHalfIsTheResidualNetworkUpToTheFactorTwo() {
        GateReport report = GateReport.of(BLOCK, new Gate.Constant(0.5), image(1), image(2));
        assertThat(report.fromResidual()).isLessThan(1e-15);
        assertThat(report.dependence()).isZero();
    }

    @Test
    void anOpenGateIsAPlainLayer() {
        GateReport report = GateReport.of(BLOCK, new Gate.Open(), image(1), image(2));
        assertThat(report.fromPlain()).isZero();
        assertThat(report.fromResidual()).isGreaterThan(0.1);
    }

    @Test
    void aLearnedGateLooksAtTheDataAndItsBiasDecidesBetweenCarryAndTransform() {
        GateReport usual = GateReport.of(BLOCK, new Gate.Learned(-2), image(1), image(2));
        assertThat(usual.dependence()).isGreaterThan(0.05);
        assertThat(usual.fromResidual()).isGreaterThan(0.1);
        assertThat(GateReport.of(BLOCK, new Gate.Learned(-40), image(1), image(2))
                        .fromInput())
                .isLessThan(1e-12);
        assertThat(GateReport.of(BLOCK, new Gate.Learned(40), image(1), image(2))
                        .fromPlain())
                .isLessThan(1e-12);
    }

    @Test
    void aGateOutsideZeroToOneIsRefused() {
        assertThatThrownBy(() -> new Gate.Constant(1.5)).hasMessage("a gate is 0 to 1, got 1.5");
    }
}
