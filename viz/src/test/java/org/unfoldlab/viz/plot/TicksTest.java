package org.unfoldlab.viz.plot;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Property(tries = 300)
    void stepsAreOneTwoOrFiveTimesAPowerOfTen(
            @ForAll @DoubleRange(min = -1e4, max = 1e4) double lo,
            @ForAll @DoubleRange(min = 1, max = 9.99) double mantissaOfLength,
            @ForAll @IntRange(min = -5, max = 6) int exponent,
            @ForAll @IntRange(min = 2, max = 12) int wanted) {
        double length = mantissaOfLength * Math.pow(10, exponent);
        double[] ticks = Ticks.linear(lo, lo + length, wanted, false);
        assertThat(ticks.length).isBetween(2, Math.max(wanted, 5) + 1);
        for (int i = 0; i < ticks.length; i++) {
            assertThat(ticks[i]).isBetween(lo - length * 1e-6, lo + length * (1 + 1e-6));
        }
        double step = ticks[1] - ticks[0];
        double mantissa = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-6));
        assertThat(Math.rint(mantissa * 1e3) / 1e3).isIn(1.0, 2.0, 5.0);
    }

    @Property(tries = 200)
    void wholeAxesSayOnlyWholeNumbers(
            @ForAll @IntRange(max = 50) int lo,
            @ForAll @IntRange(min = 1, max = 300) int length,
            @ForAll @IntRange(min = 2, max = 24) int wanted) {
        double[] ticks = Ticks.linear(lo, lo + length, wanted, true);
        assertThat(ticks).isSorted().isNotEmpty();
        for (double tick : ticks) {
            assertThat(tick).isEqualTo(Math.rint(tick));
        }
    }

    @Test
    void epochsBeginWithOneAndGoOnInTens() {
        assertThat(Ticks.linear(1, 60, 6, true)).containsExactly(1, 10, 20, 30, 40, 50, 60);
        assertThat(Ticks.linear(1, 11, 5, true)).containsExactly(1, 3, 5, 7, 9, 11);
        assertThat(Ticks.linear(0, 12, 24, true)).hasSize(13);
    }

    @Test
    void whereTwoAreWantedAndOneWouldComeAFinerStepIsTakenButNoFinerThanNeeded() {
        assertThat(Ticks.linear(-1, 1.5, 2, false)).containsExactly(-1, 0, 1);
    }

    @Test
    void logAxesSayPowersOfTen() {
        assertThat(Ticks.log(1e-6, 1e-2, 5)).containsExactly(1e-6, 1e-5, 1e-4, 1e-3, 1e-2);
        assertThat(Ticks.log(1, 20, 4)).containsExactly(1, 2, 5, 10, 20);
    }

    @Test
    void figuresHaveNoNoise() {
        assertThat(Numbers.significant(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(Numbers.significant(1e-5)).isEqualTo("1e-5");
        assertThat(Numbers.significant(-2.5e-7)).isEqualTo("-2.5e-7");
        assertThat(Numbers.significant(1234567)).isEqualTo("1234567");
        assertThat(Numbers.significant(Double.NaN)).isEqualTo("–");
        assertThat(Numbers.fixed(-0.01, 1)).isEqualTo("0.0");
    }
}
