package org.unfoldlab.model.sweep;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.unfoldlab.model.graph.DataChoice;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Training;

/**
 * A setting that a sweep can vary. Values are written as text in one canonical way, so that equal values are equal
 * texts; {@link #canonical} turns what people write into it.
 */
@SuppressWarnings("ImmutableEnumChecker") // its functions hold nothing that changes
public enum Axis {
    /** Readout time T that is trained. */
    TIME(
            "time",
            "Readout time T",
            "a whole number from 1",
            Axis::positive,
            (document, value) -> document.edit()
                    .readout(document.readout().withTime(Integer.parseInt(value)))
                    .build()),
    /** Whose weights the steps use (SPEC §3). */
    SHARING(
            "sharing",
            "Weights",
            "over-time or none",
            text -> oneOf(text, "over-time", "none"),
            (document, value) -> document.edit()
                    .sharing(value.equals("none") ? new Sharing.None() : new Sharing.OverTime())
                    .build()),
    /** Whose batch-norm statistics a position uses (SPEC §4). */
    STATISTICS(
            "statistics",
            "Norm statistics",
            "per-time or shared",
            text -> oneOf(text, "per-time", "shared"),
            Axis::withStatistics),
    /** Multiplies the channels of every state and every channel count in functions. */
    WIDTH(
            "width",
            "Width",
            "a number above 0",
            Axis::aboveZero,
            (document, value) -> Widths.scaled(document, Double.parseDouble(value))),
    EPOCHS(
            "epochs",
            "Epochs",
            "a whole number from 1",
            Axis::positive,
            (document, value) -> training(document, document.training().withEpochs(Integer.parseInt(value)))),
    BATCH(
            "batch",
            "Batch",
            "a whole number from 1",
            Axis::positive,
            (document, value) -> training(document, document.training().withBatch(Integer.parseInt(value)))),
    /** One learning rate for all epochs. */
    RATE("rate", "Learning rate", "a number above 0", Axis::aboveZero, Axis::withRate),
    TRAIN_IMAGES(
            "trainImages",
            "Training images",
            "a whole number from 1",
            Axis::positive,
            (document, value) -> images(
                    document,
                    OptionalInt.of(Integer.parseInt(value)),
                    document.data().testImages())),
    TEST_IMAGES(
            "testImages",
            "Test images",
            "a whole number from 1",
            Axis::positive,
            (document, value) ->
                    images(document, document.data().trainImages(), OptionalInt.of(Integer.parseInt(value)))),
    /** Source of every random choice; mean and spread are taken over it. */
    SEED(
            "seed",
            "Seed",
            "a whole number",
            Axis::whole,
            (document, value) -> training(document, document.training().withSeed(Long.parseLong(value))));

    /** Room for every double above 0, written out. */
    private static final int LONGEST_NUMBER = 400;

    private final String key;
    private final String words;
    private final String wanted;
    private final Function<String, Optional<String>> reader;
    private final BiFunction<NetworkDocument, String, NetworkDocument> change;

    Axis(
            String key,
            String words,
            String wanted,
            Function<String, Optional<String>> reader,
            BiFunction<NetworkDocument, String, NetworkDocument> change) {
        this.key = key;
        this.words = words;
        this.wanted = wanted;
        this.reader = reader;
        this.change = change;
    }

    /** Its name in sweep files, e.g. {@code trainImages}. */
    public String key() {
        return key;
    }

    /** Its name for people, e.g. {@code Training images}. */
    public String words() {
        return words;
    }

    /** What its values must be, e.g. {@code a whole number from 1}. */
    public String wanted() {
        return wanted;
    }

    /** The axis of a name in a file. */
    public static Optional<Axis> of(String key) {
        return List.of(values()).stream().filter(axis -> axis.key.equals(key)).findFirst();
    }

