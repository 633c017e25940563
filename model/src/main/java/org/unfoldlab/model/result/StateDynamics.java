package org.unfoldlab.model.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How states move over t at one epoch, and how large the update of each use of a weight is. What does not exist is NaN.
 *
 * @param moves by state
 * @param updates by layer ({@code pre/conv1}, {@code V1-V2/conv2}, {@code post/fc.weight}); index t of the step, 0 for
 *     the pre-net, T for the post-net: η‖∇‖ / ‖w‖ of that use alone, without momentum and decay
 */
public record StateDynamics(Map<String, Move> moves, Map<String, double[]> updates) {
    /** Nothing measured. */
    public static final StateDynamics NONE = new StateDynamics(Map.of(), Map.of());

    private static final String NORM = "norm/";
    private static final String COSINE = "cosine/";
    private static final String DISTANCE = "distance/";
    private static final String UPDATE = "update/";

    /** How far back a state is compared with itself. */
    public static final int LONGEST_LAG = 6;

    /**
     * How one state moves. All figures are of the whole sample as one vector.
     *
     * @param norms ‖h(t)‖ / √N, by t; N images
     * @param cosines of h(t) and the last h of this state, by t
     * @param distances by lag − 1 = 0 … {@value #LONGEST_LAG} − 1, then by t: ‖h(t) − h(t−lag)‖ / ‖h(t)‖
     */
    public record Move(double[] norms, double[] cosines, double[][] distances) {
        /** ‖h(t) − h(t−1)‖ / ‖h(t)‖, by t. */
        public double[] changes() {
            return distances[0];
        }
    }

    /** What {@link #arrays} wrote. Keys that are not known are skipped. */
    public static StateDynamics of(Map<String, HostArray> arrays) {
        Map<String, Move> moves = new LinkedHashMap<>();
        Map<String, double[]> updates = new LinkedHashMap<>();
        arrays.forEach((key, array) -> {
            if (key.startsWith(NORM)) {
                String state = key.substring(NORM.length());
                move(state, arrays).ifPresent(move -> moves.put(state, move));
            } else if (key.startsWith(UPDATE)) {
                updates.put(key.substring(UPDATE.length()), array.asDoubles());
            }
        });
        return new StateDynamics(moves, updates);
    }

    private static Optional<Move> move(String state, Map<String, HostArray> arrays) {
        HostArray norms = arrays.get(NORM + state);
        HostArray cosines = arrays.get(COSINE + state);
        HostArray distances = arrays.get(DISTANCE + state);
        if (norms == null || cosines == null || distances == null || distances.rank() != 2) {
            return Optional.empty();
        }
        int times = distances.shape()[1];
        double[] flat = distances.asDoubles();
        List<double[]> byLag = new ArrayList<>();
        for (int lag = 0; lag < distances.shape()[0]; lag++) {
            byLag.add(Arrays.copyOfRange(flat, lag * times, (lag + 1) * times));
        }
        return byLag.isEmpty()
                ? Optional.empty()
                : Optional.of(new Move(norms.asDoubles(), cosines.asDoubles(), byLag.toArray(double[][]::new)));
    }

    /** As arrays for a file: {@code norm/STATE}, {@code cosine/STATE}, {@code distance/STATE}, {@code update/LAYER}. */
    public Map<String, HostArray> arrays() {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        moves.forEach((state, move) -> {
            arrays.put(NORM + state, vector(move.norms()));
            arrays.put(COSINE + state, vector(move.cosines()));
            arrays.put(
                    DISTANCE + state,
                    vector(Arrays.stream(move.distances())
                                    .flatMapToDouble(Arrays::stream)
                                    .toArray())
                            .reshaped(move.distances().length, move.norms().length));
        });
        updates.forEach((layer, ratios) -> arrays.put(UPDATE + layer, vector(ratios)));
        return arrays;
    }

    private static HostArray vector(double[] values) {
        return HostArray.ofDoubles(new int[] {values.length}, values);
    }
}
