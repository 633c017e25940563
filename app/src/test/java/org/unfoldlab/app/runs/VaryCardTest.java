package org.unfoldlab.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.unfoldlab.model.sweep.Axis;

class VaryCardTest {
    @Test
    void valuesArePartedByCommasAndRangesAreTheirMembers() {
        assertThat(VaryCard.expanded(Axis.TIME, " 3, 5..7;9 ")).containsExactly("3", "5", "6", "7", "9");
        assertThat(VaryCard.expanded(Axis.WIDTH, "0.5 1..2")).containsExactly("0.5", "1..2");
        assertThat(VaryCard.expanded(Axis.SEED, "1..999999999")).containsExactly("1..999999999");
        assertThat(VaryCard.expanded(Axis.SEED, "")).isEmpty();
    }
}
