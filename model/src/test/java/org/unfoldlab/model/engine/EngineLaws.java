package org.unfoldlab.model.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unfoldlab.model.engine.folded.FoldedEngine;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Origin;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.HostArray;

/** What every engine that executes programs must keep, on small networks that use all operations. */
public abstract class EngineLaws {
    private static final Update UPDATE = new Update(0.05, 0.9, 1e-3);

    private final Engine engine;

    protected EngineLaws(Engine engine) {
        this.engine = engine;
    }

    static Set<String> networks() {
        return EngineNetworks.all().keySet();
    }

    private static Network network(String name) {
        return Networks.valid(Objects.requireNonNull(EngineNetworks.all().get(name)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agreesInDoubleWithTheLoopOverTime(String name) throws Exception {
        Network network = network(name);
        Map<String, HostArray> arrays = EngineNetworks.arrays(network, 1);
        compare(
                Probe.run(network, arrays, new FoldedEngine(), Precision.DOUBLE),
                Probe.run(network, arrays, engine, Precision.DOUBLE),
                1e-9,
                1e-8);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agreesInFloatWithTheLoopOverTime(String name) throws Exception {
        Network network = network(name);
        Map<String, HostArray> arrays = EngineNetworks.arrays(network, 2);
        compare(
                Probe.run(network, arrays, new FoldedEngine(), Precision.DOUBLE),
                Probe.run(network, arrays, engine, Precision.FLOAT),
                1e-4,
                2e-3);
    }

    @Test
    void largeConvolutionsAgreeInFloatWithDouble() throws Exception {
        Network network = Networks.valid(EngineNetworks.large());
        Map<String, HostArray> arrays = EngineNetworks.arrays(network, 3);
        compare(
                Probe.run(network, arrays, engine, Precision.DOUBLE),
                Probe.run(network, arrays, engine, Precision.FLOAT),
                1e-4,
                2e-3);
    }

    protected static void compare(
            Map<String, HostArray> expected, Map<String, HostArray> found, double bound, double gradientBound) {
        assertThat(found.keySet()).containsAll(expected.keySet());
        expected.forEach((key, array) -> {
            double[] a = array.asDoubles();
            double[] b = Objects.requireNonNull(found.get(key)).asDoubles();
            double largest = Arrays.stream(a).map(Math::abs).max().orElse(0);
            // A convolution before a batch norm may have a gradient of rounding errors only.
            double scale = Math.max(largest, key.startsWith("grad/") ? 1e-3 : 1e-12);
            assertThat(b).as(key).hasSameSizeAs(a);
            for (int i = 0; i < a.length; i++) {
                assertThat(b[i])
                        .as("%s[%d]", key, i)
                        .isCloseTo(a[i], within((key.startsWith("grad/") ? gradientBound : bound) * scale));
            }
        });
    }

    /** d/dε loss(w + ε d) = gradient · d for a random direction d. */
    @ParameterizedTest
    @MethodSource("networks")
    void gradientPredictsHowTheLossChanges(String name) throws Exception {
        Network network = network(name);
        Map<String, HostArray> weights = weights(EngineNetworks.arrays(network, 3));
        HostArray images =
                Objects.requireNonNull(EngineNetworks.arrays(network, 3).get("x"));
        int[] labels = {0, 1, 2, 3, 4};
        double epsilon = 1e-7;
        try (Executable executable = train(network, Precision.DOUBLE)) {
            Map<String, double[]> direction = new LinkedHashMap<>();
            Random random = new Random(4);
            weights.forEach((key, weight) ->
                    direction.put(key, random.doubles(weight.size(), -1, 1).toArray()));
            executable.setParameters(weights);
            executable.gradient(images, labels);
            double predicted = 0;
            for (Map.Entry<String, HostArray> gradient : executable.gradients().entrySet()) {
                double[] g = gradient.getValue().asDoubles();
                double[] d = Objects.requireNonNull(direction.get(gradient.getKey()));
                for (int i = 0; i < g.length; i++) {
                    predicted += g[i] * d[i];
                }
            }
            executable.setParameters(moved(weights, direction, epsilon));
            double after = executable.gradient(images, labels).loss();
            executable.setParameters(moved(weights, direction, -epsilon));
            double before = executable.gradient(images, labels).loss();
            double slope = (after - before) / (2 * epsilon);
            assertThat(slope).isCloseTo(predicted, within(1e-5 * Math.max(1, Math.abs(predicted))));
        }
    }

    private static Map<String, HostArray> moved(
            Map<String, HostArray> weights, Map<String, double[]> direction, double by) {
        Map<String, HostArray> moved = new LinkedHashMap<>();
        weights.forEach((key, weight) -> {
            double[] values = weight.asDoubles();
            double[] d = Objects.requireNonNull(direction.get(key));
            for (int i = 0; i < values.length; i++) {
                values[i] += by * d[i];
            }
            moved.put(key, HostArray.ofDoubles(weight.shape(), values));
        });
        return moved;
    }

    protected static Map<String, HostArray> weights(Map<String, HostArray> arrays) {
        Map<String, HostArray> weights = new LinkedHashMap<>();
        arrays.forEach((key, array) -> {
            if (key.startsWith("w/")) {
                weights.put(key.substring(2), array);
            }
        });
        return weights;
    }

    private Executable train(Network network, Precision precision) throws EngineException {
        return prepare(network, Mode.TRAIN, precision);
    }

    private Executable prepare(Network network, Mode mode, Precision precision) throws EngineException {
        Program program = Lowering.lower(Unroller.unroll(network));
        return engine.prepare(program, new Plan(mode, EngineNetworks.BATCH, precision));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sameStartGivesTheSameBits(boolean large) throws Exception {
        Network network = Networks.valid(large ? EngineNetworks.large() : Networks.twoAreas(5));
        Map<String, HostArray> arrays = EngineNetworks.arrays(network, 5);
        assertThat(trained(network, arrays)).isEqualTo(trained(network, arrays));
    }

    private Map<String, HostArray> trained(Network network, Map<String, HostArray> arrays) throws Exception {
        try (Executable executable = train(network, Precision.FLOAT)) {
            executable.setParameters(weights(arrays));
            for (int i = 0; i < 3; i++) {
                executable.train(Objects.requireNonNull(arrays.get("x")), new int[] {1, 2, 3, 4, 5}, UPDATE);
            }
            return executable.parameters();
        }
    }

    @Test
    void sharedStatisticsTakeUpEveryTimeInTurn() throws Exception {
        Network network = Networks.valid(EngineNetworks.sameStateAgain());
        Map<String, ChannelStatistics> expected = tracked(new FoldedEngine(), network);
        Map<String, ChannelStatistics> found = tracked(engine, network);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((key, statistics) -> {
            ChannelStatistics own = Objects.requireNonNull(found.get(key));
            assertThat(own.mean()).as(key).containsExactly(statistics.mean(), within(1e-9));
            assertThat(own.variance()).as(key).containsExactly(statistics.variance(), within(1e-9));
        });
    }

    private static Map<String, ChannelStatistics> tracked(Engine engine, Network network) throws Exception {
        Map<String, HostArray> arrays = EngineNetworks.arrays(network, 9);
        Program program = Lowering.lower(Unroller.unroll(network));
        Plan plan = new Plan(Mode.TRAIN, EngineNetworks.BATCH, Precision.DOUBLE);
        try (Executable executable = engine.prepare(program, plan)) {
            executable.setParameters(weights(arrays));
            executable.setStatistics(Map.of());
            executable.train(Objects.requireNonNull(arrays.get("x")), new int[] {1, 2, 3, 4, 5}, UPDATE);
            return executable.statistics();
        }
    }

    @Test
    void trainingGoesOnFromWhatWasReadOut() throws Exception {
        Network network = Networks.valid(Networks.twoAreas(4));
        Map<String, HostArray> arrays = EngineNetworks.arrays(network, 6);
        HostArray images = Objects.requireNonNull(arrays.get("x"));
        int[] labels = {1, 2, 3, 4, 5};
        try (Executable whole = train(network, Precision.FLOAT);
                Executable second = train(network, Precision.FLOAT)) {
            whole.setParameters(weights(arrays));
            whole.train(images, labels, UPDATE);
            second.setParameters(whole.parameters());
            second.setVelocities(whole.velocities());
            second.setStatistics(whole.statistics());
            StepResult one = whole.train(images, labels, UPDATE);
            StepResult other = second.train(images, labels, UPDATE);
            assertThat(other).isEqualTo(one);
            assertThat(second.parameters()).isEqualTo(whole.parameters());
            second.statistics()
                    .forEach((key, statistics) -> assertThat(statistics.mean())
                            .containsExactly(
                                    Objects.requireNonNull(whole.statistics().get(key))
                                            .mean()));
        }
    }

    @Test
    void namesWhereTheFirstInfinityAroseAndUpdatesNothing() throws Exception {
        Network network = Networks.valid(Networks.twoAreas(4));
        Map<String, HostArray> arrays = EngineNetworks.arrays(network, 7);
        Map<String, HostArray> weights = new HashMap<>(weights(arrays));
        HostArray poisoned = Objects.requireNonNull(weights.get("V2-V2/conv1"));
        double[] values = poisoned.asDoubles();
        values[3] = Double.NaN;
        weights.put("V2-V2/conv1", HostArray.ofDoubles(poisoned.shape(), values));
        try (Executable executable = train(network, Precision.FLOAT)) {
            executable.setParameters(weights);
            Map<String, HostArray> before = executable.parameters();
            StepResult result =
                    executable.train(Objects.requireNonNull(arrays.get("x")), new int[] {1, 2, 3, 4, 5}, UPDATE);
            assertThat(result.finite()).isFalse();
            assertThat(executable.parameters()).isEqualTo(before);
            assertThat(executable.firstNotFinite()).get().isInstanceOf(Origin.OfStep.class);
            assertThat(executable.firstNotFinite()).get().hasToString("V2-V2@2");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void evaluatesFewerImagesThanPlanned(boolean large) throws Exception {
        Network network = Networks.valid(large ? EngineNetworks.large() : Networks.twoAreas(3));
        Map<String, HostArray> arrays = EngineNetworks.arrays(network, 8);
        HostArray images = Objects.requireNonNull(arrays.get("x"));
        int[] shape = images.shape();
        shape[0] = 2;
        int two = Math.toIntExact(HostArray.sizeOf(shape));
        try (Executable executable = prepare(network, Mode.EVALUATE, Precision.FLOAT)) {
            executable.setParameters(weights(arrays));
            executable.setStatistics(ones(executable));
            executable.forward(images);
            float[] all = executable.logits(3).asFloats();
            executable.forward(HostArray.ofFloats(shape, Arrays.copyOf(images.asFloats(), two)));
            assertThat(executable.logits(3).shape()).containsExactly(2, 10);
            float[] expected = Arrays.copyOf(all, 20);
            // Where convolutions are large, libraries share their sums out among threads by the size of the batch.
            Offset<Float> rounding = large ? within(1e-6f) : within(0f);
            assertThat(executable.logits(3).asFloats()).containsExactly(expected, rounding);
        }
    }

    private Map<String, ChannelStatistics> ones(Executable executable) throws EngineException {
        try (Executable training =
                engine.prepare(executable.program(), new Plan(Mode.TRAIN, EngineNetworks.BATCH, Precision.FLOAT))) {
            return training.statistics();
        }
    }

    @Test
    void namesWhatIsMissing() throws Exception {
        Network network = Networks.valid(Networks.twoAreas(4));
        try (Executable executable = prepare(network, Mode.EVALUATE, Precision.FLOAT)) {
            assertThatThrownBy(() -> executable.setParameters(Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("pre/conv1");
            assertThatThrownBy(() -> executable.setStatistics(Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("@");
        }
    }
}
