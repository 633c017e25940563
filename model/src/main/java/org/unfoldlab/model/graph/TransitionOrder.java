package org.unfoldlab.model.graph;

import java.util.Comparator;
import java.util.List;

/** The order in which transitions receive their letters: lateral, feed-forward, feedback, each by state. */
public final class TransitionOrder {
    private TransitionOrder() {}

    /** All transitions of a document, the one with the letter A first. */
    public static List<Transition> lettered(NetworkDocument document) {
        List<String> names = document.states().stream().map(State::name).toList();
        Comparator<Transition> byKind = Comparator.comparingInt(t -> kind(names, t));
        return document.transitions().stream()
                .sorted(byKind.thenComparingInt(t -> names.indexOf(t.from()))
                        .thenComparingInt(t -> names.indexOf(t.to())))
                .toList();
    }

    private static int kind(List<String> names, Transition transition) {
        int order = Integer.compare(names.indexOf(transition.to()), names.indexOf(transition.from()));
        return order == 0 ? 0 : order > 0 ? 1 : 2;
    }
}
