package org.unfoldlab.model.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.graph.Window;

/** Ends, names, functions, shortcuts and windows of the transitions. */
final class TransitionRules {
    private final NetworkDocument document;
    private final List<Problem> problems;

    private TransitionRules(NetworkDocument document, List<Problem> problems) {
        this.document = document;
        this.problems = problems;
    }

    /** The transitions that fit and are not muted; what does not fit is added to the problems. */
    static List<CheckedTransition> check(NetworkDocument document, List<Problem> problems) {
        TransitionRules rules = new TransitionRules(document, problems);
        List<CheckedTransition> checked = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Transition transition : document.transitions()) {
            rules.id(transition, ids);
            Optional<CheckedTransition> one = rules.transition(transition);
            if (!transition.muted()) {
                one.ifPresent(checked::add);
            }
        }
        rules.overlaps(checked);
        return checked;
    }

    private void id(Transition transition, Set<String> ids) {
        String id = transition.id();
        if (!id.matches("[A-Za-z0-9_.+-]+")) {
            error(id, "“" + id + "” is no id for a transition", "Use letters, digits, _ and - only.");
        } else if (id.matches("pre|post|set\\d+")) {
            error(id, "The id " + id + " is kept for the program's own weights", "Choose another id.");
        }
        if (!ids.add(id)) {
            error(id, "Two transitions have the id " + id, "Give the second one an id of its own.");
        }
    }

    private Optional<CheckedTransition> transition(Transition transition) {
        Optional<State> source = end(transition, transition.from());
        Optional<State> target = end(transition, transition.to());
        Optional<Window> window = window(transition);
        if (source.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        Optional<Pipeline> pipeline = pipeline(transition, source.get(), target.get());
        if (pipeline.isEmpty() || window.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CheckedTransition(
                transition,
                source.get(),
                target.get(),
                pipeline.get(),
                window.get(),
                direction(source.get(), target.get())));
    }

    private Optional<State> end(Transition transition, String name) {
        Optional<State> state = document.state(name);
        if (state.isEmpty()) {
            error(
                    transition.id(),
                    arrow(transition) + ": there is no state “" + name + "”",
                    document.states().isEmpty()
                            ? "Add the state first."
                            : "Choose one of " + StateRules.names(document) + ".");
        }
        return state;
    }

    private Optional<Window> window(Transition transition) {
        Optional<Window> window = Window.parse(transition.window());
        if (window.isEmpty()) {
            error(
                    transition.id(),
                    arrow(transition) + ": the window “" + transition.window() + "” cannot be read",
                    "Write ranges such as 1..T-1, 2..5 or T-2, separated by commas.");
        } else if (window.get().steps(document.readout().time()).isEmpty()) {
            problems.add(Problem.warning(
                    new Problem.Place.OfTransition(transition.id()),
                    arrow(transition) + ": the window " + window.get() + " is empty at T = "
                            + document.readout().time(),
                    "It never runs at this readout time."));
        }
        return window;
    }

    private Optional<Pipeline> pipeline(Transition transition, State source, State target) {
        Shape from = Network.shapeOf(source);
        Shape to = Network.shapeOf(target);
        if (Math.min(from.size(), to.size()) < 1) {
            return Optional.empty();
        }
        try {
            Pipeline pipeline = Pipelines.ofTransition(transition.function(), from, to);
            if (!pipeline.output().equals(to)) {
                error(
                        transition.id(),
                        arrow(transition) + ": “" + transition.function() + "” gives " + pipeline.output() + ", but "
                                + target.name() + " is " + to,
                        "Change the function's strides or channels, or the size of " + target.name() + ".");
                return Optional.empty();
            }
            shortcut(transition, from, to);
            return Optional.of(pipeline);
        } catch (PipelineException e) {
            error(transition.id(), arrow(transition) + ": " + e.what(), e.remedy());
            return Optional.empty();
        }
    }

    private void shortcut(Transition transition, Shape from, Shape to) {
        switch (transition.shortcut()) {
            case NONE -> {}
            case IDENTITY, HIGHWAY -> sameShape(transition, from, to);
            case PROJECTION, PADDING -> subsampling(transition, from, to);
        }
    }

    private void sameShape(Transition transition, Shape from, Shape to) {
        if (!from.equals(to)) {
            error(
                    transition.id(),
                    arrow(transition) + ": the shortcut “" + word(transition) + "” needs one shape, but " + from
                            + " is not " + to,
                    "Use the shortcut “projection” or “none”.");
        }
    }

    private void subsampling(Transition transition, Shape from, Shape to) {
        int stride = from.height() / to.height();
        boolean fits = stride >= 1
                && (from.height() - 1) / stride + 1 == to.height()
                && (from.width() - 1) / stride + 1 == to.width();
        if (!fits) {
            error(
                    transition.id(),
                    arrow(transition) + ": the shortcut “" + word(transition) + "” cannot go from "
                            + Pipelines.sizes(from, to),
                    "It keeps or divides the size; use the shortcut “none”.");
        } else if (transition.shortcut() == org.unfoldlab.model.graph.Shortcut.PADDING
                && from.channels() > to.channels()) {
            error(
                    transition.id(),
                    arrow(transition) + ": the shortcut “padding” cannot drop channels (" + from.channels() + " to "
                            + to.channels() + ")",
                    "Use the shortcut “projection” or “none”.");
        }
    }

    /** Two transitions for one pair may not run at the same step. */
    private void overlaps(List<CheckedTransition> checked) {
        int time = document.readout().time();
        for (int i = 0; i < checked.size(); i++) {
            for (int j = i + 1; j < checked.size(); j++) {
                CheckedTransition a = checked.get(i);
                CheckedTransition b = checked.get(j);
                if (a.source().equals(b.source()) && a.target().equals(b.target())) {
                    BitSet both = a.window().steps(time);
                    both.and(b.window().steps(time));
                    overlap(a, b, both);
                }
            }
        }
    }

    private void overlap(CheckedTransition a, CheckedTransition b, BitSet both) {
        if (!both.isEmpty()) {
            error(
                    b.id(),
                    "The windows of " + a.id() + " and " + b.id() + " overlap at t = " + both.nextSetBit(0),
                    "Change one window; two transitions for one pair take turns.");
        }
    }

    private Direction direction(State source, State target) {
        int order = Integer.compare(
                document.states().indexOf(target), document.states().indexOf(source));
        return order > 0 ? Direction.FEED_FORWARD : order == 0 ? Direction.LATERAL : Direction.FEEDBACK;
    }

    private static String arrow(Transition transition) {
        return transition.from() + " → " + transition.to();
    }

    private static String word(Transition transition) {
        return transition.shortcut().name().toLowerCase(java.util.Locale.ROOT);
    }

    private void error(String id, String what, String remedy) {
        problems.add(Problem.error(new Problem.Place.OfTransition(id), what, remedy));
    }
}
