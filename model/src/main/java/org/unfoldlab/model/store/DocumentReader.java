package org.unfoldlab.model.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.graph.Activation;
import org.unfoldlab.model.graph.Combine;
import org.unfoldlab.model.graph.DataChoice;
import org.unfoldlab.model.graph.Extras;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.model.graph.Measure;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.Readout;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.graph.Stimulus;
import org.unfoldlab.model.graph.Timing;
import org.unfoldlab.model.graph.Training;
import org.unfoldlab.model.graph.Training.Augmentation;
import org.unfoldlab.model.graph.Training.Schedule;
import org.unfoldlab.model.graph.Transition;

/** Turns the fields of a network file into a document (SPEC §1). */
final class DocumentReader {
    private DocumentReader() {}

    /** @param fallbackTitle the title of a file that gives none */
    static NetworkDocument document(Fields fields, String fallbackTitle) {
        return new NetworkDocument(
                fields.whole("unfold"),
                fields.text("title", fallbackTitle),
                fields.text("description", ""),
                fields.text("source", ""),
                fields.part("stimulus", DocumentReader::stimulus),
                fields.text("preNet", "C"),
                fields.parts("states", DocumentReader::state),
                fields.parts("transitions", DocumentReader::transition),
                fields.choice("combine", Combine.class, Combine.MEAN),
                sharing(fields),
                fields.part("normalization", Normalization.DEFAULT, DocumentReader::normalization),
                fields.part("readout", DocumentReader::readout),
                fields.whole("classes", 10),
                fields.part("data", DataChoice.SHAPES, DocumentReader::data),
                fields.part("training", Training.PAPER, DocumentReader::training),
                fields.part("measure", Measure.DEFAULT, DocumentReader::measure),
                fields.part("layout", Layout.EMPTY, DocumentReader::layout),
                fields.rest());
    }

    private static Stimulus stimulus(Fields fields) {
        return new Stimulus(
                fields.whole("channels"),
                fields.whole("height"),
                fields.whole("width"),
                fields.choice("timing", Timing.class, Timing.ONSET),
                fields.rest());
    }

    private static State state(Fields fields) {
        return new State(
                fields.text("name"),
                fields.whole("channels"),
                fields.whole("height"),
                fields.whole("width"),
                fields.choice("activation", Activation.class, Activation.NONE),
                fields.rest());
    }

    private static Transition transition(Fields fields) {
        Optional<String> id = fields.optionalText("id");
        return new Transition(
                fields.text("from"),
                fields.text("to"),
                fields.text("function"),
                fields.choice("shortcut", Shortcut.class, Shortcut.NONE),
                fields.text("window", Transition.ALWAYS),
                id,
                fields.flag("muted"),
                fields.rest());
    }

    private static Sharing sharing(Fields fields) {
        String path = fields.pathOf("sharing");
        Json value = fields.take("sharing").orElse(null);
        if (value == null) {
            return new Sharing.OverTime();
        }
        if (value instanceof Json.Sequence groups) {
            return new Sharing.Groups(groups(fields, path, groups));
        }
        Object plain = value.plain();
        if ("none".equals(plain)) {
            return new Sharing.None();
        }
        if (!"over-time".equals(plain)) {
            fields.problem(path, "over-time, none or a list of groups [[\"ID@t\", …], …]", value);
        }
        return new Sharing.OverTime();
    }

    private static List<List<String>> groups(Fields fields, String path, Json.Sequence written) {
        List<List<String>> groups = new ArrayList<>();
        for (int g = 0; g < written.items().size(); g++) {
            String at = path + "[" + g + "]";
            if (written.items().get(g) instanceof Json.Sequence steps) {
                groups.add(steps.items().stream()
                        .map(step -> fields.asText(at, step))
                        .toList());
            } else {
                fields.problem(
                        at, "a list of steps [\"ID@t\", …]", written.items().get(g));
            }
        }
        return groups;
    }

    private static Normalization normalization(Fields fields) {
        Normalization usual = Normalization.DEFAULT;
        return new Normalization(
                fields.choice("statistics", Normalization.Statistics.class, usual.statistics()),
                fields.choice("affine", Normalization.Affine.class, usual.affine()),
                fields.number("epsilon", usual.epsilon()),
                fields.rest());
    }

    private static Readout readout(Fields fields) {
        return new Readout(fields.text("state"), fields.whole("time"), fields.rest());
    }

    private static DataChoice data(Fields fields) {
        return new DataChoice(
                fields.text("set", DataChoice.SHAPES.set()),
                fields.optionalText("path"),
                fields.optionalWhole("trainImages"),
                fields.optionalWhole("testImages"),
                fields.rest());
    }

    private static Training training(Fields fields) {
        Training paper = Training.PAPER;
        return new Training(
                fields.whole("epochs", paper.epochs()),
                fields.whole("batch", paper.batch()),
                fields.number("momentum", paper.momentum()),
                fields.number("weightDecay", paper.weightDecay()),
                schedule(fields),
                fields.choice("augmentation", Augmentation.class, paper.augmentation()),
                fields.bigWhole("seed", paper.seed()),
                fields.rest());
    }

    private static Schedule schedule(Fields fields) {
        String path = fields.pathOf("schedule");
        Json value = fields.take("schedule").orElse(null);
        if (value == null) {
            return Training.PAPER.schedule();
        }
        if (value instanceof Json.Sequence) {
            return new Schedule.Steps(fields.asParts(path, value, DocumentReader::piece));
        }
        Object plain = value.plain();
        if ("imagenet".equals(plain)) {
            return new Schedule.ImageNet();
        }
        if (!"paper".equals(plain)) {
            fields.problem(path, "paper, imagenet or a list [{\"until\": 40, \"learningRate\": 0.01}, …]", value);
        }
        return new Schedule.Paper();
    }

    private static Schedule.Piece piece(Fields fields) {
        return new Schedule.Piece(fields.whole("until"), fields.number("learningRate"), fields.rest());
    }

    private static Measure measure(Fields fields) {
        Measure usual = Measure.DEFAULT;
        return new Measure(
                fields.text("readoutTimes", usual.readoutTimes()),
                fields.choice("statistics", StatisticsPolicy.class, usual.statistics()),
                fields.choices("compareStatistics", StatisticsPolicy.class),
                fields.optionalWhole("recalibrationImages"),
                fields.optionalWhole("dynamicsImages"),
                fields.rest());
    }

    /** Every group of fields is the position of a state; anything else beside them is unknown and kept. */
    private static Layout layout(Fields fields) {
        Map<String, Layout.Position> positions = new LinkedHashMap<>();
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        for (String name : fields.untaken()) {
            Json value = fields.take(name).orElseThrow();
            if (value instanceof Json.Group) {
                fields.part(name, Optional.<Layout.Position>empty(), place -> Optional.of(position(place)))
                        .ifPresent(position -> positions.put(name, position));
            } else {
                others.put(name, value.plain());
            }
        }
        return new Layout(positions, new Extras(others));
    }

    private static Layout.Position position(Fields fields) {
        return new Layout.Position(fields.number("x"), fields.number("y"), fields.rest());
    }
}
