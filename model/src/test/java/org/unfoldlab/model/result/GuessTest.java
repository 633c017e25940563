package org.unfoldlab.model.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GuessTest {
    @Property(tries = 200)
    void probabilitiesSumToOneAndKeepTheOrderOfTheLogits(
            @ForAll @Size(min = 2, max = 8) double @DoubleRange(min = -1e4, max = 1e4) [] logits) {
        Guess guess = Guess.ofLogits(4, logits);
        assertThat(Arrays.stream(guess.probabilities()).sum()).isCloseTo(1, within(1e-12));
        assertThat(guess.of(guess.choice()))
                .isEqualTo(Arrays.stream(guess.probabilities()).max().orElseThrow());
        assertThat(logits[guess.choice()]).isEqualTo(Arrays.stream(logits).max().orElseThrow());
    }

    @Test
    void equalLogitsShareAndTheFirstIsChosen() {
        Guess guess = Guess.ofLogits(2, new double[] {700, 700, -700});
        assertThat(guess.probabilities()).containsExactly(0.5, 0.5, 0);
        assertThat(guess.choice()).isZero();
    }

    @Test
    void whatIsNotANumberIsNoChoice() {
        assertThat(Guess.ofLogits(2, new double[] {1, Double.NaN}).choice()).isEqualTo(-1);
        assertThat(Guess.ofLogits(2, new double[] {1, Double.POSITIVE_INFINITY}).choice())
                .isEqualTo(-1);
    }

    @Test
    void aThoughtTellsWhereItChangesItsMind() {
        Thought thought = new Thought(
                Map.of(),
                List.of(guess(2, 0.6, 0.4), guess(3, 0.7, 0.3), guess(5, 0.2, 0.8), guess(6, 0.9, 0.1)),
                List.of());
        assertThat(thought.changes()).extracting(Guess::time).containsExactly(5, 6);
        assertThat(thought.at(4)).isEmpty();
        assertThat(thought.at(5).orElseThrow().choice()).isEqualTo(1);
    }

    private static Guess guess(int time, double... probabilities) {
        return new Guess(time, probabilities);
    }
}
