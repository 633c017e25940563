package org.unfoldlab.model.network;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.SharingEdits;
import org.unfoldlab.model.network.Problem.Place;

/*
 * Each place has its usual remedies, in the order in which a teacher would try them. The checker itself decides: the
 * first remedy after which the problem is gone, and no error is there that was not there before, is the repair. So a
 * repair never has to know why the problem arose, and can never make things worse.
 */
/** Finds for a problem the change that repairs it safely, if there is one. */
public final class Repairs {
    private Repairs() {}

    /** The repair of one problem of a document; absent where only the user can know. */
    public static Optional<Repair> of(NetworkDocument document, Problem problem) {
        Set<String> before = errors(document);
        return candidates(document, problem.place())
                .filter(repair -> mends(document, before, problem, repair))
                .findFirst();
    }

    /** Repairs all errors that can be repaired, one after the other, as one change. */
    public static NetworkDocument all(NetworkDocument document) {
        NetworkDocument now = document;
        for (int round = 0; round < NetworkChecker.check(document).problems().size(); round++) {
            NetworkDocument current = now;
            Optional<Repair> next = NetworkChecker.check(current).problems().stream()
                    .filter(Problem::isError)
                    .flatMap(problem -> of(current, problem).stream())
                    .findFirst();
            if (next.isEmpty()) {
                return now;
            }
            now = next.get().change().apply(now);
        }
        return now;
    }

    private static boolean mends(NetworkDocument document, Set<String> before, Problem problem, Repair repair) {
        NetworkDocument after = repair.change().apply(document);
        if (after.equals(document)) {
            return false;
        }
        boolean gone = NetworkChecker.check(after).problems().stream()
                .noneMatch(left -> left.equals(problem) || left.what().equals(problem.what()));
        return gone && before.containsAll(errors(after));
    }

    private static Set<String> errors(NetworkDocument document) {
        Set<String> sentences = new HashSet<>();
        NetworkChecker.check(document).problems().stream()
                .filter(problem -> problem.isError() && !ReachRules.isUnreachable(problem))
                .forEach(problem -> sentences.add(problem.what()));
        return sentences;
    }

    private static Stream<Repair> candidates(NetworkDocument document, Place place) {
        if (place instanceof Place.OfTransition transition) {
            return TransitionRepairs.of(document, transition.id());
        }
        if (place instanceof Place.OfState state) {
            return StateRepairs.of(document, state.name());
        }
        if (place instanceof Place.OfStep step) {
            return Stream.of(new Repair("Untie", now -> SharingEdits.untie(now, List.of(step.step()))));
        }
        return place instanceof Place.Field field ? FieldRepairs.of(document, field.path()) : Stream.of();
    }
}
