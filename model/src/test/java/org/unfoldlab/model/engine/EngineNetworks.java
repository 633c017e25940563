package org.unfoldlab.model.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.unfoldlab.model.graph.Activation;
import org.unfoldlab.model.graph.Combine;
import org.unfoldlab.model.graph.Extras;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.Normalization.Affine;
import org.unfoldlab.model.graph.Normalization.Statistics;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Stimulus;
import org.unfoldlab.model.graph.Timing;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Parameter;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.HostArray;

/** Small networks that together use every operation, sharing, norm and timing, with arrays to run them on. */
public final class EngineNetworks {
    /** Images in a case. */
    public static final int BATCH = 5;

    private EngineNetworks() {}

    /** All networks by what they are for. */
    public static Map<String, NetworkDocument> all() {
        Map<String, NetworkDocument> all = new LinkedHashMap<>();
        all.put("mean over four transitions", Networks.twoAreas(4));
        all.put("windows relative to T", Networks.resNet(5));
        all.put(
                "sum, sustained",
                Networks.twoAreas(4)
                        .edit()
                        .combine(Combine.SUM)
                        .stimulus(new Stimulus(3, 8, 8, Timing.SUSTAINED))
                        .build());
        all.put("own weights at each step", with(new Sharing.None()));
        all.put(
                "grouped weights",
                with(new Sharing.Groups(List.of(List.of("V1-V1@1", "V1-V1@2"), List.of("V2-V2@3")))));
        for (Affine affine : List.of(Affine.SHARED, Affine.PER_TIME)) {
            all.put("affine " + affine, with(Statistics.PER_TIME, affine));
        }
        all.put("shared statistics", with(Statistics.SHARED, Affine.NONE));
        all.put("shared statistics and affine", with(Statistics.SHARED, Affine.SHARED));
        all.put("kernels, convolution first, activation", kernels());
        all.put("pools and a longer pre-net", pools());
        all.put("M/2 on 3×3", pooled(3, "M/2", 1));
        all.put("A/2 on 3×3", pooled(3, "A/2", 1));
        all.put("M/3 on 7×7", pooled(7, "M/3", 2));
        all.put("A/3 on 8×8", pooled(8, "A/3", 2));
        all.put("M/4 on 7×7", pooled(7, "M/4", 1));
        all.put("projection and padding", shortcuts());
        all.put("highway", highway());
        all.put("states as wide as vectors", wide());
        return all;
    }

    private static NetworkDocument with(Sharing sharing) {
        return Networks.twoAreas(4).edit().sharing(sharing).build();
    }

    private static NetworkDocument with(Statistics statistics, Affine affine) {
        return Networks.twoAreas(4)
                .edit()
                .normalization(new Normalization(statistics, affine, 1e-3))
                .build();
    }

    private static NetworkDocument kernels() {
        return Networks.document(
                List.of(
                        new State("V1", 4, 8, 8, Activation.RELU, Extras.NONE),
                        new State("V2", 6, 4, 4, Activation.RELU, Extras.NONE)),
                List.of(
                        new Transition("V1", "V1", "C1 B R C5", Shortcut.IDENTITY),
                        new Transition("V1", "V2", "CBRx2", Shortcut.NONE),
                        new Transition("V2", "V1", "B R D5*2:4 B R D1", Shortcut.NONE),
                        new Transition("V2", "V2", "B C3", Shortcut.IDENTITY)),
                "V2",
                4);
    }

    private static NetworkDocument pools() {
        return Networks.document(
                        List.of(new State("V1", 4, 4, 4), new State("V2", 6, 2, 2)),
                        List.of(
                                new Transition("V1", "V1", "BRCx1", Shortcut.IDENTITY),
                                new Transition("V1", "V2", "B R A/2 C3", Shortcut.NONE),
                                new Transition("V2", "V2", "BRCx1", Shortcut.NONE),
                                new Transition("V2", "V1", "BRDx1", Shortcut.NONE)),
                        "V2",
                        4)
                .edit()
                .preNet("C B R M/2 C")
                .build();
    }

    /** A pool whose squares do not cover all of the state that it reads. */
    private static NetworkDocument pooled(int side, String pool, int pooledSide) {
        return Networks.document(
                        List.of(new State("V1", 4, side, side), new State("V2", 6, pooledSide, pooledSide)),
                        List.of(
                                new Transition("V1", "V1", "BRCx1", Shortcut.IDENTITY),
                                new Transition("V1", "V2", "B R C " + pool, Shortcut.NONE),
                                new Transition("V2", "V2", "BRCx1", Shortcut.IDENTITY)),
                        "V2",
                        4)
                .edit()
                .stimulus(new Stimulus(3, side, side, Timing.ONSET))
                .build();
    }

