package org.unfoldlab.model.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.result.StateDynamics;
import org.unfoldlab.model.result.StateDynamics.Move;

/** Works out how the states of the last run moved over t. */
final class StateMoves {
    private StateMoves() {}

    /**
     * Looks at every h(t) that the run kept, one state at a time so that few arrays are held at once.
     *
     * @param executable planned to keep states
     */
    static Map<String, Move> of(Executable executable) {
        Map<String, SortedMap<Integer, StateAt>> byState = new LinkedHashMap<>();
        executable
                .program()
                .states()
                .keySet()
                .forEach(at -> byState.computeIfAbsent(at.state(), state -> new TreeMap<>())
                        .put(at.time(), at));
        int images = executable.plan().batch();
        Map<String, Move> moves = new LinkedHashMap<>();
        byState.forEach((state, times) -> moves.put(state, of(executable, times, images)));
        return moves;
    }

    private static Move of(Executable executable, SortedMap<Integer, StateAt> times, int images) {
        int count = times.lastKey() + 1;
        float[] last = values(executable, times, times.lastKey()).orElseThrow();
        double[] norms = nothing(count);
        double[] cosines = nothing(count);
        double[][] distances = new double[StateDynamics.LONGEST_LAG][];
        for (int lag = 0; lag < distances.length; lag++) {
            distances[lag] = nothing(count);
        }
        Map<Integer, float[]> earlier = new HashMap<>();
        for (int t : times.keySet()) {
            float[] now = values(executable, times, t).orElseThrow();
            double norm = Math.sqrt(dot(now, now));
            norms[t] = norm / Math.sqrt(images);
            cosines[t] = dot(now, last) / (norm * Math.sqrt(dot(last, last)));
            for (int lag = 1; lag <= Math.min(distances.length, t); lag++) {
                float[] before = earlier.get(t - lag);
                distances[lag - 1][t] = before == null ? Double.NaN : distance(now, before) / norm;
            }
            earlier.put(t, now);
            earlier.remove(t - StateDynamics.LONGEST_LAG);
        }
        return new Move(norms, cosines, distances);
    }

    private static Optional<float[]> values(Executable executable, SortedMap<Integer, StateAt> times, int time) {
        return Optional.ofNullable(times.get(time))
                .map(at -> executable.state(at).asFloats());
    }

    private static double[] nothing(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
