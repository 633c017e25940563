package org.unfoldlab.model.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AxisTest {
    @Provide
    Arbitrary<Double> aboveZero() {
        return Arbitraries.longs()
                .between(1, Double.doubleToLongBits(Double.MAX_VALUE))
                .map(Double::longBitsToDouble);
    }

    @Property(tries = 300)
    void everyNumberAboveZeroThatIsPrintedIsRead(@ForAll("aboveZero") double number) {
        for (String text :
                List.of(Double.toString(number), BigDecimal.valueOf(number).toPlainString())) {
            Optional<String> canonical = Axis.RATE.canonical(text);
            assertThat(canonical).as(text).isPresent();
            assertThat(Double.parseDouble(canonical.orElseThrow())).isEqualTo(number);
            assertThat(Axis.RATE.canonical(canonical.orElseThrow())).isEqualTo(canonical);
        }
    }

    @Property(tries = 300)
    void whatIsCanonicalIsReadAgain(@ForAll("numbers") String text) {
        for (Axis axis : Axis.values()) {
            axis.canonical(text)
                    .ifPresent(value -> assertThat(axis.canonical(value)).contains(value));
        }
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(420);
        return digits.flatMap(all -> Arbitraries.integers()
                .between(-330, 330)
                .map(exponent -> all.charAt(0) + "." + all.substring(1) + "e" + exponent));
    }

    @Example
    void pythonsSpellingServes() {
        assertThat(Axis.RATE.canonical("0.0031622776601683794")).contains("0.0031622776601683794");
        assertThat(Axis.RATE.canonical("1e-05")).contains("0.00001");
        assertThat(Axis.RATE.canonical("5e-324")).isPresent();
        assertThat(Axis.RATE.canonical("1e999")).isEmpty();
        assertThat(Axis.SEED.canonical("1e100")).isEmpty();
    }
}
