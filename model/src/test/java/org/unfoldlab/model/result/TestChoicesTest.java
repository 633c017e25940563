package org.unfoldlab.model.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TestChoicesTest {
    /** Readout times 3 to 6; the true class is always 1. */
    private static TestChoices choices(List<List<Integer>> chosen) {
        List<Integer> images = java.util.stream.IntStream.range(0, chosen.size())
                .mapToObj(i -> 10 + i)
                .toList();
        return new TestChoices(
                List.of(3, 4, 5, 6), images, images.stream().map(i -> 1).toList(), chosen);
    }

    @Test
    void anImageNeedsTimeWhenItIsWrongAtFirstAndRightAtT() {
        TestChoices choices =
                choices(List.of(List.of(0, 1, 1, 1), List.of(1, 1, 1, 1), List.of(0, 2, 2, 1), List.of(0, 1, 2, 0)));
        assertThat(choices.needTime(6))
                .containsExactly(new TestChoices.Turn(12, 1, 2, 6, 1), new TestChoices.Turn(10, 1, 0, 4, 1));
        assertThat(choices.needTime(4))
                .as("what comes after T does not count")
                .extracting(TestChoices.Turn::image)
                .containsExactly(10, 13);
    }

    @Test
    void theReverseIsRightAtFirstAndWrongAtT() {
        TestChoices choices = choices(List.of(List.of(1, 1, 0, 2), List.of(1, 0, 1, 1), List.of(0, 0, 0, 0)));
        assertThat(choices.loseByTime(6)).containsExactly(new TestChoices.Turn(10, 1, 1, 5, 2));
    }

    @Test
    void aReadoutTimeWithoutAnAnswerAndTheFirstOneHaveNoLists() {
        TestChoices choices = choices(List.of(List.of(0, 1, 1, 1)));
        assertThat(choices.needTime(2)).isEmpty();
        assertThat(choices.needTime(3)).isEmpty();
        assertThat(choices.needTime(9)).isEmpty();
    }

    @Property(tries = 200)
    void bothListsTogetherAreTheImagesWhoseRightnessDiffersBetweenFirstAndT(
            @ForAll @Size(max = 12) List<@Size(4) List<@IntRange(min = -1, max = 2) Integer>> chosen,
            @ForAll @IntRange(min = 4, max = 6) int readoutTime) {
        TestChoices choices = choices(chosen);
        int last = readoutTime - 3;
        long differ = chosen.stream()
                .filter(row -> (row.get(0) == 1) != (row.get(last) == 1))
                .count();
        assertThat(choices.needTime(readoutTime).size()
                        + choices.loseByTime(readoutTime).size())
                .isEqualTo((int) differ);
        choices.needTime(readoutTime).forEach(turn -> {
            List<Integer> row = chosen.get(turn.image() - 10);
            assertThat(row.subList(turn.time() - 3, last + 1)).containsOnly(1);
            assertThat(row.get(turn.time() - 4)).isNotEqualTo(1).isEqualTo(turn.before());
        });
    }
}
