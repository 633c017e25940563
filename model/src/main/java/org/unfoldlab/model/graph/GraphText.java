package org.unfoldlab.model.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * States and the transitions among them as lines that travel through a clipboard or a mail:
 *
 * <pre>
 * V1: 16 x 32 x 32 at 200,440
 * V1 -> V1: BRCx2 +I @1..T-3
 * </pre>
 */
public record GraphText(List<State> states, List<Transition> transitions, Map<String, Layout.Position> places) {
    private static final String NUMBER = "(-?\\d{1,7}(?:\\.\\d{1,6})?)";
    private static final Pattern STATE = Pattern.compile(
            "(\\w+): (\\d{1,5}) [x×] (\\d{1,5}) [x×] (\\d{1,5})( relu)?(?: at " + NUMBER + "," + NUMBER + ")?");
    private static final Pattern TRANSITION = Pattern.compile("(\\w+) -> (\\w+): (.+?)( \\(muted\\))?");

    public GraphText {
        states = List.copyOf(states);
        transitions = List.copyOf(transitions);
        places = Map.copyOf(places);
    }

    /** The chosen states, with every transition that starts and ends among them. */
    public static GraphText copyOf(NetworkDocument document, Collection<String> names) {
        Map<String, Layout.Position> places = new HashMap<>(document.layout().positions());
        places.keySet().retainAll(names);
        return new GraphText(
                document.states().stream()
                        .filter(state -> names.contains(state.name()))
                        .toList(),
                document.transitions().stream()
                        .filter(t -> names.contains(t.from()) && names.contains(t.to()))
                        .toList(),
                places);
    }

    /** Reads lines; empty when any of them is something else. */
    public static Optional<GraphText> parse(String text) {
        List<State> states = new ArrayList<>();
        List<Transition> transitions = new ArrayList<>();
        Map<String, Layout.Position> places = new HashMap<>();
        for (String line : text.strip().lines().map(String::strip).toList()) {
            Matcher state = STATE.matcher(line);
            if (state.matches()) {
                states.add(state(state));
                place(state).ifPresent(place -> places.put(state.group(1), place));
            } else if (!line.isEmpty()) {
                Optional<Transition> transition = transition(line);
                if (transition.isEmpty()) {
                    return Optional.empty();
                }
                transitions.add(transition.get());
            }
        }
        return states.isEmpty() ? Optional.empty() : Optional.of(new GraphText(states, transitions, places));
    }

    private static State state(Matcher match) {
        State state = new State(
                match.group(1),
                Integer.parseInt(match.group(2)),
                Integer.parseInt(match.group(3)),
                Integer.parseInt(match.group(4)));
        return match.group(5) == null ? state : state.withActivation(Activation.RELU);
    }

    private static Optional<Layout.Position> place(Matcher match) {
        return match.group(6) == null
                ? Optional.empty()
                : Optional.of(
                        new Layout.Position(Double.parseDouble(match.group(6)), Double.parseDouble(match.group(7))));
    }

    private static Optional<Transition> transition(String line) {
        Matcher match = TRANSITION.matcher(line);
        if (!match.matches()
                || !(TransitionText.parse(match.group(3)) instanceof TransitionText.Parsed.Understood read)) {
            return Optional.empty();
        }
        TransitionText text = read.text();
        Transition plain =
                new Transition(match.group(1), match.group(2), text.function(), text.shortcut(), text.window());
        return Optional.of(plain.withMuted(match.group(4) != null));
    }

    /** Adds these states under free names, with their transitions; where nothing was read out, the uppermost is now. */
    public NetworkDocument pasteInto(NetworkDocument document) {
        NetworkDocument pasted = added(document);
        String top = pasted.states().isEmpty()
                ? ""
                : pasted.states().get(pasted.states().size() - 1).name();
        boolean readOut = document.state(document.readout().state()).isPresent();
        return readOut ? pasted : StateEdits.readOut(pasted, top);
    }

    private NetworkDocument added(NetworkDocument document) {
        Map<String, String> names = new LinkedHashMap<>();
        NetworkDocument changed = document;
        for (State state : states) {
            String name = state.name();
            for (int n = 2; changed.state(name).isPresent(); n++) {
                name = state.name() + "_" + n;
            }
            names.put(state.name(), name);
            changed = StateEdits.add(changed, state.withName(name), Optional.ofNullable(places.get(state.name())));
        }
        for (Transition transition : transitions) {
            String from = names.get(transition.from());
            String to = names.get(transition.to());
            if (from != null && to != null) {
                changed = TurnEdits.addUnderFreeId(changed, transition.withEnds(from, to));
            }
        }
        return changed;
    }

    /** The lines that {@link #parse} reads. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        for (State state : states) {
            lines.append(String.format(
                    Locale.ROOT, "%s: %d x %d x %d", state.name(), state.channels(), state.height(), state.width()));
            lines.append(state.activation() == Activation.RELU ? " relu" : "");
            Layout.Position place = places.get(state.name());
            lines.append(place == null ? "" : String.format(Locale.ROOT, " at %.1f,%.1f", place.x(), place.y()));
            lines.append('\n');
        }
        for (Transition transition : transitions) {
            lines.append(transition.from()).append(" -> ").append(transition.to());
            lines.append(": ").append(TransitionText.of(transition));
            lines.append(transition.muted() ? " (muted)" : "").append('\n');
        }
        return lines.toString();
    }
}
