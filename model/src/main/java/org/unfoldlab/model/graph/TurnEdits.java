package org.unfoldlab.model.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/*
 * Two transitions of one pair of states may not run at the same step (SPEC §1): they take turns. So one that is added
 * gets the steps that are free; where none is, the later half of the longest range. Ends relative to T stay relative,
 * as in WindowEdits, so that the turns still fit together when T moves.
 */
/** Changes of pairs of states that are joined by several transitions, each at steps of its own. */
public final class TurnEdits {
    private TurnEdits() {}

    /** The transitions from one state to another, in the order of the document. */
    public static List<Transition> of(NetworkDocument document, String from, String to) {
        return document.transitions().stream()
                .filter(t -> t.from().equals(from) && t.to().equals(to))
                .toList();
    }

    /** Why no further transition can be added to a pair that is connected, in two sentences; nothing if it can. */
    public static Optional<String> problem(NetworkDocument document, String from, String to) {
        List<Transition> turns = of(document, from, to);
        int time = document.readout().time();
        boolean fits = turns.isEmpty()
                || !free(turns, time).isEmpty()
                || longest(turns, time).isPresent();
        return fits
                ? Optional.empty()
                : Optional.of("At T = " + time + " no step is left for another transition " + from + " → " + to
                        + ". Read out later first.");
    }

    /**
     * The id that the next transition of a pair gets.
     *
     * @return {@code FROM-TO}, then {@code FROM-TO-2}, {@code FROM-TO-3} …
     */
    public static String freeId(NetworkDocument document, String from, String to) {
        String usual = from + "-" + to;
        String id = usual;
        for (int n = 2; document.transition(id).isPresent(); n++) {
            id = usual + "-" + n;
        }
        return id;
    }

    /** Adds a transition to those of a pair, with the function of the last one; the first as {@code connect} does. */
    public static NetworkDocument add(NetworkDocument document, String from, String to) {
        List<Transition> turns = of(document, from, to);
        if (turns.isEmpty()) {
            return TransitionEdits.connect(document, from, to);
        }
        int time = document.readout().time();
        List<Window.Range> free = free(turns, time);
        if (!free.isEmpty()) {
            Transition last = turns.get(turns.size() - 1);
            return addLike(document, last, new Window(free).toString());
        }
        return longest(turns, time).map(part -> split(document, part, time)).orElse(document);
    }

    /** Adds a transition under a free id. */
    static NetworkDocument addUnderFreeId(NetworkDocument document, Transition transition) {
        String usual = transition.from() + "-" + transition.to();
        String id = freeId(document, transition.from(), transition.to());
        return TransitionEdits.add(
                document, transition.withOwnId(id.equals(usual) ? Optional.empty() : Optional.of(id)));
    }

    /** Sets all transitions of a pair as typed into one cell, in their order; adds what is new, deletes what is not there. */
    public static NetworkDocument set(NetworkDocument document, String from, String to, List<TransitionText> texts) {
        List<Transition> turns = of(document, from, to);
        NetworkDocument changed = document;
        for (int i = 0; i < texts.size(); i++) {
            TransitionText text = texts.get(i);
            changed = i < turns.size()
                    ? TransitionEdits.set(changed, turns.get(i).id(), text)
                    : addUnderFreeId(
                            changed, new Transition(from, to, text.function(), text.shortcut(), text.window()));
        }
        List<String> gone =
                turns.stream().skip(texts.size()).map(Transition::id).toList();
        return gone.isEmpty() ? changed : TransitionEdits.delete(changed, gone);
    }

    private static NetworkDocument addLike(NetworkDocument document, Transition model, String window) {
        return addUnderFreeId(
                document, new Transition(model.from(), model.to(), model.function(), model.shortcut(), window));
    }

    /** The steps 1 … T−1 at which none of them runs. */
    private static List<Window.Range> free(List<Transition> turns, int time) {
        List<Window.Range> taken = turns.stream()
                .flatMap(turn -> ranges(turn).stream())
                .filter(range -> range.first().at(time) <= range.last().at(time))
                .toList();
        BitSet held = new Window(taken).steps(time);
        List<Window.Range> free = new ArrayList<>();
        int first = held.nextClearBit(1);
        while (first < time) {
            int end = held.nextSetBit(first);
            int last = end < 0 ? time - 1 : end - 1;
            free.add(new Window.Range(after(taken, first, time), before(taken, last, time)));
            first = held.nextClearBit(last + 1);
        }
        return free;
    }

    private static Window.End after(List<Window.Range> taken, int step, int time) {
        return end(step, time, taken.stream().map(Window.Range::last).anyMatch(end -> follows(end, step - 1, time)));
    }

    private static Window.End before(List<Window.Range> taken, int step, int time) {
        boolean relative = step == time - 1
                || taken.stream().map(Window.Range::first).anyMatch(end -> follows(end, step + 1, time));
        return end(step, time, relative);
    }

    private static boolean follows(Window.End end, int step, int time) {
        return end.relative() && end.at(time) == step;
    }

    private static Window.End end(int step, int time, boolean relative) {
        return new Window.End(relative, relative ? time - step : step);
    }

    private static List<Window.Range> ranges(Transition turn) {
        return Window.parse(turn.window()).map(Window::ranges).orElse(List.of());
    }

    /** One range of a transition's window. */
    private record Part(Transition turn, int index, int first, int last) {}

    /** The longest range of two steps or more. */
    private static Optional<Part> longest(List<Transition> turns, int time) {
        return turns.stream()
                .flatMap(turn -> IntStream.range(0, ranges(turn).size()).mapToObj(i -> part(turn, i, time)))
                .filter(part -> part.last() > part.first())
                .max(Comparator.comparingInt(part -> part.last() - part.first()));
    }

    private static Part part(Transition turn, int index, int time) {
        Window.Range range = ranges(turn).get(index);
        return new Part(
                turn,
                index,
                Math.max(1, range.first().at(time)),
                Math.min(time - 1, range.last().at(time)));
    }

    /** Gives the later half of a range to a new transition. */
    private static NetworkDocument split(NetworkDocument document, Part part, int time) {
        List<Window.Range> left = new ArrayList<>(ranges(part.turn()));
        Window.Range whole = left.get(part.index());
        boolean relative = whole.first().relative();
        int middle = (part.first() + part.last()) / 2;
        left.set(part.index(), new Window.Range(whole.first(), end(middle, time, relative)));
        Window later = new Window(List.of(new Window.Range(end(middle + 1, time, relative), whole.last())));
        NetworkDocument cut = TransitionEdits.setWindow(document, part.turn().id(), new Window(left).toString());
        return addLike(cut, part.turn(), later.toString());
    }
}
