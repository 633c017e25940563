package org.unfoldlab.model.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unfoldlab.model.engine.folded.FoldedEngine;
import org.unfoldlab.model.engine.unfolded.UnfoldedEngine;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.HostArray;

/** Gradients against (loss(w + e) − loss(w − e)) / 2e, weight by weight. */
class FiniteDifferenceTest {
    private static final double STEP = 1e-6;
    private static final int IMAGES = 2;

    static List<Engine> engines() {
        return List.of(new FoldedEngine(), new UnfoldedEngine());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void gradientsAreTheSlopesOfTheLoss(Engine engine) throws Exception {
        NetworkDocument document = Networks.document(
                        List.of(new State("a", 3, 8, 8), new State("b", 4, 4, 4)),
                        List.of(
                                new Transition("a", "a", "BRCx2", Shortcut.HIGHWAY),
                                new Transition("a", "b", "B R C/2", Shortcut.PROJECTION),
                                new Transition("b", "a", "BRDx1", Shortcut.NONE),
                                new Transition("b", "b", "B R C A/2 D*2", Shortcut.IDENTITY)),
                        "b",
                        4)
                .edit()
                .normalization(new Normalization(Normalization.Statistics.PER_TIME, Normalization.Affine.SHARED, 1e-5))
                .build();
        Program program = Lowering.lower(Unroller.unroll(Networks.valid(document)));
        Map<String, HostArray> weights = InitialParameters.of(program, 3);
        Random random = new Random(5);
        double[] pixels =
                random.doubles(IMAGES * program.stimulus().shape().size()).toArray();
        HostArray images = HostArray.ofDoubles(new int[] {IMAGES, 3, 8, 8}, pixels);
        int[] labels = {1, 7};
        try (Executable executable = engine.prepare(program, new Plan(Mode.TRAIN, IMAGES, Precision.DOUBLE))) {
            executable.setParameters(weights);
            executable.gradient(images, labels);
            Map<String, HostArray> gradients = executable.gradients();
            for (String key : program.parameters().keySet()) {
                HostArray weight = Objects.requireNonNull(weights.get(key));
                int index = random.nextInt(weight.size());
                double slope = (loss(executable, weights, key, index, STEP, images, labels)
                                - loss(executable, weights, key, index, -STEP, images, labels))
                        / (2 * STEP);
                double gradient = Objects.requireNonNull(gradients.get(key)).doubleAt(index);
                assertThat(gradient)
                        .as("%s %s[%s]", engine.name(), key, index)
                        .isCloseTo(slope, org.assertj.core.data.Offset.offset(2e-7 + 1e-5 * Math.abs(slope)));
            }
        }
    }

    private static double loss(
            Executable executable,
            Map<String, HostArray> weights,
            String key,
            int index,
            double difference,
            HostArray images,
            int[] labels) {
        HostArray weight = Objects.requireNonNull(weights.get(key));
        double[] values = weight.asDoubles();
        values[index] += difference;
        Map<String, HostArray> moved = new LinkedHashMap<>(weights);
        moved.put(key, HostArray.ofDoubles(weight.shape(), values));
        executable.setParameters(moved);
        return executable.gradient(images, labels).loss();
    }
}
