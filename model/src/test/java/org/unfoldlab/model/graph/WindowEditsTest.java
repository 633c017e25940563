package org.unfoldlab.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowEditsTest {
    @ParameterizedTest
    @CsvSource({
        "1..T-1, 8, LAST, -2, 1..T-3",
        "1..T-3, 8, LAST, 2, 1..T-1",
        "1..T-1, 8, LAST, 3, 1..T-1",
        "1..T-1, 8, FIRST, 1, 2..T-1",
        "1..T-1, 8, FIRST, -1, 1..T-1",
        "2..4, 8, LAST, 1, 2..5",
        "2..4, 8, LAST, 9, 2..T-1",
        "2..4, 8, FIRST, 9, 4",
        "T-2, 8, LAST, 1, T-2..T-1",
        "T-2, 8, FIRST, -1, T-3..T-2",
        "soon, 8, LAST, 1, soon"
    })
    void movesOneEndAndKeepsHowItIsWritten(String window, int time, WindowEdits.Side side, int steps, String moved) {
        assertThat(WindowEdits.moved(window, time, side, steps)).isEqualTo(moved);
    }
}
