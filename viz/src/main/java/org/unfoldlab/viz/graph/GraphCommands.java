package org.unfoldlab.viz.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.unfoldlab.model.graph.GraphText;
import org.unfoldlab.model.graph.LayeredLayout;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.graph.TransitionEdits;
import org.unfoldlab.model.graph.TurnEdits;

/** What can be done to the graph, by whatever means: pointer, key or menu. Turns intentions into proposed edits. */
public final class GraphCommands {
    private final Supplier<DrawnNetwork> network;
    private final Supplier<Selection> selection;
    private final Consumer<Selection> choose;
    private final Consumer<ProposedEdit> propose;
    private final Supplier<Map<String, Layout.Position>> places;

    /**
     * @param places where all states stand on the canvas now, placed by hand or not
     * @param choose receives what is to be chosen after an edit
     * @param propose receives the edits
     */
    public GraphCommands(
            Supplier<DrawnNetwork> network,
            Supplier<Selection> selection,
            Supplier<Map<String, Layout.Position>> places,
            Consumer<Selection> choose,
            Consumer<ProposedEdit> propose) {
        this.places = places;
        this.network = network;
        this.selection = selection;
        this.choose = choose;
        this.propose = propose;
    }

    private NetworkDocument document() {
        return network.get().document();
    }

    private void once(String label, UnaryOperator<NetworkDocument> change) {
        propose.accept(ProposedEdit.once(label, change));
    }

    /** Adds a state on top, in a place or wherever the lanes put it. Gives its name. */
    public String addState(Optional<Layout.Position> place) {
        State state = StateEdits.suggested(document());
        Optional<Layout.Position> where = place.isPresent() ? place : abovePlacedStates();
        UnaryOperator<NetworkDocument> hold = holdingPlaces(where.isPresent());
        once("Add " + state.name(), document -> StateEdits.add(hold.apply(document), state, where));
        choose.accept(Selection.of(new Item.OfState(state.name())));
        return state.name();
    }

    /** Writes down where the states stand, so that what is placed next does not move them. */
    private UnaryOperator<NetworkDocument> holdingPlaces(boolean hold) {
        Map<String, Layout.Position> now = hold ? Map.copyOf(places.get()) : Map.of();
        return document -> now.isEmpty() ? document : StateEdits.move(document, now);
    }

    private Optional<Layout.Position> abovePlacedStates() {
        return document().layout().positions().values().stream()
                .reduce((a, b) -> a.y() <= b.y() ? a : b)
                .map(top -> new Layout.Position(top.x(), top.y() - LayeredLayout.UP));
    }

    /** Adds a state in a place and connects it from another: one step of undo. */
    public void addConnected(String from, Layout.Position place) {
        State state = StateEdits.suggested(document());
        UnaryOperator<NetworkDocument> hold = holdingPlaces(true);
        once(
                "Add " + state.name(),
                document -> TransitionEdits.connect(
                        StateEdits.add(hold.apply(document), state, Optional.of(place)), from, state.name()));
        choose.accept(Selection.of(new Item.OfState(state.name())));
    }

    public void connect(String from, String to) {
        once("Connect " + from + " to " + to, document -> TransitionEdits.connect(document, from, to));
        choose.accept(Selection.of(document().transitions().stream()
                .filter(t -> t.from().equals(from) && t.to().equals(to))
                .findFirst()
                .<Item>map(t -> new Item.OfTransition(t.id()))
                .orElse(new Item.OfTransition(from + "-" + to))));
    }

    /** True where a transition leads from the one state to the other. */
    public boolean areConnected(String from, String to) {
        return !TurnEdits.of(document(), from, to).isEmpty();
    }

    /**
     * Adds another transition between the ends of the chosen one, with steps of its own.
     *
     * @return why none can be added, in two sentences; nothing when it was added or none was chosen
     */
    public Optional<String> addAnother() {
        List<String> ids = chosenTransitions();
        Optional<Transition> model = ids.size() == 1 ? document().transition(ids.get(0)) : Optional.empty();
        if (model.isEmpty()) {
            return Optional.empty();
        }
        String from = model.get().from();
        String to = model.get().to();
        Optional<String> problem = TurnEdits.problem(document(), from, to);
        if (problem.isEmpty()) {
            String id = TurnEdits.freeId(document(), from, to);
            once("Add " + id, document -> TurnEdits.add(document, from, to));
            choose.accept(Selection.of(new Item.OfTransition(id)));
        }
        return problem;
    }

    /**
     * Puts states in their places; a drag is one step of undo.
     *
     * @param moved names of those that really move
     * @param all places of all states, so that none moves because another does
     */
    public void move(Set<String> moved, Map<String, Layout.Position> all) {
        String what = moved.size() == 1 ? moved.iterator().next() : moved.size() + " states";
        propose.accept(ProposedEdit.moving("Move " + what, document -> StateEdits.move(document, all)));
    }

    /** Gives every state a place by layers. */
    public void arrange() {
        layOut("Arrange states", LayeredLayout::of);
    }

    /**
     * Gives states places.
     *
     * @param label what undo calls it
     * @param layout places for some or all states; the others stay where they are
     */
    public void layOut(String label, Function<NetworkDocument, Map<String, Layout.Position>> layout) {
        UnaryOperator<NetworkDocument> hold = holdingPlaces(true);
        once(label, document -> StateEdits.move(hold.apply(document), layout.apply(document)));
    }

