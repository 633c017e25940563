package org.unfoldlab.model.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Step;

/** Listed sharing groups: steps exist, stand in one group only, and tied steps have equal weight shapes (SPEC §3). */
final class SharingRules {
    private SharingRules() {}

    static void check(NetworkDocument document, List<CheckedTransition> transitions, List<Problem> problems) {
        if (!(document.sharing() instanceof Sharing.Groups groups)) {
            return;
        }
        Map<Step, Integer> seen = new HashMap<>();
        for (int g = 1; g <= groups.groups().size(); g++) {
            Tie tie = new Tie(g, document, transitions, seen, problems);
            groups.groups().get(g - 1).forEach(tie::add);
        }
    }

    /** The letter under which group g is shown: A … Z, AA … */
    static String letter(int group) {
        StringBuilder letters = new StringBuilder();
        for (int n = group; n > 0; n = (n - 1) / 26) {
            letters.insert(0, (char) ('A' + (n - 1) % 26));
        }
        return letters.toString();
    }

    /** One group while its steps are added. */
    private static final class Tie {
        private final int group;
        private final NetworkDocument document;
        private final List<CheckedTransition> transitions;
        private final Map<Step, Integer> seen;
        private final List<Problem> problems;
        private Optional<CheckedTransition> model = Optional.empty();

        Tie(
                int group,
                NetworkDocument document,
                List<CheckedTransition> transitions,
                Map<Step, Integer> seen,
                List<Problem> problems) {
            this.group = group;
            this.document = document;
            this.transitions = transitions;
            this.seen = seen;
            this.problems = problems;
        }

        void add(String written) {
            Optional<Step> step = Step.parse(written);
            if (step.isEmpty()) {
                problems.add(Problem.error(
                        new Problem.Place.Field("sharing[" + (group - 1) + "]"),
                        "“" + written + "” is no step",
                        "Write ID@t, for example V1-V1@3."));
                return;
            }
            Integer other = seen.put(step.get(), group);
            if (other != null) {
                error(
                        step.get(),
                        step.get() + " is tied twice, in " + letter(other) + " and " + letter(group),
                        "Untie it from one.");
            }
            if (document.transition(step.get().transition()).isEmpty()) {
                error(
                        step.get(),
                        letter(group) + ": there is no transition " + step.get().transition(),
                        "Remove it from the group.");
            }
            transitions.stream()
                    .filter(t -> t.id().equals(step.get().transition()))
                    .findFirst()
                    .ifPresent(transition -> compare(step.get(), transition));
        }

        private void compare(Step step, CheckedTransition transition) {
            if (model.isEmpty()) {
                model = Optional.of(transition);
                return;
            }
            List<WeightShape> mine = WeightShape.of(transition);
            List<WeightShape> theirs = WeightShape.of(model.get());
            if (!mine.equals(theirs)) {
                error(
                        step,
                        letter(group) + ": tied steps differ in shape",
                        difference(model.get(), transition) + " Untie one.");
            }
        }

        private static String difference(CheckedTransition a, CheckedTransition b) {
            return a.id() + " has " + WeightShape.words(a) + ", " + b.id() + " has " + WeightShape.words(b) + ".";
        }

        private void error(Step step, String what, String remedy) {
            problems.add(Problem.error(new Problem.Place.OfStep(step), what, remedy));
        }
    }
}
