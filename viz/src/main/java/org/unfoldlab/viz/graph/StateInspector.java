package org.unfoldlab.viz.graph;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.unfoldlab.model.graph.Activation;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.program.StateAt;

/** Every field of one state, and what it holds when. */
final class StateInspector extends VBox {
    private static final String RANGE = "A whole number from 1 to 65,536.";

    private static final int LARGEST = 65_536;

    private final Label title = new Label();
    private final Label relation = new Label();
    private final CommitField name;
    private final CommitField channels;
    private final CommitField height;
    private final CommitField width;
    private final ChoiceBox<Activation> activation = new ChoiceBox<>();
    private final Button readOut = new Button("Read out here");
    private final Label values = InspectorParts.figure();
    private final Label populated = InspectorParts.figure();
    private final Consumer<ProposedEdit> propose;
    private final Consumer<Selection> choose;
    private DrawnNetwork network;
    private String state = "";
    private boolean showing;

    StateInspector(DrawnNetwork shown, Consumer<ProposedEdit> propose, Consumer<Selection> choose) {
        super(12);
        network = shown;
        this.propose = propose;
        this.choose = choose;
        title.getStyleClass().add("inspector-title");
        relation.getStyleClass().addAll("muted", "label-text");
        relation.setWrapText(true);
        name = new CommitField("Name", text -> StateEdits.nameProblem(network.document(), text), this::rename)
                .hint("Letters, digits and _; each name once");
        channels = number("Channels", (s, n) -> s.withSize(n, s.height(), s.width()));
        height = number("Height, px", (s, n) -> s.withSize(s.channels(), n, s.width()));
        width = number("Width, px", (s, n) -> s.withSize(s.channels(), s.height(), n));
        activation.getItems().addAll(Activation.values());
        activation.setConverter(new ActivationWords());
        activation.getStyleClass().add("small");
        activation.setMaxWidth(Double.MAX_VALUE);
        activation.valueProperty().subscribe(this::setActivation);
        readOut.getStyleClass().add("small");
        readOut.setOnAction(event -> readOut());
        GridPane holds = InspectorParts.grid(false);
        InspectorParts.figureRow(holds, "Values per image", values);
        InspectorParts.figureRow(holds, "Populated at t", populated);
        getChildren()
                .addAll(
                        new VBox(4, title, relation),
                        fields(),
                        readOut,
                        InspectorParts.line(),
                        InspectorParts.section("Holds"),
                        holds);
    }

    private GridPane fields() {
        GridPane grid = InspectorParts.grid(true);
        InspectorParts.row(grid, "Name", name);
        InspectorParts.row(grid, "Channels", channels);
        InspectorParts.row(grid, "Height, px", height);
        InspectorParts.row(grid, "Width, px", width);
        InspectorParts.row(grid, "Activation", activation);
        return grid;
    }

    private CommitField number(String field, BiFunction<State, Integer, State> with) {
        CommitField made = new CommitField(field, StateInspector::wrongNumber, text -> {
            int number = Integer.parseInt(text);
            String edited = state;
            propose.accept(ProposedEdit.once(
                    "Set " + field.toLowerCase(Locale.ROOT).replace(", px", "") + " of " + edited,
                    document -> change(document, edited, s -> with.apply(s, number))));
        });
        return made.hint(RANGE);
    }

    private static NetworkDocument change(
            NetworkDocument document, String name, java.util.function.UnaryOperator<State> change) {
        return document.state(name)
                .map(found -> StateEdits.replace(document, change.apply(found)))
                .orElse(document);
    }

    private static Optional<String> wrongNumber(String text) {
        boolean fits = text.matches("\\d{1,6}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= LARGEST;
        return fits ? Optional.empty() : Optional.of(RANGE);
    }

    /**
     * Shows a state.
     *
     * @param at the chosen copy of it in time, if one is chosen
     */
    void show(DrawnNetwork shown, State now, Optional<StateAt> at) {
        showing = true;
        network = shown;
        state = now.name();
        title.setText(now.name() + at.map(copy -> " at t = " + copy.time()).orElse(""));
        relation.setText(relation(shown.document(), now));
        name.show(now.name());
        channels.show(Integer.toString(now.channels()));
        height.show(Integer.toString(now.height()));
        width.show(Integer.toString(now.width()));
        activation.setValue(now.activation());
        boolean isReadout = shown.document().readout().state().equals(now.name());
        readOut.setVisible(!isReadout);
        readOut.setManaged(!isReadout);
        values.setText(TransitionWords.count((long) now.channels() * now.height() * now.width()));
        populated.setText(populated(shown, now));
        showing = false;
    }

    private static String relation(NetworkDocument document, State now) {
        int row = document.states().indexOf(now);
        String words = row == 0 ? "Row 1 · receives the image" : "Row " + (row + 1);
        return document.readout().state().equals(now.name()) ? words + " · read out" : words;
    }

    private static String populated(DrawnNetwork network, State now) {
        return network.unrolling()
                .map(u -> TransitionFigures.times(java.util.stream.IntStream.range(0, u.readoutTime())
                        .filter(t -> u.reach().holds(now.name(), t))
                        .boxed()
                        .toList()))
                .orElse(InspectorParts.UNKNOWN);
    }

    private void rename(String newName) {
        String before = state;
        propose.accept(ProposedEdit.once(
                "Rename " + before + " to " + newName, document -> StateEdits.rename(document, before, newName)));
        choose.accept(Selection.of(new Item.OfState(newName)));
    }

    private void setActivation(@org.jspecify.annotations.Nullable Activation chosen) {
        String edited = state;
        if (!showing && chosen != null) {
            propose.accept(ProposedEdit.once(
                    "Set activation of " + edited,
                    document -> change(document, edited, s -> s.withActivation(chosen))));
        }
    }

    private void readOut() {
        String chosen = state;
        propose.accept(ProposedEdit.once("Read out " + chosen, document -> StateEdits.readOut(document, chosen)));
    }

    /** Activations by their names in files. */
    private static final class ActivationWords extends StringConverter<Activation> {
        @Override
        public String toString(Activation activation) {
            return activation == null ? "" : activation.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Activation fromString(String text) {
            return Activation.valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
