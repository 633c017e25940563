package org.unfoldlab.app.runs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.store.Npz;
import org.unfoldlab.model.store.StoreException;

/**
 * The batch-norm statistics of one epoch, as a run folder holds them.
 *
 * @param curves by norm, in the order of the file
 */
record NormStatistics(Map<String, NormCurves> curves) {
    static final NormStatistics NONE = new NormStatistics(Map.of());

    private static final String MEAN = "mean/";
    private static final String VARIANCE = "var/";

    /** Reads the arrays {@code mean/NORM@t} and {@code var/NORM@t}. */
    static NormStatistics read(Path file) throws StoreException {
        return of(Npz.read(file));
    }

    static NormStatistics of(Map<String, HostArray> arrays) {
        Map<String, TreeMap<Integer, String>> positions = new LinkedHashMap<>();
        for (String key : arrays.keySet()) {
            int at = key.lastIndexOf('@');
            if (key.startsWith(MEAN) && at > 0 && arrays.containsKey(VARIANCE + key.substring(MEAN.length()))) {
                positions
                        .computeIfAbsent(key.substring(MEAN.length(), at), norm -> new TreeMap<>())
                        .put(Integer.valueOf(key.substring(at + 1)), key.substring(MEAN.length()));
            }
        }
        Map<String, NormCurves> curves = new TreeMap<>();
        positions.forEach((norm, byTime) -> curves.put(norm, curves(norm, byTime, arrays)));
        return new NormStatistics(curves);
    }

    private static NormCurves curves(String norm, TreeMap<Integer, String> byTime, Map<String, HostArray> arrays) {
        int[] times = byTime.keySet().stream().mapToInt(Integer::intValue).toArray();
        List<String> keys = List.copyOf(byTime.values());
        int channels = array(arrays, MEAN + keys.get(0)).length;
        double[][] means = new double[channels][times.length];
        double[][] deviations = new double[channels][times.length];
        for (int i = 0; i < times.length; i++) {
            double[] mean = array(arrays, MEAN + keys.get(i));
            double[] variance = array(arrays, VARIANCE + keys.get(i));
            for (int c = 0; c < channels; c++) {
                means[c][i] = mean[c];
                deviations[c][i] = Math.sqrt(variance[c]);
            }
        }
        return new NormCurves(norm, times, means, deviations);
    }

    private static double[] array(Map<String, HostArray> arrays, String key) {
        HostArray array = arrays.get(key);
        if (array == null) {
            throw new IllegalArgumentException("the statistics lack " + key);
        }
        return array.asDoubles();
    }

    /** Norms in the order of their names. */
    List<String> norms() {
        return List.copyOf(curves.keySet());
    }

    Optional<NormCurves> of(String norm) {
        return Optional.ofNullable(curves.get(norm));
    }
}
