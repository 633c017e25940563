package org.unfoldlab.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1..T-1  | 5 | {1, 2, 3, 4}
        1..T-3  | 6 | {1, 2, 3}
        T-2     | 6 | {4}
        2       | 6 | {2}
        1,3..4  | 6 | {1, 3, 4}
        2..T-1  | 2 | {}
        4..2    | 9 | {}
        0..99   | 4 | {1, 2, 3}
        T       | 4 | {}
        T - 1   | 4 | {3}
        """)
    void holdsTheStepsThatItsTextSays(String text, int readoutTime, String steps) {
        assertThat(Window.parse(text).orElseThrow().steps(readoutTime).toString())
                .isEqualTo(steps);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "1..", "..2", "1...2", "T+1", "-1", "1,,2", "1;2", "T-T", "1..2..3"})
    void refusesTextOfAnotherForm(String text) {
        assertThat(Window.parse(text)).isEmpty();
    }

    @Property
    void readsWhatItWrites(
            @ForAll boolean relativeFirst,
            @ForAll @IntRange(max = 30) int first,
            @ForAll boolean relativeLast,
            @ForAll @IntRange(max = 30) int last) {
        Window window = new Window(java.util.List.of(
                new Window.Range(new Window.End(relativeFirst, first), new Window.End(relativeLast, last))));
        assertThat(Window.parse(window.toString())).contains(window);
    }

    @Property
    void neverHoldsAStepOutsideTheNetworksTime(
            @ForAll @IntRange(max = 30) int first,
            @ForAll @IntRange(max = 30) int last,
            @ForAll @IntRange(min = 1, max = 40) int readoutTime) {
        BitSet steps = Window.parse(first + "..T-" + last).orElseThrow().steps(readoutTime);
        assertThat(steps.get(0)).isFalse();
        assertThat(steps.length()).isLessThanOrEqualTo(readoutTime);
    }
}
