package org.unfoldlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeededRandomTest {
    @Test
    void theNumbersOfAPlaceNeverChange() {
        SeededRandom random = SeededRandom.at(7, 1, 2);

        assertThat(random.nextLong()).isEqualTo(SeededRandom.at(7, 1, 2).nextLong());
        assertThat(SeededRandom.at(7, 2, 1).nextLong())
                .isNotEqualTo(SeededRandom.at(7, 1, 2).nextLong());
    }

    @Property(tries = 100)
    void aPermutationHoldsEachNumberOnce(@ForAll long seed, @ForAll @IntRange(min = 0, max = 300) int size) {
        assertThat(SeededRandom.at(seed).permutation(size))
                .containsExactlyInAnyOrder(IntStream.range(0, size).toArray());
    }

    @Test
    void neighbouringPlacesAreUnrelated() {
        double mean = IntStream.range(0, 100_000)
                .mapToDouble(i -> SeededRandom.at(1, 0, i).nextDouble())
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(0.5, within(0.005));
    }
}
