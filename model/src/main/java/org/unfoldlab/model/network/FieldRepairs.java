package org.unfoldlab.model.network;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.unfoldlab.model.graph.Measure;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.graph.Stimulus;
import org.unfoldlab.model.graph.Timing;
import org.unfoldlab.model.graph.Training;

/** The usual remedies for the fields of a network: the paper's value, or the nearest one that is possible. */
final class FieldRepairs {
    private static final int FARTHEST = 40;
    private static final int CLASSES = 10;

    private FieldRepairs() {}

    static Stream<Repair> of(NetworkDocument document, String field) {
        return switch (field) {
            case "readout.time" -> times(document.readout().time());
            case "readout.state" -> states(document);
            case "preNet" -> preNets(document);
            case "classes" ->
                one("Use " + CLASSES, now -> now.edit().classes(CLASSES).build());
            case "stimulus.timing" -> one("Use onset", FieldRepairs::onset);
            case "normalization.epsilon" -> one("Use 1e-5", FieldRepairs::epsilon);
            case "measure.readoutTimes", "measure.recalibrationImages" ->
                one("Measure 1..T", now -> now.edit().measure(Measure.DEFAULT).build());
            case "training.epochs" -> training("Use 60", t -> t.withEpochs(Training.PAPER.epochs()));
            case "training.batch" -> training("Use 64", t -> t.withBatch(Training.PAPER.batch()));
            case "training.schedule" -> training("Use the paper's", t -> t.withSchedule(Training.PAPER.schedule()));
            default -> Stream.of();
        };
    }

    private static Stream<Repair> one(String words, UnaryOperator<NetworkDocument> change) {
        return Stream.of(new Repair(words, change));
    }

    private static Stream<Repair> training(String words, UnaryOperator<Training> change) {
        return one(
                words, now -> now.edit().training(change.apply(now.training())).build());
    }

    /** Later times first: less of what is drawn is lost. */
    private static Stream<Repair> times(int now) {
        int start = Math.max(1, Math.min(FieldRules.LONGEST_TIME, now));
        return IntStream.concat(
                        IntStream.rangeClosed(start, Math.min(FieldRules.LONGEST_TIME, start + FARTHEST)),
                        IntStream.iterate(start - 1, t -> t >= 1, t -> t - 1).limit(FARTHEST))
                .mapToObj(time -> new Repair("Set T = " + time, document -> StateEdits.readOutAt(document, time)));
    }

    private static Stream<Repair> states(NetworkDocument document) {
        int count = document.states().size();
        return IntStream.range(0, count)
                .mapToObj(i -> document.states().get(count - 1 - i).name())
                .map(name -> new Repair("Read out " + name, now -> StateEdits.readOut(now, name)));
    }

    /** Another pre-net, then a first state of the size at which the pre-net ends. */
    private static Stream<Repair> preNets(NetworkDocument document) {
        Stream<Repair> pipelines = Stream.of("C", "C/2", "C/2 B R C/2", "C/2 B R C/2 B R C/2")
                .map(text ->
                        new Repair("Use " + text, now -> now.edit().preNet(text).build()));
        Repair size = new Repair("Fit the first state", FieldRepairs::fitFirst);
        return document.states().isEmpty() ? Stream.of() : Stream.concat(pipelines, Stream.of(size));
    }

    private static NetworkDocument fitFirst(NetworkDocument document) {
        State first = document.states().get(0);
        Stimulus stimulus = document.stimulus();
        return StateEdits.replace(document, first.withSize(first.channels(), stimulus.height(), stimulus.width()));
    }

    private static NetworkDocument onset(NetworkDocument document) {
        Stimulus now = document.stimulus();
        return document.edit()
                .stimulus(new Stimulus(now.channels(), now.height(), now.width(), Timing.ONSET, now.extras()))
                .build();
    }

    private static NetworkDocument epsilon(NetworkDocument document) {
        Normalization now = document.normalization();
        return document.edit()
                .normalization(new Normalization(
                        now.statistics(), now.affine(), Normalization.DEFAULT.epsilon(), now.extras()))
                .build();
    }
}
