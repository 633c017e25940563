package org.unfoldlab.app.runs;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unfoldlab.model.result.HostArray;

/**
 * The batch-norm statistics of one epoch, as a run folder holds them: arrays {@code mean/NORM@t} and
 * {@code var/NORM@t}, likewise after {@code running/} and {@code batch/}. Averages that are shared over time have no t;
 * they hold at every t at which the norm was seen.
 *
 * @param curves by kind, then by norm
 */
record NormStatistics(Map<NormValues, Map<String, NormCurves>> curves) {
    static final NormStatistics NONE = new NormStatistics(Map.of());

    private static final String MEAN = "mean/";
    private static final String VARIANCE = "var/";

    static NormStatistics of(Map<String, HostArray> arrays) {
        Map<String, SortedSet<Integer>> times = times(arrays);
        Map<NormValues, Map<String, NormCurves>> all = new EnumMap<>(NormValues.class);
        for (NormValues kind : NormValues.values()) {
            Map<String, NormCurves> curves = new TreeMap<>();
            times.forEach((norm, seen) -> curves(norm, seen, kind, arrays).ifPresent(one -> curves.put(norm, one)));
            if (!curves.isEmpty()) {
                all.put(kind, curves);
            }
        }
        return new NormStatistics(all);
    }

    /** At which t each norm was seen, by any of the kinds. */
    private static Map<String, SortedSet<Integer>> times(Map<String, HostArray> arrays) {
        Map<String, SortedSet<Integer>> times = new LinkedHashMap<>();
        for (String key : arrays.keySet()) {
            int start = key.indexOf(MEAN);
            int at = key.lastIndexOf('@');
            if (start >= 0 && at > start && arrays.containsKey(variance(key))) {
                times.computeIfAbsent(key.substring(start + MEAN.length(), at), norm -> new TreeSet<>())
                        .add(Integer.valueOf(key.substring(at + 1)));
            }
        }
        return times;
    }

    private static String variance(String mean) {
        return mean.replaceFirst(MEAN, VARIANCE);
    }

    private static Optional<NormCurves> curves(
            String norm, SortedSet<Integer> seen, NormValues kind, Map<String, HostArray> arrays) {
        boolean shared = isThere(arrays, kind.prefix() + MEAN + norm);
        int[] times = seen.stream()
                .filter(time -> shared || isThere(arrays, kind.prefix() + MEAN + norm + "@" + time))
                .mapToInt(Integer::intValue)
                .toArray();
        if (times.length == 0) {
            return Optional.empty();
        }
        double[][] means = new double[times.length][];
        double[][] variances = new double[times.length][];
        for (int i = 0; i < times.length; i++) {
            String key = shared ? norm : norm + "@" + times[i];
            means[i] = array(arrays, kind.prefix() + MEAN + key);
            variances[i] = array(arrays, kind.prefix() + VARIANCE + key);
        }
        return Optional.of(new NormCurves(norm, times, turned(means, false), turned(variances, true)));
    }

    private static boolean isThere(Map<String, HostArray> arrays, String mean) {
        return arrays.containsKey(mean) && arrays.containsKey(variance(mean));
    }

    /** By channel, then by time; with the square root of each if asked for. */
    private static double[][] turned(double[][] byTime, boolean root) {
        double[][] byChannel = new double[byTime[0].length][byTime.length];
        for (int c = 0; c < byChannel.length; c++) {
            for (int i = 0; i < byTime.length; i++) {
                byChannel[c][i] = root ? Math.sqrt(byTime[i][c]) : byTime[i][c];
            }
        }
        return byChannel;
    }

    private static double[] array(Map<String, HostArray> arrays, String key) {
        HostArray array = arrays.get(key);
        if (array == null) {
            throw new IllegalArgumentException("the statistics lack " + key);
        }
        return array.asDoubles();
    }

    /** The kinds that there are. */
    List<NormValues> kinds() {
        return List.copyOf(curves.keySet());
    }

    /** Norms in the order of their names. */
    List<String> norms() {
        TreeSet<String> all = new TreeSet<>();
        curves.values().forEach(byNorm -> all.addAll(byNorm.keySet()));
        return List.copyOf(all);
    }

    /** Recalibrated ones. */
    Optional<NormCurves> of(String norm) {
        return of(norm, NormValues.RECALIBRATED);
    }

    Optional<NormCurves> of(String norm, NormValues kind) {
        return Optional.ofNullable(curves.getOrDefault(kind, Map.of()).get(norm));
    }
}