    /**
     * Puts the chosen states in one line through their mean.
     *
     * @param column true for one x, false for one y
     */
    public void align(boolean column) {
        Map<String, Layout.Position> all = new LinkedHashMap<>(places.get());
        Set<String> chosen = chosenStates();
        double mean = all.entrySet().stream()
                .filter(entry -> chosen.contains(entry.getKey()))
                .mapToDouble(entry ->
                        column ? entry.getValue().x() : entry.getValue().y())
                .average()
                .orElse(0);
        all.replaceAll((name, place) -> !chosen.contains(name)
                ? place
                : column ? new Layout.Position(mean, place.y()) : new Layout.Position(place.x(), mean));
        once("Align states", document -> StateEdits.move(document, all));
    }

    public void rename(String name, String newName) {
        once("Rename " + name + " to " + newName, document -> StateEdits.rename(document, name, newName));
        choose.accept(Selection.of(new Item.OfState(newName)));
    }

    /** Copies the chosen states beside themselves. */
    public void duplicate() {
        Set<String> names = chosenStates();
        if (!names.isEmpty()) {
            once("Duplicate " + String.join(", ", names), document -> StateEdits.duplicate(document, names));
        }
    }

    /**
     * Deletes what is chosen; with {@code reconnect} what led through deleted states is joined.
     *
     * @return joins it afterwards; absent when there is nothing to join
     */
    public Optional<Runnable> delete(boolean reconnect) {
        Set<String> states = chosenStates();
        List<String> transitions = chosenTransitions();
        if (states.isEmpty() && transitions.isEmpty()) {
            return Optional.empty();
        }
        NetworkDocument before = document();
        boolean cuts = !reconnect && canReconnect();
        List<String> names = new ArrayList<>(states);
        names.addAll(transitions);
        once(
                "Delete " + String.join(", ", names),
                document -> StateEdits.delete(TransitionEdits.delete(document, transitions), states, reconnect));
        choose.accept(Selection.NONE);
        return cuts
                ? Optional.of(() -> once(
                        "Reconnect around " + String.join(", ", states),
                        document -> StateEdits.reconnect(document, before, states)))
                : Optional.empty();
    }

    /** True when deleting the chosen states would cut a way that can be joined. */
    public boolean canReconnect() {
        return StateEdits.canReconnect(document(), chosenStates());
    }

    /** Mutes the chosen transitions, or lets them run again when all are muted. */
    public void mute() {
        List<String> ids = chosenTransitions();
        boolean muted = document().transitions().stream()
                .filter(t -> ids.contains(t.id()))
                .allMatch(Transition::muted);
        if (!ids.isEmpty()) {
            String verb = muted ? "Unmute " : "Mute ";
            once(verb + String.join(", ", ids), document -> TransitionEdits.mute(document, ids, !muted));
        }
    }

    public void readOut(String state) {
        once("Read out " + state, document -> StateEdits.readOut(document, state));
    }

    /** Moves a state's row up or down. */
    public void moveRow(String state, int rows) {
        List<String> names = document().states().stream().map(State::name).toList();
        int row = names.indexOf(state) + rows;
        if (row >= 0 && row < names.size()) {
            once("Move " + state + " to row " + (row + 1), document -> StateEdits.moveToRow(document, state, row));
        }
    }

    /** Puts a new state in the middle of a transition. */
    public void insert(String transition, Optional<Layout.Position> place) {
        State state = StateEdits.suggested(document());
        State fitting = document()
                .transition(transition)
                .flatMap(t -> document().state(t.to()))
                .map(target -> target.withName(state.name()))
                .orElse(state);
        UnaryOperator<NetworkDocument> hold = holdingPlaces(place.isPresent());
        once("Insert " + state.name(), document -> StateEdits.insert(hold.apply(document), transition, fitting, place));
        choose.accept(Selection.of(new Item.OfState(state.name())));
    }

    /** Puts an unconnected state, dropped on a transition, in its middle. */
    public void splice(String transition, String state) {
        once("Insert " + state, document -> StateEdits.splice(document, transition, state));
    }

    /** The chosen states as text for the clipboard; absent when none is chosen. */
    public Optional<String> copied() {
        Set<String> names = chosenStates();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(GraphText.copyOf(document(), names).toString());
    }

    /** Adds the states of a copied text; false when the text is something else. */
    public boolean paste(String text) {
        Optional<GraphText> read = GraphText.parse(text);
        read.ifPresent(graph -> once("Paste states", graph::pasteInto));
        return read.isPresent();
    }

    public void chooseAll() {
        Set<Item> all = new LinkedHashSet<>();
        document().states().forEach(state -> all.add(new Item.OfState(state.name())));
        choose.accept(new Selection(all));
    }

    /** Lets go of all that is chosen besides states. */
    public void chooseStatesOnly() {
        Set<Item> states = new LinkedHashSet<>(selection.get().items());
        states.removeIf(item -> !(item instanceof Item.OfState));
        choose.accept(new Selection(states));
    }

    /** Names of the chosen states. */
    public Set<String> chosenStates() {
        Set<String> names = new LinkedHashSet<>();
        for (Item item : selection.get().items()) {
            if (item instanceof Item.OfState state) {
                names.add(state.name());
            }
        }
        return names;
    }

    private List<String> chosenTransitions() {
        List<String> ids = new ArrayList<>();
        for (Item item : selection.get().items()) {
            if (item instanceof Item.OfTransition transition) {
                ids.add(transition.id());
            }
            if (item instanceof Item.OfStep step) {
                ids.add(step.step().transition());
            }
        }
        return ids;
    }
}
