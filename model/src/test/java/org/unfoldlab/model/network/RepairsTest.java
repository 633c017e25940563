package org.unfoldlab.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.SharingEdits;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.graph.TransitionEdits;
import org.unfoldlab.model.store.Presets;

class RepairsTest {
    private static NetworkDocument chain() {
        return Presets.find("4-state-frnn-adjacent").orElseThrow().document();
    }

    private static List<Problem> problems(NetworkDocument document) {
        return NetworkChecker.check(document).problems();
    }

    private static Repair only(NetworkDocument document) {
        assertThat(problems(document)).hasSize(1);
        Repair repair = Repairs.of(document, problems(document).get(0)).orElseThrow();
        assertThat(problems(repair.change().apply(document))).isEmpty();
        return repair;
    }

    @Test
    void tooFewHalvingsAreRepairedByTheFunctionThatHasThem() {
        NetworkDocument skips = TransitionEdits.add(chain(), new Transition("V1", "V4", "BRCx1", Shortcut.NONE));
        assertThat(only(skips).words()).isEqualTo("Use BRC×2");
    }

    @Test
    void tiedStepsOfDifferentShapesAreUntied() {
        NetworkDocument tied = SharingEdits.tie(chain(), List.of(new Step("V4-V4", 3)), 1);
        assertThat(only(tied).words()).isEqualTo("Untie");
    }

    @Test
    void aSilentReadoutIsReadOutLater() {
        assertThat(only(StateEdits.readOutAt(chain(), 3)).words()).isEqualTo("Set T = 4");
    }

    @Test
    void aShortcutThatDoesNotFitIsReplaced() {
        NetworkDocument wrong = TransitionEdits.setShortcut(chain(), "V1-V2", Shortcut.IDENTITY);
        assertThat(only(wrong).words()).isEqualTo("Use projection");
    }

    @Test
    void twoTransitionsOfOnePairTakeTurns() {
        Transition second = new Transition("V1", "V1", "BRCx2", Shortcut.IDENTITY).withOwnId(Optional.of("again"));
        NetworkDocument first = TransitionEdits.setWindow(chain(), "V1-V1", "1..2");
        NetworkDocument both = TransitionEdits.add(first, second);
        NetworkDocument mended = only(both).change().apply(both);
        assertThat(mended.transition("again").orElseThrow().window()).isEqualTo("3..T-1");
    }

    @Test
    void aStateThatNothingReachesIsConnectedFromTheOneBelow() {
        NetworkDocument apart = chain().edit()
                .transitions(chain().transitions().stream()
                        .filter(t -> !t.to().equals("IT") || t.from().equals("IT"))
                        .toList())
                .build();
        Problem error =
                problems(apart).stream().filter(Problem::isError).findFirst().orElseThrow();
        assertThat(Repairs.of(apart, error).orElseThrow().words()).isEqualTo("Connect V4 to IT");
    }

    @Test
    void whatOnlyTheUserCanKnowHasNoRepair() {
        NetworkDocument emptied =
                chain().edit().states(List.of()).transitions(List.of()).build();
        assertThat(problems(emptied).stream().filter(Problem::isError).flatMap(p -> Repairs.of(emptied, p).stream()))
                .isEmpty();
    }

    @Test
    void allErrorsAreRepairedAtOnce() {
        NetworkDocument wrong = TransitionEdits.setShortcut(chain(), "V1-V2", Shortcut.IDENTITY);
        wrong = TransitionEdits.setFunction(wrong, "V4-V2", "BRCx2");
        wrong = wrong.edit().classes(1).build();
        assertThat(problems(wrong).stream().filter(Problem::isError)).hasSize(3);
        assertThat(NetworkChecker.check(Repairs.all(wrong))).isInstanceOf(Checked.Valid.class);
    }

    /** Random damage: whatever is offered removes its problem and brings no new error. */
    @Property(tries = 60)
    void aRepairNeverMakesANewError(
            @ForAll @IntRange(min = 0, max = 9) int transition,
            @ForAll Shortcut shortcut,
            @ForAll @IntRange(min = 1, max = 12) int time,
            @ForAll @IntRange(min = 1, max = 40) int size) {
        NetworkDocument document = StateEdits.readOutAt(chain(), time);
        String id = document.transitions().get(transition).id();
        document = TransitionEdits.setShortcut(document, id, shortcut);
        document = StateEdits.replace(document, new State("V2", 16, size, size));
        for (Problem problem : problems(document)) {
            Optional<Repair> repair = Repairs.of(document, problem);
            if (repair.isPresent()) {
                List<String> before = problems(document).stream()
                        .filter(Problem::isError)
                        .map(Problem::what)
                        .toList();
                List<Problem> after = problems(repair.get().change().apply(document));
                assertThat(after).extracting(Problem::what).doesNotContain(problem.what());
                assertThat(before)
                        .containsAll(after.stream()
                                .filter(left -> left.isError() && !ReachRules.isUnreachable(left))
                                .map(Problem::what)
                                .toList());
            }
        }
    }
}
