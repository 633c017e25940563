package org.unfoldlab.model.equivalence.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KernelTest {
    private static final int SIDE = 12;

    @Property(tries = 20)
    void wavesAndLoopAgree(@ForAll long seed) {
        Random random = new Random(seed);
        Kernel kernel = new Kernel(random.doubles(9, -0.15, 0.15).toArray());
        double[] image = random.doubles(SIDE * SIDE, -1, 1).toArray();
        assertThat(kernel.run(image, SIDE, 30).worst()).isLessThan(1e-9);
    }

    @Test
    void aWaveIsOnlyStretched() {
        Kernel kernel = new Kernel(new double[] {0, 0.1, 0, 0.1, -0.4, 0.1, 0, 0.1, 0});
        double[] wave = new double[SIDE * SIDE];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = Math.cos(2 * Math.PI * 2 * (i % SIDE) / SIDE);
        }
        double factor = kernel.eigenvalues(SIDE).get(2).real();
        double[] once = kernel.run(wave, SIDE, 1).loop().get(1);
        for (int i = 0; i < wave.length; i++) {
            assertThat(once[i]).isCloseTo(factor * wave[i], within(1e-12));
        }
    }

    @Test
    void whatLeavesAtOneEdgeEntersAtTheOther() {
        Kernel shift = new Kernel(new double[] {0, 0, 0, 1, 0, 0, 0, 0, 0});
        double[] image = new double[9];
        image[2] = 1;
        assertThat(shift.convolve(image, 3)[0]).isEqualTo(1);
    }
}
