package org.unfoldlab.model.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.result.StateDynamics.Move;

class CourseTest {
    /** A state of two numbers, (x(t), y(t)), from t = 0. */
    private static Move move(int count, IntToDoubleFunction x, IntToDoubleFunction y) {
        double[] norms = new double[count];
        double[] cosines = new double[count];
        double[][] distances = new double[StateDynamics.LONGEST_LAG][count];
        for (int t = 0; t < count; t++) {
            norms[t] = Math.hypot(x.applyAsDouble(t), y.applyAsDouble(t));
            for (int lag = 1; lag <= StateDynamics.LONGEST_LAG; lag++) {
                distances[lag - 1][t] = t < lag
                        ? Double.NaN
                        : Math.hypot(
                                        x.applyAsDouble(t) - x.applyAsDouble(t - lag),
                                        y.applyAsDouble(t) - y.applyAsDouble(t - lag))
                                / norms[t];
            }
        }
        Arrays.fill(cosines, 1);
        return new Move(norms, cosines, distances);
    }

    @Test
    void whatComesToRestSettles() {
        assertEquals(Course.SETTLES, Course.of(move(10, t -> 1 + Math.exp(-t), t -> 2)));
        assertEquals(Course.SETTLES, Course.of(move(6, t -> 3 - 2 * Math.exp(-0.5 * t), t -> 0)));
    }

    @Test
    void whatComesBackToEarlierStatesCycles() {
        assertEquals(Course.CYCLES, Course.of(move(10, t -> Math.cos(Math.PI * t), t -> 0.2)));
        assertEquals(
                Course.CYCLES, Course.of(move(12, t -> Math.cos(Math.PI * t / 2), t -> Math.sin(Math.PI * t / 2))));
    }

    @Test
    void whatGetsLargerAtEachStepGrows() {
        assertEquals(Course.GROWS, Course.of(move(8, t -> Math.pow(1.5, t), t -> 0)));
        assertEquals(Course.GROWS, Course.of(move(6, t -> 1 + t, t -> 0)));
    }

    @Test
    void aWalkWithoutEndIsNoneOfThese() {
        assertEquals(Course.MOVES, Course.of(move(9, t -> Math.cos(0.35 * t * t), t -> Math.sin(0.35 * t * t))));
    }

    /** As the demo's V1 did after its first epoch: the change fell to 0.29 and stayed there. */
    @Test
    void aChangeThatFellAndThenStaysTheSameIsNoSettling() {
        double[] angles = {0, 0.65, 1.2, 1.59, 1.9, 2.18, 2.47, 2.77, 3.07, 3.37, 3.66};
        assertEquals(Course.MOVES, Course.of(move(angles.length, t -> Math.cos(angles[t]), t -> Math.sin(angles[t]))));
    }

    @Test
    void whatStillFallsSettles() {
        assertEquals(Course.SETTLES, Course.of(move(6, t -> Math.exp(-0.35 * t), t -> 0.5)));
    }

    @Test
    void twoChangesSayNothing() {
        assertEquals(Course.UNKNOWN, Course.of(move(3, t -> 1 + Math.exp(-t), t -> 0)));
    }
}
