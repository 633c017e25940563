package org.unfoldlab.app.export;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.unfoldlab.app.runs.Phase;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.app.runs.RunWords;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Training;
import org.unfoldlab.model.graph.TransitionText;
import org.unfoldlab.model.result.Provenance;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent.EpochDone;
import org.unfoldlab.model.result.TrainingEvent.Started;

/** What a report says of one run, by the names of its rows. Unknown figures are dashes. */
record RunFacts(RunViewModel run) {
    private static final String UNKNOWN = RunWords.UNKNOWN;
    private static final int HASH = 16;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

    String name() {
        return "Run " + run.number()
                + run.label().name().map(given -> ", " + given).orElse("");
    }

    /** What was chosen: network and training. */
    Map<String, String> settings() {
        NetworkDocument network = run.network();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Network", network.title().isBlank() ? "Untitled" : network.title());
        rows.put("States", states(network));
        rows.put("Transitions", transitions(network));
        rows.put("Pre-net", network.preNet());
        rows.put("Stimulus", word(network.stimulus().timing()));
        rows.put("Trained at T", String.valueOf(run.trainedTime()));
        rows.put("Readout state", network.readout().state());
        rows.put("Combining", word(network.combine()));
        rows.put("Weights", sharing(network.sharing()));
        rows.put("Norm statistics", word(network.normalization().statistics()));
        rows.put("Norm affine", word(network.normalization().affine()));
        rows.put("Data", network.data().set());
        rows.putAll(training(network.training()));
        return rows;
    }

    private static Map<String, String> training(Training training) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Epochs planned", String.valueOf(training.epochs()));
        rows.put("Batch", training.batch() + " images");
        rows.put("Learning rate", schedule(training.schedule()));
        rows.put("Momentum", String.valueOf(training.momentum()));
        rows.put("Weight decay", number(training.weightDecay()));
        rows.put("Augmentation", word(training.augmentation()));
        rows.put("Seed", String.valueOf(training.seed()));
        return rows;
    }

    /** Without needless digits, e.g. {@code 1e-4}. */
    private static String number(double value) {
        return String.valueOf(value).replace(".0E", "e").replace('E', 'e');
    }

    private static String states(NetworkDocument network) {
        List<String> names = new ArrayList<>();
        for (State state : network.states()) {
            names.add(state.name() + " " + state.channels() + "×" + state.height() + "×" + state.width());
        }
        return String.join(", ", names);
    }

    private static String transitions(NetworkDocument network) {
        return network.transitions().stream()
                .map(transition ->
                        transition.id() + ": " + TransitionText.of(transition) + (transition.muted() ? " (muted)" : ""))
                .reduce((a, b) -> a + "; " + b)
                .orElse("none");
    }

    private static String sharing(Sharing sharing) {
        if (sharing instanceof Sharing.Groups listed) {
            return listed.groups().size() + " listed groups";
        }
        return sharing instanceof Sharing.None ? "own at every step" : "shared over time";
    }

    private static String schedule(Training.Schedule schedule) {
        if (schedule instanceof Training.Schedule.Steps own) {
            return own.pieces().stream()
                    .map(piece -> number(piece.learningRate()) + " to epoch " + piece.until())
                    .reduce((a, b) -> a + ", " + b)
                    .orElse(UNKNOWN);
        }
        return schedule instanceof Training.Schedule.Paper ? "paper: 0.01, 0.001, 0.0001" : "ImageNet: 0.1 to 0.0001";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What came out. */
    Map<String, String> results() {
        RunRecord record = run.record();
        Optional<EpochDone> last = record.epochs().isEmpty()
                ? Optional.empty()
                : Optional.of(record.epochs().get(record.epochs().size() - 1));
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("State", run.phase() == Phase.LOST ? "not ended" : run.phase().word());
        rows.put("Epochs done", String.valueOf(record.epochsDone()));
        rows.put(
                "Parameters",
                record.started().map(begun -> count(begun.parameters())).orElse(UNKNOWN));
        rows.put(
                "Layers deep",
                record.started().map(begun -> String.valueOf(begun.depth())).orElse(UNKNOWN));
        rows.put("Test error", RunWords.percent(last.map(EpochDone::testError).orElse(OptionalDouble.empty())));
        rows.put("Best test error", best(record));
        rows.put(
                "Train error",
                last.map(epoch -> RunWords.percent(OptionalDouble.of(epoch.trainError())))
                        .orElse(UNKNOWN));
        rows.put(
                "Seconds per epoch",
                last.map(epoch -> String.format(Locale.ROOT, "%.1f", epoch.seconds()))
                        .orElse(UNKNOWN));
        return rows;
    }

    private static String best(RunRecord record) {
        return record.best()
                .map(epoch -> RunWords.percent(epoch.testError()) + " in epoch " + epoch.epoch())
                .orElse(UNKNOWN);
    }

    /** How it came to be, so that it can be repeated. */
    Map<String, String> provenance() {
        Map<String, String> rows = new LinkedHashMap<>();
        Optional<Started> begun = run.record().started();
        Optional<Provenance> from = begun.map(Started::provenance);
        rows.put("Note", run.label().note().isBlank() ? UNKNOWN : run.label().note());
        rows.put("Folder", String.valueOf(run.folder().getFileName()));
        rows.put("Seed", from.map(p -> String.valueOf(p.seed())).orElse(UNKNOWN));
        rows.put("Engine", from.map(p -> p.engine() + ", " + p.precision()).orElse(UNKNOWN));
        rows.put(
                "Device",
                from.map(p -> p.device() + ", " + p.threads() + " threads").orElse(UNKNOWN));
        rows.put("Training images", begun.map(b -> count(b.trainImages())).orElse(UNKNOWN));
        rows.put("Test images", begun.map(b -> count(b.testImages())).orElse(UNKNOWN));
        rows.put("Data hash", from.map(p -> shortened(p.dataHash())).orElse(UNKNOWN));
        rows.put("Network hash", from.map(p -> shortened(p.specHash())).orElse(UNKNOWN));
        rows.put("Unfold", from.map(Provenance::version).orElse(UNKNOWN));
        rows.put("Java", from.map(Provenance::java).orElse(UNKNOWN));
        rows.put(
                "Begun",
                from.map(p -> WHEN.format(p.started().atOffset(ZoneOffset.UTC))).orElse(UNKNOWN));
        return rows;
    }

    private static String shortened(String hash) {
        return hash.length() > HASH ? hash.substring(0, HASH) : hash;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
