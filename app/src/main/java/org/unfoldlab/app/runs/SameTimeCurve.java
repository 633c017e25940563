package org.unfoldlab.app.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.model.graph.Measure;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.ReadoutPoint;

/**
 * Train and test at the same t, one training a point (paper, Figure 4D and E): runs that differ in nothing but the
 * readout time, their seed aside.
 *
 * @param errors mean share of wrong answers over the runs of a time, by that time
 * @param runs their numbers
 */
record SameTimeCurve(Map<Integer, Double> errors, List<Integer> runs) {
    /** Families with at least two times among these runs. */
    static List<SameTimeCurve> of(List<RunViewModel> runs) {
        Map<NetworkDocument, List<RunViewModel>> families = new LinkedHashMap<>();
        for (RunViewModel run : runs) {
            families.computeIfAbsent(withoutTime(run.network()), key -> new ArrayList<>())
                    .add(run);
        }
        return families.values().stream()
                .map(SameTimeCurve::ofFamily)
                .filter(curve -> curve.errors().size() > 1)
                .toList();
    }

    private static SameTimeCurve ofFamily(List<RunViewModel> family) {
        Map<Integer, List<Double>> byTime = new TreeMap<>();
        List<Integer> numbers = new ArrayList<>();
        for (RunViewModel run : family) {
            OptionalDouble error = RunWords.at(run.record(), run.trainedTime())
                    .map(ReadoutPoint::error)
                    .orElse(OptionalDouble.empty());
            if (error.isPresent()) {
                byTime.computeIfAbsent(run.trainedTime(), time -> new ArrayList<>())
                        .add(error.getAsDouble());
                numbers.add(run.number());
            }
        }
        Map<Integer, Double> means = new TreeMap<>();
        byTime.forEach((time, errors) -> means.put(
                time, errors.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN)));
        return new SameTimeCurve(means, numbers.stream().sorted().toList());
    }

    private static NetworkDocument withoutTime(NetworkDocument network) {
        return network.edit()
                .title("")
                .description("")
                .source("")
                .layout(Layout.EMPTY)
                .measure(Measure.DEFAULT)
                .training(network.training().withSeed(0))
                .readout(network.readout().withTime(1))
                .build();
    }
}
