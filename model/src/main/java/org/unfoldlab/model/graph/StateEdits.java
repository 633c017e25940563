package org.unfoldlab.model.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of states, as functions from document to document. What cannot be done leaves the document as it is. */
public final class StateEdits {
    private static final int FIRST_CHANNELS = 16;
    private static final double DUPLICATE_SHIFT = 40;

    private StateEdits() {}

    /** Why a state cannot have that name, in one sentence; empty when it can. */
    public static Optional<String> nameProblem(NetworkDocument document, String name) {
        if (!name.matches("[A-Za-z0-9_]+")) {
            return Optional.of("A name has letters, digits and _ only.");
        }
        return document.state(name).isPresent()
                ? Optional.of("There is a state " + name + " already.")
                : Optional.empty();
    }

    /** The first free name V1, V2, V3 … */
    public static String freeName(NetworkDocument document) {
        return freeName(document, "V", 1);
    }

    private static String freeName(NetworkDocument document, String stem, int from) {
        int number = from;
        while (document.state(stem + number).isPresent()) {
            number++;
        }
        return stem + number;
    }

    /**
     * What a new state looks like: the first one as large as the stimulus; after that half the size and twice the
     * channels of the last, as in the paper's networks.
     */
    public static State suggested(NetworkDocument document) {
        String name = freeName(document);
        if (document.states().isEmpty()) {
            return new State(
                    name,
                    FIRST_CHANNELS,
                    document.stimulus().height(),
                    document.stimulus().width());
        }
        State last = document.states().get(document.states().size() - 1);
        boolean halves = last.height() % 2 == 0 && last.width() % 2 == 0;
        int shrink = halves ? 2 : 1;
        return new State(name, last.channels() * shrink, last.height() / shrink, last.width() / shrink);
    }

    /** Adds a state on top; the first one is read out. */
    public static NetworkDocument add(NetworkDocument document, State state, Optional<Layout.Position> place) {
        if (document.state(state.name()).isPresent()) {
            return document;
        }
        List<State> states = new ArrayList<>(document.states());
        states.add(state);
        NetworkDocumentBuilder changed = document.edit().states(states);
        if (document.state(document.readout().state()).isEmpty()) {
            changed.readout(readoutOf(document, state.name()));
        }
        NetworkDocument added = changed.build();
        return place.map(position -> move(added, Map.of(state.name(), position)))
                .orElse(added);
    }

    private static Readout readoutOf(NetworkDocument document, String state) {
        return new Readout(state, document.readout().time(), document.readout().extras());
    }

    /** Puts states in their places; names that do not exist are passed over. */
    public static NetworkDocument move(NetworkDocument document, Map<String, Layout.Position> places) {
        Map<String, Layout.Position> positions =
                new LinkedHashMap<>(document.layout().positions());
        places.forEach((name, place) -> {
            if (document.state(name).isPresent()) {
                positions.put(name, place);
            }
        });
        return withPositions(document, positions);
    }

    private static NetworkDocument withPositions(NetworkDocument document, Map<String, Layout.Position> positions) {
        return document.edit()
                .layout(new Layout(positions, document.layout().extras()))
                .build();
    }

    /** Renames a state wherever it is named: transitions, readout, sharing groups, layout. */
    public static NetworkDocument rename(NetworkDocument document, String name, String newName) {
        if (document.state(name).isEmpty() || nameProblem(document, newName).isPresent()) {
            return document;
        }
        UnaryOperator<String> renamed = old -> old.equals(name) ? newName : old;
        Map<String, String> ids = new HashMap<>();
        List<Transition> transitions = new ArrayList<>();
        for (Transition transition : document.transitions()) {
            Transition changed = withEnds(transition, renamed.apply(transition.from()), renamed.apply(transition.to()));
            ids.put(transition.id(), changed.id());
            transitions.add(changed);
        }
        Map<String, Layout.Position> positions = new LinkedHashMap<>();
        document.layout().positions().forEach((key, place) -> positions.put(renamed.apply(key), place));
        NetworkDocument changed = document.edit()
                .states(document.states().stream()
                        .map(state -> state.name().equals(name) ? state.withName(newName) : state)
                        .toList())
                .transitions(transitions)
                .readout(readoutOf(document, renamed.apply(document.readout().state())))
                .sharing(SharingEdits.renamed(document.sharing(), ids))
                .build();
        return withPositions(changed, positions);
    }

    /** With other ends; a numbered id {@code FROM-TO-2} goes along with them. */
    private static Transition withEnds(Transition transition, String from, String to) {
        String usual = Pattern.quote(transition.from() + "-" + transition.to());
        String renamed = Matcher.quoteReplacement(from + "-" + to);
        Optional<String> id = transition.ownId().map(own -> own.replaceFirst("^" + usual + "(?=-\\d+$)", renamed));
        return transition.withEnds(from, to).withOwnId(id);
    }

    /** Copies states with the transitions among them; the copies stand on top, a little aside. */
    public static NetworkDocument duplicate(NetworkDocument document, Collection<String> names) {
        Map<String, String> copies = new LinkedHashMap<>();
        NetworkDocument changed = document;
        for (State state : document.states()) {
            if (names.contains(state.name())) {
                String name = freeName(changed, state.name() + "_", 2);
                copies.put(state.name(), name);
                Optional<Layout.Position> place = Optional.ofNullable(
                                document.layout().positions().get(state.name()))
                        .map(at -> new Layout.Position(at.x() + DUPLICATE_SHIFT, at.y() - DUPLICATE_SHIFT));
                changed = add(changed, state.withName(name), place);
            }
        }
        for (Transition transition : document.transitions()) {
            String from = copies.get(transition.from());
            String to = copies.get(transition.to());
            if (from != null && to != null) {
                changed = TurnEdits.addUnderFreeId(changed, transition.withEnds(from, to));
            }
        }
        return changed;
    }

