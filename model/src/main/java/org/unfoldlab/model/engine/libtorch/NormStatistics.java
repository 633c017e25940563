package org.unfoldlab.model.engine.libtorch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.engine.RunningStatistics;
import org.unfoldlab.model.engine.plan.Schedule;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.result.HostArray;

/*
 * Everything that a step has to tell lies in one small stretch of device memory, so that it crosses over in one copy:
 * what the loss reports, then two arrays of [channels] for each batch norm, channels that fill vectors included. Training: the batch's mean and
 * variance, or 1 / sqrt(variance + epsilon) where LibTorch computes the norm. Evaluation: scale and shift.
 */
/** Batch statistics on the device; running averages, in float64, beside it. */
final class NormStatistics implements AutoCloseable {
    /** Loss, right answers, largest gradient. */
    static final int REPORT = 3;

    private final Program program;
    private final Schedule schedule;
    private final Space space;
    private final Tensor stretch;
    private final IntPredicate keepsVariance;
    private final RunningStatistics running = new RunningStatistics();
    private double[] crossed = {};

    /** @param keepsVariance whether norms of so many channels give their variance */
    NormStatistics(Program program, Schedule schedule, Space space, Slots slots, IntPredicate keepsVariance) {
        this.keepsVariance = keepsVariance;
        this.program = program;
        this.schedule = schedule;
        this.space = space;
        long channels =
                schedule.norms().stream().mapToLong(NormStatistics::filled).sum();
        stretch = space.zeros(REPORT + 2 * channels);
        long offset = REPORT;
        for (Schedule.Norm norm : schedule.norms()) {
            int size = filled(norm);
            slots.fix(norm.first(), stretch.narrow(0, offset, size));
            slots.fix(norm.second(), stretch.narrow(0, offset + size, size));
            offset += 2L * size;
        }
    }

    private static int filled(Schedule.Norm norm) {
        return Lanes.filled(norm.first().size());
    }

    /** Where the loss writes its report. */
    Tensor report() {
        return stretch.narrow(0, 0, REPORT);
    }

    /** Brings the report and the batch's statistics over. */
    void cross() {
        crossed = space.doubles(stretch);
    }

    /** One figure of the report that crossed last. */
    double reported(int index) {
        return crossed[index];
    }

    /** Sets averages; missing keys become mean 0, variance 1. */
    void set(Map<String, ChannelStatistics> values) {
        Map<String, ChannelStatistics> all = new LinkedHashMap<>();
        for (Schedule.Norm norm : schedule.norms()) {
            int channels = norm.first().size();
            for (NormPosition position : norm.operation().positions()) {
                String key = program.statisticsKey(position);
                ChannelStatistics given = values.get(key);
                all.put(key, given == null ? RunningStatistics.initial(channels) : checked(key, given, channels));
            }
        }
        running.set(all);
    }

    /** Sets the statistics to evaluate with; all are needed. */
    void require(Map<String, ChannelStatistics> values) {
        for (Schedule.Norm norm : schedule.norms()) {
            for (NormPosition position : norm.operation().positions()) {
                if (!values.containsKey(program.statisticsKey(position))) {
                    throw new IllegalArgumentException(
                            "the statistics " + program.statisticsKey(position) + " are missing");
                }
            }
        }
        set(values);
    }

    private static ChannelStatistics checked(String key, ChannelStatistics given, int channels) {
        if (given.mean().length != channels || given.variance().length != channels) {
            throw new IllegalArgumentException(
                    "the statistics " + key + " are for " + given.mean().length + " channels, not " + channels);
        }
        return new ChannelStatistics(given.mean().clone(), given.variance().clone());
    }

    Map<String, ChannelStatistics> all() {
        return running.all();
    }

    /** Moves the averages towards the statistics that crossed last. */
    void track() {
        running.average(program, crossedStatistics());
    }

    /** The last run's statistics, at every position. */
    Map<NormPosition, ChannelStatistics> ofBatch() {
        cross();
        return crossedStatistics();
    }

    private Map<NormPosition, ChannelStatistics> crossedStatistics() {
        double epsilon = program.normalization().epsilon();
        Map<NormPosition, ChannelStatistics> statistics = new LinkedHashMap<>();
        int offset = REPORT;
        for (Schedule.Norm norm : schedule.norms()) {
            int channels = norm.first().size();
            boolean isVariance = keepsVariance.test(channels);
            double[] mean = new double[channels];
            double[] variance = new double[channels];
            for (int c = 0; c < channels; c++) {
                double second = crossed[offset + filled(norm) + c];
                mean[c] = crossed[offset + c];
                variance[c] = isVariance ? second : Math.max(0, 1 / (second * second) - epsilon);
            }
            offset += 2 * filled(norm);
            ChannelStatistics own = new ChannelStatistics(mean, variance);
            norm.operation().positions().forEach(position -> statistics.put(position, own));
        }
        return statistics;
    }

    /** Writes scale and shift of every norm: γ (x − mean) / √(variance + ε) + β = scale·x + shift. */
    void apply(Learned learned) {
        double[] values = new double[Math.toIntExact(stretch.numel())];
        int offset = REPORT;
        for (Schedule.Norm norm : schedule.norms()) {
            int channels = norm.first().size();
            ChannelStatistics statistics =
                    running.at(program.statisticsKey(norm.operation().position()));
            Optional<Operation.Affine> affine = norm.operation().affine();
            double[] gamma = affine.map(a -> of(learned, a.gamma()))
                    .orElse(RunningStatistics.initial(channels).variance());
            double[] beta = affine.map(a -> of(learned, a.beta())).orElse(new double[channels]);
            for (int c = 0; c < channels; c++) {
                double scale = gamma[c]
                        / Math.sqrt(statistics.variance()[c]
                                + program.normalization().epsilon());
                values[offset + c] = scale;
                values[offset + filled(norm) + c] = beta[c] - statistics.mean()[c] * scale;
            }
            offset += 2 * filled(norm);
        }
        space.write(HostArray.ofDoubles(new int[] {values.length}, values), stretch, values.length);
    }

    private double[] of(Learned learned, String key) {
        try (PointerScope scope = new PointerScope()) {
            return space.doubles(learned.view(Learned.Kind.VALUE, key));
        }
    }

    long bytes() {
        return stretch.nbytes();
    }

    @Override
    public void close() {
        stretch.close();
    }
}
