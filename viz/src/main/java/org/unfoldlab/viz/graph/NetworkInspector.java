package org.unfoldlab.viz.graph;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.unfoldlab.model.graph.Combine;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.NetworkDocumentBuilder;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.SharingEdits;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.graph.Stimulus;
import org.unfoldlab.model.graph.Timing;

/** Every field of the network that belongs to no state and no transition (SPEC §1). */
public final class NetworkInspector extends VBox {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})\\s*[x×]\\s*(\\d{1,5})\\s*[x×]\\s*(\\d{1,5})");
    private static final String LISTED = "painted";
    private static final int LONGEST = 1000;

    private final Consumer<ProposedEdit> propose;
    private final CommitField title;
    private final CommitField stimulus;
    private final ChoiceBox<String> timing;
    private final CommitField preNet;
    private final ChoiceBox<String> combine;
    private final ChoiceBox<String> sharing;
    private final ChoiceBox<String> statistics;
    private final ChoiceBox<String> affine;
    private final CommitField epsilon;
    private final ChoiceBox<String> readout;
    private final CommitField time;
    private final CommitField classes;
    private final BecomesGrid becomes = new BecomesGrid("Multiply-adds");
    private boolean showing;

    /** @param propose receives each edit that the user asks for */
    public NetworkInspector(Consumer<ProposedEdit> propose) {
        super(12);
        this.propose = propose;
        title = text("Title", wrong -> Optional.empty(), (document, value) -> document.title(value));
        stimulus = new CommitField("Stimulus", NetworkInspector::wrongSize, this::setStimulus)
                .hint("Channels × height × width in px, such as 3 × 32 × 32");
        timing = choice("stimulus timing", List.of("onset", "sustained"), this::withTiming);
        preNet = text(
                        "Pre-net",
                        value -> value.isBlank() ? Optional.of("A pipeline such as C or CBRCBRC.") : Optional.empty(),
                        (document, value) -> document.preNet(value))
                .hint("Layers from the image to the first state, such as C or CBRCBRC");
        combine = choice(
                "combining",
                words(Combine.values()),
                (d, value) -> d.edit().combine(Combine.valueOf(upper(value))).build());
        sharing = choice("sharing", List.of("over time", "none"), NetworkInspector::withSharing);
        statistics = choice(
                "batch norm statistics",
                words(Normalization.Statistics.values()),
                (d, value) -> withNorm(
                        d,
                        n -> new Normalization(
                                Normalization.Statistics.valueOf(upper(value)), n.affine(), n.epsilon(), n.extras())));
        affine = choice(
                "batch norm γ and β",
                words(Normalization.Affine.values()),
                (d, value) -> withNorm(
                        d,
                        n -> new Normalization(
                                n.statistics(), Normalization.Affine.valueOf(upper(value)), n.epsilon(), n.extras())));
        epsilon = new CommitField(
                        "Epsilon",
                        NetworkInspector::wrongEpsilon,
                        value -> edit(
                                "epsilon",
                                d -> withNorm(
                                        d,
                                        n -> new Normalization(
                                                n.statistics(), n.affine(), Double.parseDouble(value), n.extras()))))
                .hint("Added to variances: above 0 and below 1, such as 1e-5");
        readout = choice("readout state", List.of(), StateEdits::readOut);
        time = new CommitField(
                        "T",
                        value -> wrongNumber(value, 1, LONGEST),
                        value -> edit("readout time", d -> StateEdits.readOutAt(d, Integer.parseInt(value))))
                .hint("Steps from the image to the answer, from 1 to " + LONGEST);
        classes = text(
                        "Classes",
                        value -> wrongNumber(value, 2, 100_000),
                        (document, value) -> document.classes(Integer.parseInt(value)))
                .hint("A whole number from 2 to 100,000");
        getChildren()
                .addAll(
                        InspectorParts.section("Network"),
                        fields(),
                        InspectorParts.line(),
                        InspectorParts.section("The pre-net becomes"),
                        becomes.grid());
    }

    private GridPane fields() {
        GridPane grid = InspectorParts.grid(true);
        InspectorParts.row(grid, "Title", title);
        InspectorParts.row(grid, "Stimulus", stimulus);
        InspectorParts.row(grid, "Timing", timing);
        InspectorParts.row(grid, "Pre-net", preNet);
        InspectorParts.row(grid, "Combine", combine);
        InspectorParts.row(grid, "Weights", sharing);
        InspectorParts.row(grid, "Statistics", statistics);
        InspectorParts.row(grid, "γ and β", affine);
        InspectorParts.row(grid, "Epsilon", epsilon);
        InspectorParts.row(grid, "Read out", readout);
        InspectorParts.row(grid, "T, steps", time);
        InspectorParts.row(grid, "Classes", classes);
        return grid;
    }

    /** Shows the fields of a network, and what they become. */
    public void show(DrawnNetwork network) {
        NetworkDocument now = network.document();
        showing = true;
        becomes.show(TransitionFigures.ofPreNet(network));
        Stimulus seen = now.stimulus();
        title.show(now.title());
        stimulus.show(seen.channels() + " × " + seen.height() + " × " + seen.width());
        timing.setValue(word(seen.timing()));
        preNet.show(now.preNet());
        combine.setValue(word(now.combine()));
        sharing.setValue(
                now.sharing() instanceof Sharing.OverTime
                        ? "over time"
                        : now.sharing() instanceof Sharing.None ? "none" : LISTED);
        statistics.setValue(word(now.normalization().statistics()));
        affine.setValue(word(now.normalization().affine()));
        epsilon.show(small(now.normalization().epsilon()));
        readout.getItems().setAll(now.states().stream().map(State::name).toList());
        readout.setValue(now.readout().state());
        time.show(Integer.toString(now.readout().time()));
        classes.show(Integer.toString(now.classes()));
        showing = false;
    }

    /** {@code 1e-5}, as in files. */
    private static String small(double number) {
        return Double.toString(number).replace(".0E", "e").replace('E', 'e');
    }

    private void edit(String what, UnaryOperator<NetworkDocument> change) {
        if (!showing) {
            propose.accept(ProposedEdit.once("Set " + what, change));
        }
    }

    private CommitField text(
            String name,
            Function<String, Optional<String>> check,
            BiFunction<NetworkDocumentBuilder, String, NetworkDocumentBuilder> set) {
        return new CommitField(
                name,
                check,
                value -> edit(
                        name.toLowerCase(Locale.ROOT),
                        document -> set.apply(document.edit(), value).build()));
    }

    private ChoiceBox<String> choice(
            String name, List<String> values, BiFunction<NetworkDocument, String, NetworkDocument> set) {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.getItems().setAll(values);
        box.getStyleClass().add("small");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(name);
        box.valueProperty().subscribe(value -> {
            if (value != null && !showing) {
                edit(name, document -> set.apply(document, value));
            }
        });
        return box;
    }

    private static List<String> words(Enum<?>[] values) {
        return java.util.Arrays.stream(values).map(NetworkInspector::word).toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private static NetworkDocument withSharing(NetworkDocument document, String value) {
        return switch (value) {
            case "over time" -> SharingEdits.overTime(document);
            case "none" -> SharingEdits.none(document);
            default -> document;
        };
    }

    private static NetworkDocument withNorm(NetworkDocument document, UnaryOperator<Normalization> change) {
        return document.edit()
                .normalization(change.apply(document.normalization()))
                .build();
    }

    private NetworkDocument withTiming(NetworkDocument document, String value) {
        Stimulus now = document.stimulus();
        return document.edit()
                .stimulus(new Stimulus(
                        now.channels(), now.height(), now.width(), Timing.valueOf(upper(value)), now.extras()))
                .build();
    }

    private void setStimulus(String value) {
        Matcher size = SIZE.matcher(value);
        if (size.matches()) {
            edit(
                    "stimulus",
                    document -> document.edit()
                            .stimulus(new Stimulus(
                                    Integer.parseInt(size.group(1)),
                                    Integer.parseInt(size.group(2)),
                                    Integer.parseInt(size.group(3)),
                                    document.stimulus().timing(),
                                    document.stimulus().extras()))
                            .build());
        }
    }

    private static Optional<String> wrongSize(String value) {
        return SIZE.matcher(value).matches()
                ? Optional.empty()
                : Optional.of("Channels × height × width, such as 3 × 32 × 32.");
    }

    private static Optional<String> wrongNumber(String value, int least, int most) {
        boolean fits = value.matches("\\d{1,7}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
        return fits
                ? Optional.empty()
                : Optional.of("A whole number from " + least + " to " + TransitionWords.count(most) + ".");
    }

    private static Optional<String> wrongEpsilon(String value) {
        boolean number = value.matches("\\d*\\.?\\d+([eE]-?\\d{1,3})?");
        boolean fits = number && Double.parseDouble(value) > 0 && Double.parseDouble(value) < 1;
        return fits ? Optional.empty() : Optional.of("A small number above 0, such as 1e-5.");
    }
}
