package org.unfoldlab.app.runs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.unfoldlab.model.store.DocumentFields;
import org.unfoldlab.model.sweep.Axis;

/**
 * What tells runs of one name from each other, in the words of a sweep's names, e.g. {@code T = 12, seed 2}: most
 * people train the network that they have drawn again and again with another setting, and give none of it a name.
 */
final class Distinctions {
    /** The fields (SPEC §1) whose values a sweep has words for. */
    private static final Map<String, Axis> AXES = Map.of(
            "readout.time", Axis.TIME,
            "sharing", Axis.SHARING,
            "normalization.statistics", Axis.STATISTICS,
            "training.epochs", Axis.EPOCHS,
            "training.batch", Axis.BATCH,
            "data.trainImages", Axis.TRAIN_IMAGES,
            "data.testImages", Axis.TEST_IMAGES,
            "training.seed", Axis.SEED);

    private final Map<RunViewModel, String> named;
    private final Map<RunViewModel, String> words;

    private Distinctions(Map<RunViewModel, String> named, Map<RunViewModel, String> words) {
        this.named = named;
        this.words = words;
    }

    /** Of no runs. */
    static Distinctions none() {
        return new Distinctions(Map.of(), Map.of());
    }

    /** The same ones if runs and their names are as before, else those of these runs: networks of runs do not change. */
    Distinctions renewed(List<RunViewModel> runs) {
        Map<RunViewModel, String> now = runs.stream()
                .collect(Collectors.toMap(run -> run, RunViewModel::name, (a, b) -> a, LinkedHashMap::new));
        return now.equals(named) ? this : new Distinctions(now, words(now));
    }

    /** What tells this run from those of the same name; empty where nothing does. */
    String of(RunViewModel run) {
        return words.getOrDefault(run, "");
    }

    private static Map<RunViewModel, String> words(Map<RunViewModel, String> named) {
        Map<RunViewModel, String> words = new HashMap<>();
        named.keySet().stream()
                .collect(Collectors.groupingBy(RunViewModel::name, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(alike -> tellApart(alike, words));
        return words;
    }

    private static void tellApart(List<RunViewModel> alike, Map<RunViewModel, String> words) {
        List<DocumentFields.Difference> differences = DocumentFields.differences(
                alike.stream().map(RunViewModel::network).toList());
        for (int i = 0; i < alike.size(); i++) {
            List<String> parts = new ArrayList<>();
            for (DocumentFields.Difference difference : differences) {
                parts.add(word(
                        difference.path(), alike.get(i), difference.values().get(i)));
            }
            words.put(alike.get(i), String.join(", ", parts));
        }
    }

    private static String word(String path, RunViewModel run, Optional<String> value) {
        return Optional.ofNullable(AXES.get(path))
                .flatMap(axis -> axis.valueOf(run.network()).map(axis::named))
                .orElseGet(() -> Comparison.words(path) + " " + Comparison.readable(value));
    }
}
