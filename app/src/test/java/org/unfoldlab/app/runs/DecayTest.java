package org.unfoldlab.app.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DecayTest {
    private static final double[] TIMES = {1, 2, 3, 4, 5, 6};

    @Property(tries = 100)
    void anExactExponentialIsFound(
            @ForAll @DoubleRange(min = 0.1, max = 5) double amplitude,
            @ForAll @DoubleRange(min = -0.5, max = 1.5) double rate) {
        double[] values = new double[TIMES.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = amplitude * Math.exp(-rate * TIMES[i]);
        }
        Decay fit = Decay.fit(TIMES, values).orElseThrow();
        assertThat(fit.rate()).isCloseTo(rate, within(1e-5));
        assertThat(fit.amplitude()).isCloseTo(amplitude, within(1e-4));
        assertThat(fit.describes(values)).isTrue();
    }

    @Test
    void tooFewOrUnknownValuesHaveNoFit() {
        assertThat(Decay.fit(new double[] {1, 2}, new double[] {1, 0.5})).isEmpty();
        assertThat(Decay.fit(TIMES, new double[] {1, Double.NaN, 1, 1, 1, 1})).isEmpty();
    }

    @Test
    void aValueThatSwingsIsNoDecay() {
        double[] swinging = {1, -1, 1, -1, 1, -1};
        assertThat(Decay.fit(TIMES, swinging).orElseThrow().describes(swinging)).isFalse();
    }
}
