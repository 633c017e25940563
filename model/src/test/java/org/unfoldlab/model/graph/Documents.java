package org.unfoldlab.model.graph;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random documents for properties: every field takes every kind of value, unknown fields included. Most are no valid
 * networks; they are what a user in the middle of drawing, or a hand-written file, may hold.
 */
public final class Documents {
    private Documents() {}

    /** Any document that a file can hold. */
    public static Arbitrary<NetworkDocument> any() {
        Arbitrary<NetworkDocument> network = Combinators.combine(
                        stimuli(),
                        pipelines(),
                        states().list().ofMaxSize(5),
                        transitions().list().ofMaxSize(8),
                        Arbitraries.of(Combine.class),
                        sharings(),
                        normalizations(),
                        readouts())
                .as((stimulus, preNet, states, transitions, combine, sharing, normalization, readout) ->
                        new NetworkDocument(
                                NetworkDocument.CURRENT_FORMAT,
                                "",
                                "",
                                "",
                                stimulus,
                                preNet,
                                states,
                                transitions,
                                combine,
                                sharing,
                                normalization,
                                readout,
                                10,
                                DataChoice.SHAPES,
                                Training.PAPER,
                                Measure.DEFAULT,
                                Layout.EMPTY,
                                Extras.NONE));
        return Combinators.combine(
                        network,
                        texts().list().ofSize(3),
                        Arbitraries.integers(),
                        dataChoices(),
                        trainings(),
                        measures(),
                        layouts(),
                        extras())
                .as((document, words, classes, data, training, measure, layout, extras) -> document.edit()
                        .title(words.get(0))
                        .description(words.get(1))
                        .source(words.get(2))
                        .classes(classes)
                        .data(data)
                        .training(training)
                        .measure(measure)
                        .layout(layout)
                        .extras(extras)
                        .build());
    }

