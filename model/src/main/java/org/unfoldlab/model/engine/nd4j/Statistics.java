package org.unfoldlab.model.engine.nd4j;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.plan.Bound;
import org.unfoldlab.model.engine.plan.Numbers;
import org.unfoldlab.model.engine.plan.Schedule;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Program;

/** The batch's, running and given statistics of a plan's batch norms. */
final class Statistics {
    /** What a running average keeps of itself in one step (SPEC §4). */
    private static final double MOMENTUM = 0.9;

    private final Program program;
    private final Schedule schedule;
    private final Bound bound;
    private final LearnedTensors learned;
    private final List<Placed> byTime;
    private final Map<String, ChannelStatistics> held = new LinkedHashMap<>();

    /** One of the positions that a batch norm stands for. */
    private record Placed(NormPosition position, Schedule.Norm norm) {}

    Statistics(Program program, Schedule schedule, Bound bound, LearnedTensors learned, Mode mode) {
        this.program = program;
        this.schedule = schedule;
        this.bound = bound;
        this.learned = learned;
        byTime = schedule.norms().stream()
                .flatMap(norm -> norm.operation().positions().stream().map(position -> new Placed(position, norm)))
                .sorted(Comparator.comparingInt(placed -> placed.position().time()))
                .toList();
        if (mode == Mode.TRAIN) {
            set(Map.of());
        }
    }

    /** Sets running averages; missing keys become mean 0, variance 1. */
    void set(Map<String, ChannelStatistics> values) {
        held.clear();
        for (Schedule.Norm norm : schedule.norms()) {
            int channels = norm.first().size();
            for (NormPosition position : norm.operation().positions()) {
                String key = program.statisticsKey(position);
                ChannelStatistics given = values.get(key);
                held.put(key, given == null ? fresh(channels) : checked(key, given, channels));
            }
        }
    }

    /** Sets the statistics to evaluate with; all are needed. */
    void require(Map<String, ChannelStatistics> values) {
        for (Schedule.Norm norm : schedule.norms()) {
            for (NormPosition position : norm.operation().positions()) {
                String key = program.statisticsKey(position);
                if (!values.containsKey(key)) {
                    throw new IllegalArgumentException("the statistics " + key + " are missing");
                }
            }
        }
        set(values);
    }

    /** True when all positions that share a batch norm are given the same statistics; missing ones do not count. */
    boolean sharedAlike(Map<String, ChannelStatistics> values) {
        return schedule.norms().stream().allMatch(norm -> alike(norm.operation().positions(), values));
    }

    private boolean alike(List<NormPosition> positions, Map<String, ChannelStatistics> values) {
        ChannelStatistics first = values.get(program.statisticsKey(positions.get(0)));
        return first == null
                || positions.stream()
                        .map(position -> values.get(program.statisticsKey(position)))
                        .allMatch(other -> other == null
                                || (Arrays.equals(first.mean(), other.mean())
                                        && Arrays.equals(first.variance(), other.variance())));
    }

    private static ChannelStatistics fresh(int channels) {
        double[] ones = new double[channels];
        Arrays.fill(ones, 1);
        return new ChannelStatistics(new double[channels], ones);
    }

    private static ChannelStatistics checked(String key, ChannelStatistics given, int channels) {
        if (given.mean().length != channels || given.variance().length != channels) {
            throw new IllegalArgumentException(
                    "the statistics " + key + " are for " + given.mean().length + " channels, not " + channels);
        }
        return new ChannelStatistics(given.mean().clone(), given.variance().clone());
    }

    /** Copies of what is held, by key. */
    Map<String, ChannelStatistics> all() {
        Map<String, ChannelStatistics> copies = new HashMap<>();
        held.forEach((key, value) -> copies.put(key, checked(key, value, value.mean().length)));
        return copies;
    }

    /** Moves the running averages towards the last batch's statistics, t after t. */
    void track() {
        for (Placed placed : byTime) {
            ChannelStatistics running = of(placed.position());
            follow(running.mean(), bound.numbers(placed.norm().first()));
            follow(running.variance(), bound.numbers(placed.norm().second()));
        }
    }

    private ChannelStatistics of(NormPosition position) {
        ChannelStatistics statistics = held.get(program.statisticsKey(position));
        if (statistics == null) {
            throw new IllegalStateException("The statistics of " + position + " have not been set.");
        }
        return statistics;
    }

    private static void follow(double[] running, Numbers now) {
        for (int c = 0; c < running.length; c++) {
            running[c] = MOMENTUM * running[c] + (1 - MOMENTUM) * now.get(c);
        }
    }

    /** The last batch's statistics. */
    Map<NormPosition, ChannelStatistics> ofBatch() {
        Map<NormPosition, ChannelStatistics> statistics = new LinkedHashMap<>();
        for (Schedule.Norm norm : schedule.norms()) {
            ChannelStatistics own = new ChannelStatistics(
                    bound.numbers(norm.first()).read(norm.first().size()).asDoubles(),
                    bound.numbers(norm.second()).read(norm.second().size()).asDoubles());
            norm.operation().positions().forEach(position -> statistics.put(position, own));
        }
        return statistics;
    }

    /** Writes scale and shift of every norm: y = γ (x − mean) / √(variance + ε) + β = scale·x + shift. */
    void apply() {
        double epsilon = program.normalization().epsilon();
        for (Schedule.Norm norm : schedule.norms()) {
            ChannelStatistics statistics = of(norm.operation().position());
            @Nullable
            Numbers gamma =
                    norm.operation().affine().map(a -> learned(a.gamma())).orElse(null);
            @Nullable
            Numbers beta = norm.operation().affine().map(a -> learned(a.beta())).orElse(null);
            Numbers scales = bound.numbers(norm.first());
            Numbers shifts = bound.numbers(norm.second());
            for (int c = 0; c < scales.size(); c++) {
                double scale = (gamma == null ? 1 : gamma.get(c))
                        / Math.sqrt(statistics.variance()[c] + epsilon);
                scales.put(c, scale);
                shifts.put(c, (beta == null ? 0 : beta.get(c)) - statistics.mean()[c] * scale);
            }
        }
    }

    private Numbers learned(String key) {
        return learned.numbers(key, LearnedTensors.Kind.VALUE);
    }
}
