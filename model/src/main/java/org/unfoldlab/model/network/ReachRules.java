package org.unfoldlab.model.network;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.State;

/** Whether the signal arrives: at the readout, and at every state. */
final class ReachRules {
    private static final String UNREACHABLE = " can never be reached from ";

    private ReachRules() {}

    /** True for the error that shows only once there is no other. */
    static boolean isUnreachable(Problem problem) {
        return problem.what().contains(UNREACHABLE);
    }

    static void check(NetworkDocument document, List<CheckedTransition> transitions, List<Problem> problems) {
        int time = document.readout().time();
        String readout = document.readout().state();
        Reach reach = at(document, transitions, time);
        silence(document, transitions).ifPresent(problems::add);
        for (State state : document.states()) {
            if (reach.firstTime(state.name()) < 0 && !state.name().equals(readout)) {
                problems.add(Problem.warning(
                        new Problem.Place.OfState(state.name()),
                        state.name() + " is never populated at T = " + time,
                        "Connect it from a populated state, or read out later."));
            }
        }
    }

    /** An error when the readout can never be reached, a warning when only its time is wrong. */
    static Optional<Problem> silence(NetworkDocument document, List<CheckedTransition> transitions) {
        String readout = document.readout().state();
        int time = document.readout().time();
        if (hasSignal(document, transitions, time)) {
            return Optional.empty();
        }
        OptionalInt later = earliestReadout(document, transitions, time);
        if (later.isEmpty()) {
            return Optional.of(Problem.error(
                    new Problem.Place.OfState(readout),
                    readout + UNREACHABLE + document.states().get(0).name(),
                    "Connect a path to it, or choose another readout state."));
        }
        String when = later.getAsInt() > time ? "T = " + later.getAsInt() + " or later" : "T = " + later.getAsInt();
        return Optional.of(Problem.warning(
                new Problem.Place.Field("readout.time"),
                readout + " has no signal at T = " + time,
                "Read out at " + when + "."));
    }

    /** The first later readout time with a signal, else the last earlier one. */
    private static OptionalInt earliestReadout(
            NetworkDocument document, List<CheckedTransition> transitions, int time) {
        int horizon =
                Math.min(FieldRules.LONGEST_TIME, time + 2 * document.states().size() + 16);
        OptionalInt later = IntStream.rangeClosed(time + 1, horizon)
                .filter(t -> hasSignal(document, transitions, t))
                .findFirst();
        return later.isPresent()
                ? later
                : IntStream.range(1, time)
                        .filter(t -> hasSignal(document, transitions, t))
                        .max();
    }

    private static boolean hasSignal(NetworkDocument document, List<CheckedTransition> transitions, int time) {
        return at(document, transitions, time).holds(document.readout().state(), time - 1);
    }

    private static Reach at(NetworkDocument document, List<CheckedTransition> transitions, int time) {
        return Reach.of(
                transitions,
                document.states().get(0).name(),
                document.stimulus().timing(),
                time);
    }
}
