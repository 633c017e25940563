package org.unfoldlab.model.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpreadTest {
    /** numpy: x = [0.132, 0.141, 0.128, 0.150]; x.mean() = 0.13775; x.std(ddof=1) = 0.009810708435174289. */
    @Test
    void meanAndDeviationAreThoseOfNumPy() {
        Spread spread = Spread.of(0.132, 0.141, 0.128, 0.150);
        assertThat(spread.mean()).isCloseTo(0.13775, within(1e-15));
        assertThat(spread.deviation().orElseThrow()).isCloseTo(0.009810708435174289, within(1e-15));
        assertThat(spread.lowest()).isEqualTo(0.128);
        assertThat(spread.highest()).isEqualTo(0.150);
        assertThat(spread.count()).isEqualTo(4);
    }

    @Test
    void oneValueHasNoDeviationAndNoneHasNoSpread() {
        assertThat(Spread.of(0.5).deviation()).isEmpty();
        assertThatThrownBy(Spread::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Spread.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void theMeanLiesBetweenTheEnds(@ForAll @Size(min = 1, max = 8) double @DoubleRange(min = 0, max = 1) [] values) {
        Spread spread = Spread.of(values);
        assertThat(spread.mean()).isBetween(spread.lowest(), spread.highest());
        assertThat(spread.deviation().orElse(0)).isNotNegative();
    }
}
