package org.unfoldlab.model.store;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.graph.Activation;
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
import org.unfoldlab.model.graph.Stimulus;
import org.unfoldlab.model.graph.Training;
import org.unfoldlab.model.graph.Training.Schedule;
import org.unfoldlab.model.graph.Transition;

/**
 * Turns a document into plain maps and lists under the names of SPEC §1, in its order, unknown fields last. What is
 * absent by default on most states and transitions is left out.
 */
final class DocumentWriter {
    /** Beyond this not every whole number is a double. */
    private static final double LARGEST_WHOLE = 0x1p53;

    private DocumentWriter() {}

    /** Everything that a file holds. */
    static Map<String, @Nullable Object> file(NetworkDocument document) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("unfold", document.format());
        fields.put("title", document.title());
        putUnless(fields, "description", document.description(), "");
        putUnless(fields, "source", document.source(), "");
        fields.putAll(experiment(document));
        if (!document.layout().equals(Layout.EMPTY)) {
            fields.put("layout", layout(document.layout()));
        }
        return with(document.extras(), fields);
    }

    /** What decides the figures of a run: all but words about the network and its place on the canvas. */
    static Map<String, @Nullable Object> experiment(NetworkDocument document) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("stimulus", stimulus(document.stimulus()));
        fields.put("preNet", document.preNet());
        fields.put(
                "states", document.states().stream().map(DocumentWriter::state).toList());
        fields.put(
                "transitions",
                document.transitions().stream().map(DocumentWriter::transition).toList());
        fields.put("combine", Spelling.of(document.combine()));
        fields.put("sharing", sharing(document.sharing()));
        fields.put("normalization", normalization(document.normalization()));
        fields.put("readout", readout(document.readout()));
        fields.put("classes", document.classes());
        fields.put("data", data(document.data()));
        fields.put("training", training(document.training()));
        fields.put("measure", measure(document.measure()));
        return fields;
    }

    private static Map<String, @Nullable Object> stimulus(Stimulus stimulus) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("channels", stimulus.channels());
        fields.put("height", stimulus.height());
        fields.put("width", stimulus.width());
        fields.put("timing", Spelling.of(stimulus.timing()));
        return with(stimulus.extras(), fields);
    }

    private static Map<String, @Nullable Object> state(State state) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", state.name());
        fields.put("channels", state.channels());
        fields.put("height", state.height());
        fields.put("width", state.width());
        putUnless(fields, "activation", Spelling.of(state.activation()), Spelling.of(Activation.NONE));
        return with(state.extras(), fields);
    }

    private static Map<String, @Nullable Object> transition(Transition transition) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        transition.ownId().ifPresent(id -> fields.put("id", id));
        fields.put("from", transition.from());
        fields.put("to", transition.to());
        fields.put("function", transition.function());
        putUnless(fields, "shortcut", Spelling.of(transition.shortcut()), Spelling.of(Shortcut.NONE));
        putUnless(fields, "window", transition.window(), Transition.ALWAYS);
        putUnless(fields, "muted", transition.muted(), false);
        return with(transition.extras(), fields);
    }

    private static Object sharing(Sharing sharing) {
        if (sharing instanceof Sharing.Groups groups) {
            return groups.groups();
        }
        return sharing instanceof Sharing.None ? "none" : "over-time";
    }

    private static Map<String, @Nullable Object> normalization(Normalization rules) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("statistics", Spelling.of(rules.statistics()));
        fields.put("affine", Spelling.of(rules.affine()));
        fields.put("epsilon", number(rules.epsilon()));
        return with(rules.extras(), fields);
    }

    private static Map<String, @Nullable Object> readout(Readout readout) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("state", readout.state());
        fields.put("time", readout.time());
        return with(readout.extras(), fields);
    }

    private static Map<String, @Nullable Object> data(DataChoice data) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("set", data.set());
        data.path().ifPresent(path -> fields.put("path", path));
        data.trainImages().ifPresent(count -> fields.put("trainImages", count));
        data.testImages().ifPresent(count -> fields.put("testImages", count));
        return with(data.extras(), fields);
    }

    private static Map<String, @Nullable Object> training(Training training) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("epochs", training.epochs());
        fields.put("batch", training.batch());
        fields.put("momentum", number(training.momentum()));
        fields.put("weightDecay", number(training.weightDecay()));
        fields.put("schedule", schedule(training.schedule()));
        fields.put("augmentation", Spelling.of(training.augmentation()));
        fields.put("seed", training.seed());
        return with(training.extras(), fields);
    }

    private static Object schedule(Schedule schedule) {
        if (schedule instanceof Schedule.Steps steps) {
            return steps.pieces().stream().map(DocumentWriter::piece).toList();
        }
        return schedule instanceof Schedule.ImageNet ? "imagenet" : "paper";
    }

    private static Map<String, @Nullable Object> piece(Schedule.Piece piece) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("until", piece.until());
        fields.put("learningRate", number(piece.learningRate()));
        return with(piece.extras(), fields);
    }

    private static Map<String, @Nullable Object> measure(Measure measure) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("readoutTimes", measure.readoutTimes());
        fields.put("statistics", Spelling.of(measure.statistics()));
        if (!measure.compare().isEmpty()) {
            fields.put(
                    "compareStatistics",
                    measure.compare().stream().map(Spelling::of).toList());
        }
        measure.recalibrationImages().ifPresent(count -> fields.put("recalibrationImages", count));
        measure.dynamicsImages().ifPresent(count -> fields.put("dynamicsImages", count));
        return with(measure.extras(), fields);
    }

    private static Map<String, @Nullable Object> layout(Layout layout) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        layout.positions().forEach((name, position) -> {
            Map<String, @Nullable Object> place = new LinkedHashMap<>();
            place.put("x", number(position.x()));
            place.put("y", number(position.y()));
            fields.put(name, with(position.extras(), place));
        });
        return with(layout.extras(), fields);
    }

    /** Shorter than Java's own spelling, equally exact: 64 for 64.0, 0.00001 for 1.0E-5. */
    private static Number number(double value) {
        boolean negativeZero = value == 0 && Double.doubleToRawLongBits(value) != 0;
        if (!Double.isFinite(value) || negativeZero) {
            return value;
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE;
        return whole ? (Number) (long) value : BigDecimal.valueOf(value).stripTrailingZeros();
    }

    private static <T> void putUnless(Map<String, @Nullable Object> fields, String name, T value, T usual) {
        if (!value.equals(usual)) {
            fields.put(name, value);
        }
    }

    private static Map<String, @Nullable Object> with(Extras extras, Map<String, @Nullable Object> fields) {
        extras.fields().forEach(fields::putIfAbsent);
        return fields;
    }
}
