package org.unfoldlab.app.runs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.TrainingEvent.EpochDone;
import org.unfoldlab.model.sweep.Spread;
import org.unfoldlab.viz.plot.Band;
import org.unfoldlab.viz.plot.PlotModel;
import org.unfoldlab.viz.plot.Series;
import org.unfoldlab.viz.plot.SeriesStyle;
import org.unfoldlab.viz.theme.Token;

/**
 * Runs that differ by nothing but their seed, drawn as one line, their mean, with a band from the lowest to the highest
 * of them. A place that not all of them have measured is not drawn: a mean of fewer would jump.
 */
final class SeedMeans {
    private final List<Group> groups;
    private final List<RunViewModel> others;

    private SeedMeans(List<Group> groups, List<RunViewModel> others) {
        this.groups = groups;
        this.others = others;
    }

    /** Repetitions of one experiment. */
    record Group(List<RunViewModel> runs) {
        /** What tells it from other groups: the common part of its runs' names. */
        String condition() {
            String common = runs.get(0).name().replaceAll("(, )?seed -?\\d+$", "");
            return common.isEmpty() ? runs.get(0).network().title() : common;
        }

        String name(String what) {
            return condition() + (what.isEmpty() ? "" : ", " + what) + ", mean of " + runs.size();
        }

        int colour() {
            return runs.get(runs.size() - 1).colour();
        }
    }

    /**
     * Tells ticked runs whether they are drawn by the mean of their repetitions.
     *
     * @param averaging false when every run is drawn by itself
     */
    static void mark(List<RunViewModel> runs, boolean averaging) {
        runs.forEach(run -> run.setAveraged(false));
        if (averaging) {
            List<RunViewModel> ticked =
                    runs.stream().filter(run -> run.shownProperty().get()).toList();
            repetitions(ticked).forEach(group -> group.runs().forEach(run -> run.setAveraged(true)));
        }
    }

    /**
     * Finished runs that repeat one experiment with several seeds; one that still learns would pull the mean along.
     * Of runs with the same seed only the first counts: they are the same run twice.
     */
    static List<Group> repetitions(List<RunViewModel> runs) {
        Map<NetworkDocument, Map<Long, RunViewModel>> conditions = new LinkedHashMap<>();
        runs.stream()
                .filter(run -> run.phase() == Phase.FINISHED)
                .forEach(run -> conditions
                        .computeIfAbsent(run.condition(), condition -> new LinkedHashMap<>())
                        .putIfAbsent(run.network().training().seed(), run));
        return conditions.values().stream()
                .filter(group -> group.size() > 1)
                .map(bySeed -> new Group(List.copyOf(bySeed.values())))
                .toList();
    }

    /**
     * Sorts runs into groups and others.
     *
     * @param runs those that are drawn; the averaged ones among them form groups
     */
    static SeedMeans of(List<RunViewModel> runs) {
        List<Group> groups =
                repetitions(runs.stream().filter(RunViewModel::isAveraged).toList());
        List<RunViewModel> grouped =
                groups.stream().flatMap(group -> group.runs().stream()).toList();
        return new SeedMeans(
                groups, runs.stream().filter(run -> !grouped.contains(run)).toList());
    }

    /** Runs that are drawn by themselves. */
    List<RunViewModel> others() {
        return others;
    }

    List<Group> groups() {
        return groups;
    }

    /** Adds the mean of a figure by epoch. */
    void addByEpoch(PlotModel.Builder plot, String what, Function<EpochDone, Double> value) {
        for (Group group : groups) {
            add(
                    plot,
                    group,
                    what,
                    group.runs().stream().map(run -> byEpoch(run, value)).toList());
        }
    }

    /** Adds the mean of a figure by readout time, of the newest epoch's first curve. */
    void addByTime(PlotModel.Builder plot, Function<ReadoutPoint, Double> value) {
        for (Group group : groups) {
            add(
                    plot,
                    group,
                    "",
                    group.runs().stream().map(run -> byTime(run, value)).toList());
        }
    }

    private static Map<Integer, Double> byEpoch(RunViewModel run, Function<EpochDone, Double> value) {
        return finite(run.record().epochs().stream()
                .collect(Collectors.toMap(EpochDone::epoch, value, (a, b) -> b, TreeMap::new)));
    }

    private static Map<Integer, Double> byTime(RunViewModel run, Function<ReadoutPoint, Double> value) {
        Optional<ReadoutCurve> curve = run.record().latestCurve();
        return finite(curve.map(ReadoutCurve::points).orElse(List.of()).stream()
                .collect(Collectors.toMap(ReadoutPoint::time, value, (a, b) -> b, TreeMap::new)));
    }

    private static Map<Integer, Double> finite(Map<Integer, Double> values) {
        values.values().removeIf(value -> !Double.isFinite(value));
        return values;
    }

    private static void add(PlotModel.Builder plot, Group group, String what, List<Map<Integer, Double>> all) {
        Map<Integer, Spread> spreads = spreads(all);
        if (spreads.isEmpty()) {
            return;
        }
        double[] xs = spreads.keySet().stream().mapToDouble(x -> x).toArray();
        double[] means = spreads.values().stream().mapToDouble(Spread::mean).toArray();
        double[] lows = spreads.values().stream().mapToDouble(Spread::lowest).toArray();
        double[] highs = spreads.values().stream().mapToDouble(Spread::highest).toArray();
        String name = group.name(what);
        SeriesStyle style =
                what.equals("train") ? SeriesStyle.train(group.colour()) : SeriesStyle.run(group.colour(), true);
        plot.add(new Band(
                name + ", lowest to highest of " + group.runs().size() + " seeds",
                Token.run(group.colour()),
                xs,
                lows,
                highs));
        Series line = new Series(name, what.isEmpty() ? style.withPoints() : style, xs, means);
        plot.add(line);
    }

    /** Mean and spread at each place that all have. */
    private static Map<Integer, Spread> spreads(List<Map<Integer, Double>> all) {
        Map<Integer, Spread> spreads = new TreeMap<>();
        for (int x : all.get(0).keySet()) {
            if (all.stream().allMatch(values -> values.containsKey(x))) {
                spreads.put(
                        x,
                        Spread.of(all.stream()
                                .mapToDouble(values -> values.getOrDefault(x, Double.NaN))
                                .toArray()));
            }
        }
        return spreads;
    }

    /** The spread of a group's last test errors, 0 … 1, for tables; absent while one is missing. */
    static Optional<Spread> lastErrors(Group group) {
        List<OptionalDouble> errors = group.runs().stream()
                .map(run -> run.record().epochs())
                .map(epochs -> epochs.isEmpty()
                        ? OptionalDouble.empty()
                        : epochs.get(epochs.size() - 1).testError())
                .toList();
        return errors.stream().allMatch(OptionalDouble::isPresent)
                ? Optional.of(Spread.of(
                        errors.stream().mapToDouble(OptionalDouble::getAsDouble).toArray()))
                : Optional.empty();
    }
}
