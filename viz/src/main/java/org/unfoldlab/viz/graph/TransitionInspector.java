package org.unfoldlab.viz.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.graph.TransitionEdits;
import org.unfoldlab.model.graph.TransitionText;
import org.unfoldlab.model.graph.TurnEdits;
import org.unfoldlab.model.graph.Window;
import org.unfoldlab.model.network.Direction;

/** Every field of one transition, and what it becomes. */
final class TransitionInspector extends VBox {
    private final BadgeView badge = new BadgeView(22);
    private final Label title = new Label();
    private final Label relation = new Label();
    private final CommitField function;
    private final ChoiceBox<Shortcut> shortcut = new ChoiceBox<>();
    private final CommitField window;
    private final CommitField ownId;
    private final WeightsChoice weights;
    private final CheckBox muted = new CheckBox("Muted, a lesion");
    private final BecomesGrid becomes = new BecomesGrid("Multiply-adds per step");
    private final Label used = InspectorParts.figure();
    private final Label ghosts = new Label();
    private final Consumer<ProposedEdit> propose;
    private final Consumer<Selection> choose;
    private DrawnNetwork drawn;
    private String id = "";
    private boolean showing;

    TransitionInspector(DrawnNetwork shown, Consumer<ProposedEdit> propose, Consumer<Selection> choose) {
        super(12);
        drawn = shown;
        this.propose = propose;
        this.choose = choose;
        title.getStyleClass().add("inspector-title");
        relation.getStyleClass().addAll("muted", "label-text");
        relation.setWrapText(true);
        function = new CommitField("Function", TransitionInspector::wrongFunction, this::setFunction)
                .hint("BRCx2, BRDx2, CBRx2, or layers such as B R C1:16 B R C3/2:16");
        window = new CommitField("Window", TransitionInspector::wrongWindow, this::setWindow)
                .hint("Steps t from 1 to T-1: ranges such as 1..T-1, 2..5 or T-2");
        ownId = new CommitField("Id", text -> TransitionEdits.idProblem(drawn.document(), id, text), this::giveId)
                .hint("Under it weights and statistics are kept; letters, digits, _ and -");
        weights = new WeightsChoice(propose);
        shortcut.getItems().addAll(Shortcut.values());
        shortcut.setConverter(new ShortcutWords());
        shortcut.getStyleClass().add("small");
        shortcut.setMaxWidth(Double.MAX_VALUE);
        shortcut.valueProperty().subscribe(this::setShortcut);
        muted.selectedProperty().subscribe(this::setMuted);
        InspectorParts.figureRow(becomes.grid(), "Used at t", used);
        ghosts.getStyleClass().addAll("label-text", "ghost-note");
        ghosts.setWrapText(true);
        ghosts.setMinHeight(Region.USE_PREF_SIZE);
        HBox head = new HBox(10, badge, title);
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        new VBox(4, head, relation),
                        fields(),
                        InspectorParts.line(),
                        InspectorParts.section("Becomes"),
                        becomes.grid(),
                        ghosts);
    }

    private GridPane fields() {
        GridPane grid = InspectorParts.grid(true);
        InspectorParts.row(grid, "Function", function);
        InspectorParts.row(grid, "Shortcut", shortcut);
        InspectorParts.row(grid, "Window", window);
        InspectorParts.row(grid, "Weights", weights);
        InspectorParts.row(grid, "Id", ownId);
        grid.add(muted, 1, grid.getRowCount());
        return grid;
    }

    /**
     * Shows a transition.
     *
     * @param step the chosen step of it, if one is chosen
     */
    void show(DrawnNetwork network, Transition transition, Optional<Step> step) {
        showing = true;
        drawn = network;
        id = transition.id();
        ownId.show(id);
        badge.show(step.flatMap(network.groups()::of)
                .or(() -> network.groups().ofTransition(id).stream().findFirst()));
        String at = step.map(one -> " at t = " + one.time()).orElse("");
        title.setText(transition.from() + " → " + transition.to() + at);
        int turns = TurnEdits.of(network.document(), transition.from(), transition.to())
                .size();
        String several = turns > 1 ? " · one of " + turns + " that take turns" : "";
        relation.setText(relation(network, transition) + several);
        function.show(transition.function());
        shortcut.setValue(transition.shortcut());
        window.show(transition.window());
        weights.show(network, transition, step);
        muted.setSelected(transition.muted());
        showFigures(TransitionFigures.of(network, id));
        showing = false;
    }

    private static String relation(DrawnNetwork network, Transition transition) {
        Direction direction = network.direction(transition);
        String words = TransitionWords.direction(direction);
        String name = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        Optional<State> from = network.document().state(transition.from());
        Optional<State> to = network.document().state(transition.to());
        if (from.isEmpty() || to.isEmpty()) {
            return name;
        }
        int source = from.get().height();
        int target = to.get().height();
        String way = source == target ? " to " : source > target ? " down to " : " up to ";
        return name + " · " + source + "²" + way + target + "²";
    }

    private void showFigures(Optional<TransitionFigures> figures) {
        becomes.show(figures);
        used.setText(figures.map(f -> TransitionFigures.times(f.runs())).orElse(InspectorParts.UNKNOWN));
        List<Integer> pruned = figures.map(TransitionFigures::pruned).orElse(List.of());
        String which = pruned.size() == 1 ? "Step " : "Steps ";
        ghosts.setText(which + TransitionFigures.times(pruned) + " cannot reach the readout and "
                + (pruned.size() == 1 ? "is" : "are") + " not computed.");
        ghosts.setVisible(!pruned.isEmpty());
        ghosts.setManaged(!pruned.isEmpty());
    }

    private static Optional<String> wrongFunction(String text) {
        return TransitionText.parse(text) instanceof TransitionText.Parsed.Unclear unclear
                ? Optional.of(unclear.why())
                : Optional.empty();
    }

    private static Optional<String> wrongWindow(String text) {
        return Window.parse(text).isPresent()
                ? Optional.empty()
                : Optional.of("Write ranges such as 1..T-1, 2..5 or T-2.");
    }

    private void setFunction(String text) {
        String edited = id;
        if (TransitionText.parse(text) instanceof TransitionText.Parsed.Understood read) {
            propose.accept(ProposedEdit.once(
                    "Set function of " + edited,
                    document -> TransitionEdits.setFunction(
                            document, edited, read.text().function())));
        }
    }

    private void setWindow(String text) {
        String edited = id;
        propose.accept(ProposedEdit.once(
                "Set window of " + edited, document -> TransitionEdits.setWindow(document, edited, text)));
    }

    private void giveId(String newId) {
        String before = id;
        propose.accept(
                ProposedEdit.once("Set id of " + before, document -> TransitionEdits.setId(document, before, newId)));
        choose.accept(Selection.of(new Item.OfTransition(newId)));
    }

    private void setShortcut(@org.jspecify.annotations.Nullable Shortcut chosen) {
        String edited = id;
        if (!showing && chosen != null) {
            propose.accept(ProposedEdit.once(
                    "Set shortcut of " + edited, document -> TransitionEdits.setShortcut(document, edited, chosen)));
        }
    }

    private void setMuted(boolean nowMuted) {
        String edited = id;
        if (!showing) {
            propose.accept(ProposedEdit.once(
                    (nowMuted ? "Mute " : "Unmute ") + edited,
                    document -> TransitionEdits.mute(document, new ArrayList<>(List.of(edited)), nowMuted)));
        }
    }

    /** Shortcuts by their names in files. */
    private static final class ShortcutWords extends StringConverter<Shortcut> {
        @Override
        public String toString(Shortcut shortcut) {
            return shortcut == null ? "" : shortcut.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Shortcut fromString(String text) {
            return Shortcut.valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
