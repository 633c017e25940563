package org.unfoldlab.model.engine.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.engine.Precision;

class NumericsTest {
    @BeforeAll
    static void load() throws Exception {
        Natives.load(false);
    }

    @Test
    void instructionsForBfloat16GetBfloat16() {
        assertThat(typeOfFactor(new Numerics(Precision.BFLOAT16, true, true))).isEqualTo(torch.ScalarType.BFloat16);
    }

    @Test
    void aProcessorWithoutThemGetsTheSameRoundedNumbersInFloat32() {
        Numerics without = new Numerics(Precision.BFLOAT16, true, false);
        assertThat(typeOfFactor(without)).isEqualTo(torch.ScalarType.Float);
        try (PointerScope scope = new PointerScope()) {
            Tensor exact = torch.randn(1000);
            Tensor wide = without.factor(exact);
            Tensor narrow = new Numerics(Precision.BFLOAT16, true, true).factor(exact);
            assertThat(torch.equal(wide, narrow.to(torch.ScalarType.Float))).isTrue();
            assertThat(torch.equal(wide, exact)).isFalse();
        }
    }

    @Test
    void exactPrecisionsLeaveFactorsAlone() {
        for (Precision precision : new Precision[] {Precision.FLOAT, Precision.TF32}) {
            assertThat(typeOfFactor(new Numerics(precision, true, true))).isEqualTo(torch.ScalarType.Float);
        }
    }

    @Test
    void convolutionsAreFusedOnlyOnTheProcessorInFloat32() {
        assertThat(new Numerics(Precision.FLOAT, true, true).inFloat32OnHost()).isTrue();
        assertThat(new Numerics(Precision.FLOAT, false, true).inFloat32OnHost()).isFalse();
        assertThat(new Numerics(Precision.DOUBLE, true, true).inFloat32OnHost()).isFalse();
        assertThat(new Numerics(Precision.BFLOAT16, true, false).inFloat32OnHost())
                .isFalse();
    }

    private static torch.ScalarType typeOfFactor(Numerics numerics) {
        try (PointerScope scope = new PointerScope()) {
            return numerics.factor(torch.randn(4)).scalar_type().intern();
        }
    }
}
