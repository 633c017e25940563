package org.unfoldlab.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.store.Presets;

/** Transitions of one pair of states, which take turns. */
class TurnEditsTest {
    private static NetworkDocument frnn(int time) {
        return StateEdits.readOutAt(Presets.find("2-state-frnn").orElseThrow().document(), time);
    }

    private static NetworkDocument withWindow(String window, int time) {
        return TransitionEdits.setWindow(frnn(time), "V1-V1", window);
    }

    private static List<String> windows(NetworkDocument document) {
        return TurnEdits.of(document, "V1", "V1").stream()
                .map(Transition::window)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1..T-1 | 1..4 | 5..T-1",
                "1..3 | 1..3 | 4..T-1",
                "1..T-3 | 1..T-3 | T-2..T-1",
                "T-2 | T-2 | 1..T-3,T-1",
                "3..5 | 3..5 | 1..2,6..T-1",
                "T-6..T-1 | T-6..T-1 | 1..T-7"
            })
    void theSecondTakesTheFreeStepsElseTheLaterHalf(String before, String first, String second) {
        NetworkDocument added = TurnEdits.add(withWindow(before, 9), "V1", "V1");
        assertThat(windows(added)).containsExactly(first, second);
        assertThat(NetworkChecker.check(added).problems()).isEmpty();
    }

    @Test
    void endsRelativeToTStayRelativeWhenARangeIsShared() {
        NetworkDocument added = TurnEdits.add(withWindow("T-6..T-1", 7), "V1", "V1");
        assertThat(windows(added)).containsExactly("T-6..T-4", "T-3..T-1");
    }

    @Test
    void itHasTheFunctionOfItsPairAndAnIdOfItsOwn() {
        NetworkDocument added = TurnEdits.add(frnn(6), "V2", "V1");
        Transition second = TurnEdits.of(added, "V2", "V1").get(1);
        assertThat(second.id()).isEqualTo("V2-V1-2");
        assertThat(second.function()).isEqualTo("BRDx2");
        assertThat(TurnEdits.freeId(added, "V2", "V1")).isEqualTo("V2-V1-3");
    }

    @Property(tries = 60)
    void addingUntilNoStepIsLeftGivesEachStepToExactlyOneTransition(
            @ForAll @IntRange(min = 2, max = 14) int time, @ForAll @IntRange(max = 4) int kind) {
        NetworkDocument document = withWindow(
                List.of("1..T-1", "2..4", "T-3", "T-9..T-2", "1,3,5..6").get(kind), time);
        while (TurnEdits.problem(document, "V1", "V1").isEmpty()) {
            document = TurnEdits.add(document, "V1", "V1");
        }
        assertThat(TurnEdits.add(document, "V1", "V1")).isEqualTo(document);
        BitSet seen = new BitSet();
        for (String window : windows(document)) {
            BitSet steps = Window.parse(window).orElseThrow().steps(time);
            assertThat(steps.intersects(seen))
                    .as("%s at T = %d", windows(document), time)
                    .isFalse();
            seen.or(steps);
        }
        assertThat(seen.cardinality()).isEqualTo(time - 1);
    }

    @Test
    void whereNoStepIsLeftTheSentenceSaysWhatToDo() {
        assertThat(TurnEdits.problem(frnn(2), "V1", "V2"))
                .contains("At T = 2 no step is left for another transition V1 → V2. Read out later first.");
    }

    @Test
    void aTypedLineSetsAddsAndDeletes() {
        NetworkDocument two = typed(frnn(6), "BRCx2 +I @1..3; C @4..T-1;");
        assertThat(windows(two)).containsExactly("1..3", "4..T-1");
        assertThat(TransitionText.ofTurns(TurnEdits.of(two, "V1", "V1"))).isEqualTo("BRCx2 +I @1..3; C @4..T-1");
        assertThat(NetworkChecker.check(two).problems()).isEmpty();
        assertThat(typed(two, "BRCx2 +I")).isEqualTo(frnn(6));
    }

    private static NetworkDocument typed(NetworkDocument document, String line) {
        List<TransitionText> texts = TransitionText.parseTurns(line).stream()
                .map(parsed -> ((TransitionText.Parsed.Understood) parsed).text())
                .toList();
        return TurnEdits.set(document, "V1", "V1", texts);
    }

    @Test
    void bothTravelThroughTheClipboardAndAreDuplicated() {
        NetworkDocument two = TurnEdits.add(frnn(6), "V1", "V1");
        GraphText copied =
                GraphText.parse(GraphText.copyOf(two, List.of("V1")).toString()).orElseThrow();
        assertThat(TurnEdits.of(copied.pasteInto(two), "V1_2", "V1_2"))
                .extracting(Transition::id, Transition::window)
                .isEqualTo(ids("V1_2-V1_2", "V1_2-V1_2-2"));
        assertThat(TurnEdits.of(StateEdits.duplicate(two, List.of("V1")), "V1_2", "V1_2"))
                .extracting(Transition::id, Transition::window)
                .isEqualTo(ids("V1_2-V1_2", "V1_2-V1_2-2"));
    }

    private static List<org.assertj.core.groups.Tuple> ids(String first, String second) {
        return List.of(
                org.assertj.core.groups.Tuple.tuple(first, "1..3"),
                org.assertj.core.groups.Tuple.tuple(second, "4..T-1"));
    }

    @Test
    void aNumberedIdGoesAlongWithANewNameAndComesBackWithTheOld() {
        NetworkDocument two = TurnEdits.add(frnn(6), "V1", "V1");
        NetworkDocument renamed = StateEdits.rename(two, "V1", "LGN");
        assertThat(renamed.transition("LGN-LGN-2")).isPresent();
        assertThat(StateEdits.rename(renamed, "LGN", "V1")).isEqualTo(two);
    }
}