    /** V1 holds the pre-net's output at t = 0, 2 and 3, and something else at 1. */
    public static NetworkDocument sameStateAgain() {
        return Networks.document(
                        List.of(new State("V1", 4, 8, 8), new State("V2", 6, 4, 4)),
                        List.of(
                                new Transition("V1", "V1", "BRCx1", Shortcut.IDENTITY, "1"),
                                new Transition("V1", "V2", "BRCx1", Shortcut.NONE),
                                new Transition("V2", "V2", "BRCx1", Shortcut.IDENTITY)),
                        "V2",
                        4)
                .edit()
                .stimulus(new Stimulus(3, 8, 8, Timing.SUSTAINED))
                .normalization(new Normalization(Statistics.SHARED, Affine.NONE, 1e-5))
                .build();
    }

    private static NetworkDocument shortcuts() {
        return Networks.document(
                List.of(new State("V1", 4, 8, 8), new State("V2", 6, 4, 4)),
                List.of(
                        new Transition("V1", "V1", "BRCx2", Shortcut.PROJECTION),
                        new Transition("V1", "V2", "BRCx1", Shortcut.PADDING),
                        new Transition("V2", "V2", "BRCx1", Shortcut.IDENTITY)),
                "V2",
                4);
    }

    /** Channels and images large enough for Winograd's way, forward and back, onto sums and alone. */
    public static NetworkDocument large() {
        return Networks.document(
                        List.of(new State("V1", 48, 32, 32), new State("V2", 64, 32, 32)),
                        List.of(
                                new Transition("V1", "V1", "BRCx2", Shortcut.IDENTITY),
                                new Transition("V1", "V2", "BRCx1", Shortcut.NONE),
                                new Transition("V2", "V2", "B R C B R C", Shortcut.IDENTITY)),
                        "V2",
                        3)
                .edit()
                .stimulus(new Stimulus(3, 32, 32, Timing.ONSET))
                .build();
    }

    private static NetworkDocument wide() {
        return Networks.document(
                List.of(new State("V1", 8, 8, 8), new State("V2", 64, 4, 4)),
                List.of(
                        new Transition("V1", "V1", "BRCx2", Shortcut.IDENTITY),
                        new Transition("V1", "V2", "BRCx1", Shortcut.NONE),
                        new Transition("V2", "V2", "BRCx2", Shortcut.IDENTITY)),
                "V2",
                4);
    }

    private static NetworkDocument highway() {
        return Networks.document(
                        List.of(new State("h1", 5, 6, 6)),
                        List.of(new Transition("h1", "h1", "BRCx1", Shortcut.HIGHWAY)),
                        "h1",
                        4)
                .edit()
                .stimulus(new Stimulus(3, 6, 6, Timing.ONSET))
                .build();
    }

    /** Random images, labels and weights, γ and β included, for every readout time up to the network's own. */
    public static Map<String, HostArray> arrays(Network network, long seed) {
        Random random = new Random(seed);
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        Stimulus stimulus = network.document().stimulus();
        int[] shape = {BATCH, stimulus.channels(), stimulus.height(), stimulus.width()};
        arrays.put("x", normal(shape, 1, random));
        arrays.put("eval_x", normal(shape, 1, random));
        arrays.put(
                "labels",
                HostArray.ofInts(new int[] {BATCH}, random.ints(BATCH, 0, 10).toArray()));
        int last = network.document().readout().time();
        for (int time = last; time >= 1; time--) {
            if (time == last || Unroller.oneUnrollingServes(network, List.of(time, last))) {
                Lowering.lower(Unroller.unroll(network, time))
                        .parameters()
                        .values()
                        .forEach(parameter ->
                                arrays.computeIfAbsent("w/" + parameter.key(), key -> weight(parameter, random)));
            }
        }
        return arrays;
    }

    private static HostArray weight(Parameter parameter, Random random) {
        int[] shape = parameter.shape().stream().mapToInt(Integer::intValue).toArray();
        double deviation = parameter.startsRandom() ? parameter.initialDeviation() : 0.3;
        HostArray noise = normal(shape, deviation, random);
        double[] values = noise.asDoubles();
        for (int i = 0; i < values.length; i++) {
            values[i] += parameter.initialValue();
        }
        return HostArray.ofDoubles(shape, values);
    }

    private static HostArray normal(int[] shape, double deviation, Random random) {
        double[] values = new double[Math.toIntExact(HostArray.sizeOf(shape))];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return HostArray.ofDoubles(shape, values);
    }
}
