package org.unfoldlab.model.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.graph.Training.Schedule;

class LearningRatesTest {
    @Test
    void thePapersSixtyEpochsAreFortyTenAndTen() {
        double[] rates = rates(new Schedule.Paper(), 60);
        double[] expected = IntStream.rangeClosed(1, 60)
                .mapToDouble(epoch -> epoch <= 40 ? 0.01 : epoch <= 50 ? 0.001 : 0.0001)
                .toArray();
        assertArrayEquals(expected, rates);
    }

    @Test
    void thePapersScheduleKeepsItsProportionsInShortRuns() {
        assertArrayEquals(new double[] {0.01, 0.01, 0.01, 0.01, 0.001, 0.0001}, rates(new Schedule.Paper(), 6));
        assertArrayEquals(new double[] {0.01, 0.01, 0.001}, rates(new Schedule.Paper(), 3));
        assertArrayEquals(new double[] {0.01}, rates(new Schedule.Paper(), 1));
    }

    @Test
    void imageNetGoesEvenlyInTheLogarithm() {
        double[] rates = rates(new Schedule.ImageNet(), 12);
        for (int i = 0; i < 12; i++) {
            assertEquals(-1 - 3 * i / 11.0, Math.log10(rates[i]), 1e-12);
        }
        assertEquals(0.1, rates[0]);
        assertEquals(0.0001, rates[11], 1e-18);
        assertArrayEquals(new double[] {0.1}, rates(new Schedule.ImageNet(), 1));
    }

    @Test
    void ownPiecesHoldUpToTheirEpochAndTheLastGoesOn() {
        Schedule steps = new Schedule.Steps(List.of(new Schedule.Piece(2, 0.5), new Schedule.Piece(3, 0.25)));
        assertArrayEquals(new double[] {0.5, 0.5, 0.25, 0.25, 0.25}, rates(steps, 5));
    }

    private static double[] rates(Schedule schedule, int epochs) {
        return IntStream.rangeClosed(1, epochs)
                .mapToDouble(epoch -> LearningRates.at(schedule, epochs, epoch))
                .toArray();
    }
}