    /** State names, few of them, so that transitions often meet states. */
    public static Arbitrary<String> names() {
        return Arbitraries.of("V1", "V2", "V4", "IT", "h_1");
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of("", "2-state FRNN", "a \"quoted\" word", "ünïcödé – 視覚 👁", "two\nlines\t\\"),
                Arbitraries.strings().ascii().ofMaxLength(12));
    }

    private static Arbitrary<String> pipelines() {
        return Arbitraries.of("C", "CBRCBRC", "BRCx2", "BRDx3", "B R C1:16 B R C3/2:16 B R C1:64", "M/2", "?");
    }

    private static Arbitrary<String> windows() {
        return Arbitraries.of(Transition.ALWAYS, "1..T-3", "T-2", "2,4..6,T-1", "");
    }

    private static Arbitrary<Integer> sizes() {
        return Arbitraries.integers().between(-1, 512);
    }

    private static Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.of(0.0, 1e-5, 0.9, 1e-4, 64.0, Double.MIN_VALUE, Double.MAX_VALUE),
                Arbitraries.doubles().between(-1000, 1000).ofScale(6));
    }

    private static Arbitrary<OptionalInt> optionalCounts() {
        return Arbitraries.integers()
                .between(0, 60_000)
                .optional()
                .map(count -> count.map(OptionalInt::of).orElse(OptionalInt.empty()));
    }

    private static Arbitrary<Stimulus> stimuli() {
        return Combinators.combine(sizes(), sizes(), sizes(), Arbitraries.of(Timing.class), extras())
                .as(Stimulus::new);
    }

    private static Arbitrary<State> states() {
        return Combinators.combine(names(), sizes(), sizes(), sizes(), Arbitraries.of(Activation.class), extras())
                .as(State::new);
    }

    private static Arbitrary<Transition> transitions() {
        return Combinators.combine(
                        names(),
                        names(),
                        pipelines(),
                        Arbitraries.of(Shortcut.class),
                        windows(),
                        Arbitraries.of("again", "V1-V2", "").optional(),
                        Arbitraries.of(true, false),
                        extras())
                .as(Transition::new);
    }

    private static Arbitrary<Sharing> sharings() {
        Arbitrary<String> step = Combinators.combine(
                        names(), names(), Arbitraries.integers().between(0, 20))
                .as((from, to, time) -> from + "-" + to + "@" + time);
        Arbitrary<Sharing> groups = step.list()
                .ofMaxSize(4)
                .list()
                .ofMaxSize(3)
                .map(Sharing.Groups::new)
                .map(Sharing.class::cast);
        return Arbitraries.oneOf(List.of(Arbitraries.of(new Sharing.OverTime(), new Sharing.None()), groups));
    }

    private static Arbitrary<Normalization> normalizations() {
        return Combinators.combine(
                        Arbitraries.of(Normalization.Statistics.class),
                        Arbitraries.of(Normalization.Affine.class),
                        numbers(),
                        extras())
                .as(Normalization::new);
    }

    private static Arbitrary<Readout> readouts() {
        return Combinators.combine(names(), sizes(), extras()).as(Readout::new);
    }

    private static Arbitrary<DataChoice> dataChoices() {
        return Combinators.combine(
                        Arbitraries.of("shapes", "cifar-10"),
                        texts().optional(),
                        optionalCounts(),
                        optionalCounts(),
                        extras())
                .as(DataChoice::new);
    }

    private static Arbitrary<Training> trainings() {
        return Combinators.combine(
                        sizes(),
                        sizes(),
                        numbers(),
                        numbers(),
                        schedules(),
                        Arbitraries.of(Training.Augmentation.class),
                        Arbitraries.longs(),
                        extras())
                .as(Training::new);
    }

    private static Arbitrary<Training.Schedule> schedules() {
        Arbitrary<Training.Schedule.Piece> piece =
                Combinators.combine(sizes(), numbers(), extras()).as(Training.Schedule.Piece::new);
        Arbitrary<Training.Schedule> steps =
                piece.list().ofMaxSize(4).map(Training.Schedule.Steps::new).map(Training.Schedule.class::cast);
        return Arbitraries.oneOf(
                List.of(Arbitraries.of(new Training.Schedule.Paper(), new Training.Schedule.ImageNet()), steps));
    }

    private static Arbitrary<Measure> measures() {
        return Combinators.combine(windows(), Arbitraries.of(StatisticsPolicy.class), optionalCounts(), extras())
                .as(Measure::new);
    }

    private static Arbitrary<Layout> layouts() {
        Arbitrary<Layout.Position> position =
                Combinators.combine(numbers(), numbers(), extras()).as(Layout.Position::new);
        // What a layout holds beside positions is never a group of fields: that would be a position.
        Arbitrary<Map<String, Object>> others =
                Arbitraries.maps(Arbitraries.of("x_grid", "x_zoom"), scalars()).ofMaxSize(2);
        return Combinators.combine(Arbitraries.maps(names(), position).ofMaxSize(4), others)
                .as((positions, rest) -> new Layout(positions, new Extras(rest)));
    }

    /** Fields that no version knows yet, some of them nested. */
    public static Arbitrary<Extras> extras() {
        Arbitrary<String> unknown = Arbitraries.of("x_note", "x_colour", "x_ünknown", "x_tags");
        Arbitrary<Map<String, Object>> some =
                Arbitraries.maps(unknown, values()).ofMaxSize(3);
        Arbitrary<Map<String, Object>> fields =
                Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(Map.of())), Tuple.of(1, some));
        return fields.map(Extras::new);
    }

    private static Arbitrary<Object> values() {
        return Arbitraries.oneOf(List.of(
                scalars(),
                scalars().list().ofMaxSize(3).map(Object.class::cast),
                Arbitraries.maps(Arbitraries.of("a", "b", "x"), scalars()).map(Object.class::cast)));
    }

    private static Arbitrary<Object> scalars() {
        return Arbitraries.oneOf(List.of(
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.longs().greaterOrEqual(1L << 40).map(Object.class::cast),
                numbers().map(Object.class::cast),
                texts().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast)));
    }
}