    /**
     * Takes states away with all that touches them.
     *
     * @param reconnect true joins what led into a deleted state with what led out of it
     */
    public static NetworkDocument delete(NetworkDocument document, Collection<String> names, boolean reconnect) {
        Set<String> gone = new HashSet<>(names);
        NetworkDocument joined = reconnect ? reconnect(document, document, gone) : document;
        List<String> lost = joined.transitions().stream()
                .filter(t -> gone.contains(t.from()) || gone.contains(t.to()))
                .map(Transition::id)
                .toList();
        NetworkDocument changed = TransitionEdits.delete(joined, lost);
        List<State> states = document.states().stream()
                .filter(state -> !gone.contains(state.name()))
                .toList();
        if (gone.contains(document.readout().state()) && !states.isEmpty()) {
            String top = states.get(states.size() - 1).name();
            changed = changed.edit().readout(readoutOf(document, top)).build();
        }
        Map<String, Layout.Position> positions =
                new LinkedHashMap<>(document.layout().positions());
        positions.keySet().removeAll(gone);
        return withPositions(changed.edit().states(states).build(), positions);
    }

    /** True when deleting these states would cut a way that {@code reconnect} can mend. */
    public static boolean canReconnect(NetworkDocument document, Collection<String> names) {
        return !reconnect(document, document, Set.copyOf(names)).equals(document);
    }

    /**
     * Joins what led into deleted states with what led out of them.
     *
     * @param before the document in which the states still stand
     */
    public static NetworkDocument reconnect(NetworkDocument document, NetworkDocument before, Set<String> gone) {
        NetworkDocument changed = document;
        for (Transition in : before.transitions()) {
            for (Transition out : before.transitions()) {
                boolean meets = gone.contains(in.to()) && in.to().equals(out.from());
                boolean stays = !gone.contains(in.from()) && !gone.contains(out.to());
                if (meets && stays && !in.from().equals(out.to())) {
                    changed = TransitionEdits.connect(changed, in.from(), out.to());
                }
            }
        }
        return changed;
    }

    /** Moves a state to another row; row 0 receives the image. */
    public static NetworkDocument moveToRow(NetworkDocument document, String name, int row) {
        Optional<State> state = document.state(name);
        if (state.isEmpty()) {
            return document;
        }
        List<State> states = new ArrayList<>(document.states());
        states.remove(state.get());
        states.add(Math.max(0, Math.min(row, states.size())), state.get());
        return document.edit().states(states).build();
    }

    /** Replaces a state by another of the same name. */
    public static NetworkDocument replace(NetworkDocument document, State changed) {
        return document.edit()
                .states(document.states().stream()
                        .map(state -> state.name().equals(changed.name()) ? changed : state)
                        .toList())
                .build();
    }

    /** Reads out another state. */
    public static NetworkDocument readOut(NetworkDocument document, String name) {
        return document.state(name).isEmpty()
                ? document
                : document.edit().readout(readoutOf(document, name)).build();
    }

    /** Sets T, 1 at least. Steps that come into being share weights as the steps before them do. */
    public static NetworkDocument readOutAt(NetworkDocument document, int time) {
        int allowed = Math.max(1, time);
        return document.edit()
                .readout(document.readout().withTime(allowed))
                .sharing(SharingEdits.reaching(document, allowed))
                .build();
    }

    /** Puts a new state in the middle of a transition: FROM → state → TO instead of FROM → TO. */
    public static NetworkDocument insert(
            NetworkDocument document, String transitionId, State state, Optional<Layout.Position> place) {
        Optional<Transition> split = document.transition(transitionId);
        if (split.isEmpty() || nameProblem(document, state.name()).isPresent()) {
            return document;
        }
        NetworkDocument added = add(TransitionEdits.delete(document, List.of(transitionId)), state, place);
        List<String> names = document.states().stream().map(State::name).toList();
        int row = Math.max(
                names.indexOf(split.get().from()), names.indexOf(split.get().to()));
        NetworkDocument placed = moveToRow(added, state.name(), row);
        NetworkDocument first = TransitionEdits.connect(placed, split.get().from(), state.name());
        return TransitionEdits.connect(first, state.name(), split.get().to());
    }

    /** Puts a state that is there already in the middle of a transition, and in the order between its ends. */
    public static NetworkDocument splice(NetworkDocument document, String transitionId, String name) {
        Optional<Transition> split = document.transition(transitionId);
        boolean isEnd = split.isPresent()
                && (split.get().from().equals(name) || split.get().to().equals(name));
        if (split.isEmpty() || isEnd || document.state(name).isEmpty()) {
            return document;
        }
        NetworkDocument cut = TransitionEdits.delete(document, List.of(transitionId));
        List<String> others = document.states().stream()
                .map(State::name)
                .filter(other -> !other.equals(name))
                .toList();
        int row = Math.max(
                others.indexOf(split.get().from()), others.indexOf(split.get().to()));
        NetworkDocument placed = moveToRow(cut, name, row);
        NetworkDocument first = TransitionEdits.connect(placed, split.get().from(), name);
        return TransitionEdits.connect(first, name, split.get().to());
    }
}