    /** The one spelling of a value, e.g. {@code 0.5} for {@code 0.50}; empty when it is no value of this axis. */
    public Optional<String> canonical(String text) {
        return reader.apply(text.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * The document with that value.
     *
     * @param value canonical
     */
    NetworkDocument applied(NetworkDocument document, String value) {
        return change.apply(document, value);
    }

    /** The value that a document has, canonical; empty where it is none that this axis can express. */
    public Optional<String> valueOf(NetworkDocument document) {
        Training training = document.training();
        return switch (this) {
            case TIME -> Optional.of(String.valueOf(document.readout().time()));
            case SHARING ->
                document.sharing() instanceof Sharing.Groups
                        ? Optional.empty()
                        : Optional.of(document.sharing() instanceof Sharing.None ? "none" : "over-time");
            case STATISTICS ->
                Optional.of(
                        document.normalization().statistics() == Normalization.Statistics.SHARED
                                ? "shared"
                                : "per-time");
            case WIDTH -> Optional.of("1");
            case EPOCHS -> Optional.of(String.valueOf(training.epochs()));
            case BATCH -> Optional.of(String.valueOf(training.batch()));
            case RATE -> Optional.empty();
            case TRAIN_IMAGES -> text(document.data().trainImages());
            case TEST_IMAGES -> text(document.data().testImages());
            case SEED -> Optional.of(String.valueOf(training.seed()));
        };
    }

    /** A value in a run's name, e.g. {@code T = 5}, {@code own weights}, {@code seed 2}. */
    public String named(String value) {
        return switch (this) {
            case TIME -> "T = " + value;
            case SHARING -> value.equals("none") ? "own weights" : "shared weights";
            case STATISTICS -> value.equals("shared") ? "shared statistics" : "TSBN";
            case WIDTH -> "width ×" + value;
            case EPOCHS -> value + " epochs";
            case BATCH -> "batch " + value;
            case RATE -> "rate " + value;
            case TRAIN_IMAGES -> value + " images";
            case TEST_IMAGES -> value + " test images";
            case SEED -> "seed " + value;
        };
    }

    private static Optional<String> text(OptionalInt count) {
        return count.isPresent() ? Optional.of(String.valueOf(count.getAsInt())) : Optional.empty();
    }

    private static Optional<String> oneOf(String text, String... known) {
        return List.of(known).contains(text) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> whole(String text) {
        return number(text)
                .filter(value -> value.stripTrailingZeros().scale() <= 0)
                .filter(value -> value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
                .map(value -> value.toBigInteger().toString());
    }

    private static Optional<String> positive(String text) {
        return whole(text).filter(value -> {
            long number = Long.parseLong(value);
            return number >= 1 && number <= Integer.MAX_VALUE;
        });
    }

    private static Optional<String> aboveZero(String text) {
        return number(text)
                .filter(value -> value.signum() > 0)
                .filter(value -> value.doubleValue() > 0 && Double.isFinite(value.doubleValue()))
                .map(value -> value.stripTrailingZeros().toPlainString())
                .filter(plain -> plain.length() <= LONGEST_NUMBER);
    }

    private static Optional<BigDecimal> number(String text) {
        if (text.length() > LONGEST_NUMBER || !text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d{1,3})?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    private static NetworkDocument training(NetworkDocument document, Training training) {
        return document.edit().training(training).build();
    }

    private static NetworkDocument withRate(NetworkDocument document, String value) {
        return training(document, document.training().withRate(Double.parseDouble(value)));
    }

    private static NetworkDocument withStatistics(NetworkDocument document, String value) {
        Normalization old = document.normalization();
        Normalization.Statistics statistics =
                value.equals("shared") ? Normalization.Statistics.SHARED : Normalization.Statistics.PER_TIME;
        return document.edit()
                .normalization(new Normalization(statistics, old.affine(), old.epsilon(), old.extras()))
                .build();
    }

    private static NetworkDocument images(NetworkDocument document, OptionalInt train, OptionalInt test) {
        DataChoice old = document.data();
        return document.edit()
                .data(new DataChoice(old.set(), old.path(), train, test, old.extras()))
                .build();
    }
}
