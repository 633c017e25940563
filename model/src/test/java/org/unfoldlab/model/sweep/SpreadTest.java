package org.unfoldlab.model.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
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

    /** numpy.longdouble, rounded: mean 0.9e308, deviation 0.1·√2·1e308. */
    @Test
    void hugeValuesDoNotAddUpToInfinity() {
        Spread spread = Spread.of(0.8e308, 1.0e308);
        assertThat(spread.mean()).isCloseTo(0.9e308, withinPercentage(1e-12));
        assertThat(spread.deviation().orElseThrow()).isCloseTo(0.1e308 * Math.sqrt(2), withinPercentage(1e-12));
    }

    @Property
    void theMeanLiesBetweenTheEndsHoweverLargeTheValues(
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = -Double.MAX_VALUE) Double> finite) {
        double[] values = finite.stream().mapToDouble(Double::doubleValue).toArray();
        Spread spread = Spread.of(values);
        assertThat(spread.mean()).isBetween(spread.lowest(), spread.highest());
        assertThat(spread.deviation().orElse(0)).isNotNegative();
    }
}
