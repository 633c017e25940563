package org.unfoldlab.app.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.result.TrainingEvent.EpochDone;
import org.unfoldlab.model.store.DocumentFields;

/**
 * Runs side by side: of settings and network only what differs, beside what came of it.
 *
 * @param settings what differs
 * @param results errors, time, size
 * @param readouts test error at each readout time of the newest epoch
 */
public record Comparison(List<Row> settings, List<Row> results, List<Row> readouts) {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("readout.time", "Readout time T"),
            Map.entry("readout.state", "Readout state"),
            Map.entry("sharing", "Weights"),
            Map.entry("combine", "Combining"),
            Map.entry("preNet", "Pre-net"),
            Map.entry("classes", "Classes"),
            Map.entry("normalization.statistics", "Norm statistics"),
            Map.entry("normalization.affine", "Norm scale and shift"),
            Map.entry("normalization.epsilon", "Norm epsilon"),
            Map.entry("stimulus.timing", "Stimulus"),
            Map.entry("training.epochs", "Epochs planned"),
            Map.entry("training.batch", "Batch"),
            Map.entry("training.momentum", "Momentum"),
            Map.entry("training.weightDecay", "Weight decay"),
            Map.entry("training.schedule", "Learning rates"),
            Map.entry("training.augmentation", "Augmentation"),
            Map.entry("training.seed", "Seed"),
            Map.entry("data.set", "Images"),
            Map.entry("data.trainImages", "Training images"),
            Map.entry("data.testImages", "Test images"),
            Map.entry("measure.readoutTimes", "Measured at"),
            Map.entry("measure.statistics", "Measured with"),
            Map.entry("measure.recalibrationImages", "Recalibration images"),
            Map.entry("measure.compareStatistics", "Compared with"),
            Map.entry("measure.dynamicsImages", "Images for dynamics"));

    public Comparison {
        settings = List.copyOf(settings);
        results = List.copyOf(results);
        readouts = List.copyOf(readouts);
    }

    /**
     * One line of the table.
     *
     * @param name what it is
     * @param values one for each run, a dash where there is none
     * @param best which of them is the lowest error, if the line is about errors
     */
    public record Row(String name, List<String> values, OptionalInt best) {
        public Row {
            values = List.copyOf(values);
        }
    }

    /** Compares runs, in this order. */
    public static Comparison of(List<RunViewModel> runs) {
        List<RunRecord> records = runs.stream().map(RunViewModel::record).toList();
        return new Comparison(settings(runs), results(records), readouts(records));
    }

    private static List<Row> settings(List<RunViewModel> runs) {
        return DocumentFields.differences(
                        runs.stream().map(RunViewModel::network).toList())
                .stream()
                .map(difference -> new Row(
                        words(difference.path()),
                        difference.values().stream().map(Comparison::readable).toList(),
                        OptionalInt.empty()))
                .toList();
    }

    /** {@code transitions.V1-V2.function} is said as {@code V1-V2 function}. */
    static String words(String path) {
        String known = WORDS.get(path);
        if (known != null) {
            return known;
        }
        return path.replaceFirst("^(states|transitions)\\.", "").replace('.', ' ');
    }

    /** The value of a field; a dash where a network lacks it. */
    static String readable(Optional<String> value) {
        return value.map(Comparison::readable).orElse(RunWords.UNKNOWN);
    }

    /** A schedule as {@code 0.05 until 8, 0.01 until 11}, a list without brackets. */
    private static String readable(String value) {
        return value.replaceAll("\\{until=(\\d+), learningRate=([^,}]+)[^}]*\\}", "$2 until $1")
                .replaceAll("^\\[\\]$", "none")
                .replaceAll("^\\[(.*)\\]$", "$1");
    }

    private static List<Row> results(List<RunRecord> records) {
        List<Row> rows = new ArrayList<>();
        rows.add(errors("Test error, newest", records, RunWords::lastError));
        rows.add(errors(
                "Test error, best",
                records,
                record -> record.best().map(EpochDone::testError).orElse(OptionalDouble.empty())));
        rows.add(row("Best in epoch", records, record -> record.best().map(best -> String.valueOf(best.epoch()))));
        rows.add(errors("Training error, newest", records, Comparison::trainError));
        rows.add(row("Epochs done", records, record -> Optional.of(String.valueOf(record.epochsDone()))));
        rows.add(row("Time", records, Comparison::time));
        rows.add(row(
                "Parameters",
                records,
                record -> record.started().map(begun -> String.format(Locale.ROOT, "%,d", begun.parameters()))));
        rows.add(row(
                "Depth",
                records,
                record -> record.started().map(TrainingEvent.Started::depth).map(String::valueOf)));
        rows.add(row(
                "Computed on",
                records,
                record -> record.started()
                        .map(begun -> begun.provenance().engine() + ", "
                                + begun.provenance().device().split("[ ,(]", 2)[0])));
        return rows;
    }

    private static OptionalDouble trainError(RunRecord record) {
        List<EpochDone> epochs = record.epochs();
        return epochs.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(epochs.get(epochs.size() - 1).trainError());
    }

    private static Optional<String> time(RunRecord record) {
        double seconds =
                record.epochs().stream().mapToDouble(EpochDone::seconds).sum();
        return record.epochs().isEmpty()
                ? Optional.empty()
                : Optional.of(RunWords.duration(Duration.ofMillis(Math.round(1000 * seconds))));
    }

    private static List<Row> readouts(List<RunRecord> records) {
        TreeSet<Integer> times = new TreeSet<>();
        records.forEach(record -> record.latestCurve().map(ReadoutCurve::points).orElse(List.of()).stream()
                .filter(point -> point.error().isPresent())
                .forEach(point -> times.add(point.time())));
        return times.stream()
                .map(t -> errors(
                        "T = " + t,
                        records,
                        record ->
                                RunWords.at(record, t).map(ReadoutPoint::error).orElse(OptionalDouble.empty())))
                .toList();
    }

    private static Row row(String name, List<RunRecord> records, Function<RunRecord, Optional<String>> value) {
        return new Row(
                name,
                records.stream()
                        .map(record -> value.apply(record).orElse(RunWords.UNKNOWN))
                        .toList(),
                OptionalInt.empty());
    }

    private static Row errors(String name, List<RunRecord> records, Function<RunRecord, OptionalDouble> value) {
        List<OptionalDouble> shares = records.stream().map(value).toList();
        return new Row(name, shares.stream().map(RunWords::percent).toList(), lowest(shares));
    }

    /** The only lowest one; none where two are equal, or only one is known. */
    private static OptionalInt lowest(List<OptionalDouble> shares) {
        double least = shares.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .min()
                .orElse(Double.NaN);
        List<Integer> where = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i).isPresent() && shares.get(i).getAsDouble() == least) {
                where.add(i);
            }
        }
        long known = shares.stream().filter(OptionalDouble::isPresent).count();
        return where.size() == 1 && known > 1 ? OptionalInt.of(where.get(0)) : OptionalInt.empty();
    }

    /** The table as text, columns parted by tabs, for other programs. */
    public String asText(List<String> names) {
        StringBuilder text =
                new StringBuilder("\t").append(String.join("\t", names)).append('\n');
        for (List<Row> part : List.of(settings, results, readouts)) {
            for (Row row : part) {
                text.append(row.name())
                        .append('\t')
                        .append(String.join("\t", row.values()))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
