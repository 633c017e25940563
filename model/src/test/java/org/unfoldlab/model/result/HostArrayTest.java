package org.unfoldlab.model.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HostArrayTest {
    @Test
    void convertsBetweenElementTypes() {
        HostArray array = HostArray.ofInts(new int[] {2, 2}, 1, 2, 3, 4);
        assertThat(array.asFloats()).containsExactly(1f, 2f, 3f, 4f);
        assertThat(array.asDoubles()).containsExactly(1.0, 2.0, 3.0, 4.0);
        assertThat(array.asLongs()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(HostArray.scalar(3).asInts()).containsExactly(3);
    }

    @Test
    void refusesFractionsAsWholeNumbers() {
        HostArray array = HostArray.ofFloats(new int[] {1}, 0.5f);
        assertThatThrownBy(array::asInts).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesAShapeThatDoesNotFit() {
        assertThatThrownBy(() -> HostArray.ofFloats(new int[] {2, 3}, 1f))
                .hasMessage("shape [2, 3] needs 6 values, got 1");
        assertThatThrownBy(() -> HostArray.ofFloats(new int[] {-1}, 1f)).hasMessageContaining("negative axis");
    }

    @Test
    void isNotChangedThroughItsArrays() {
        float[] given = {1f, 2f};
        HostArray array = HostArray.ofFloats(new int[] {2}, given);
        given[0] = 9f;
        array.asFloats()[1] = 9f;
        array.shape()[0] = 9;
        assertThat(array).isEqualTo(HostArray.ofFloats(new int[] {2}, 1f, 2f));
    }

    @Test
    void equalityLooksAtTypeShapeAndElements() {
        HostArray array = HostArray.ofFloats(new int[] {2}, Float.NaN, 2f);
        assertThat(array)
                .isEqualTo(HostArray.ofFloats(new int[] {2}, Float.NaN, 2f))
                .hasSameHashCodeAs(HostArray.ofFloats(new int[] {2}, Float.NaN, 2f))
                .isNotEqualTo(array.reshaped(1, 2))
                .isNotEqualTo(HostArray.ofDoubles(new int[] {2}, Double.NaN, 2));
    }
}
