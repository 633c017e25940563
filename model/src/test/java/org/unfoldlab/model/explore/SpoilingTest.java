package org.unfoldlab.model.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.unfoldlab.datasets.ImageShape;

class SpoilingTest {
    private static final ImageShape SHAPE = new ImageShape(2, 6, 8);
    private static final byte[] FILL = {40, (byte) 200};

    private static byte[] ramp() {
        byte[] pixels = new byte[SHAPE.length()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (2 * i);
        }
        return pixels;
    }

    @Property(tries = 200)
    void aPatchHidesItsOwnPixelsInEveryChannelAndNoOthers(
            @ForAll @IntRange(min = -5, max = 9) int row,
            @ForAll @IntRange(min = -5, max = 9) int column,
            @ForAll @IntRange(min = 1, max = 6) int size) {
        Spoiling spoiling = Spoiling.NONE.withPatch(Optional.of(new Spoiling.Patch(row, column, size)));
        byte[] spoilt = spoiling.apply(ramp(), SHAPE, FILL);
        for (int i = 0; i < spoilt.length; i++) {
            int y = i / 8 % 6;
            int x = i % 8;
            boolean hidden = y >= row && y < row + size && x >= column && x < column + size;
            assertThat(spoilt[i]).isEqualTo(hidden ? FILL[i / 48] : ramp()[i]);
        }
    }

    @Test
    void theSameSeedGivesTheSameNoiseAndAnotherSeedAnother() {
        Spoiling noisy = Spoiling.NONE.withNoise(20).withSeed(3);
        byte[] image = ramp();
        assertThat(noisy.apply(image, SHAPE, FILL)).isEqualTo(noisy.apply(image, SHAPE, FILL));
        assertThat(noisy.withSeed(4).apply(image, SHAPE, FILL)).isNotEqualTo(noisy.apply(image, SHAPE, FILL));
        assertThat(image).as("the image itself is untouched").isEqualTo(ramp());
    }

    @Test
    void noiseHasTheDeviationThatItSaysAndStaysWithinGreyLevels() {
        ImageShape large = new ImageShape(1, 100, 100);
        byte[] grey = new byte[large.length()];
        java.util.Arrays.fill(grey, (byte) 128);
        byte[] noisy = Spoiling.NONE.withNoise(10).apply(grey, large, FILL);
        double squares = 0;
        for (byte value : noisy) {
            squares += Math.pow((value & 0xff) - 128, 2);
        }
        assertThat(Math.sqrt(squares / noisy.length)).isBetween(9.7, 10.3);
        byte[] black = Spoiling.NONE.withNoise(200).apply(new byte[large.length()], large, FILL);
        assertThat(black).as("nothing wraps below black").contains((byte) 0);
    }

    @Test
    void aPatchIsKeptInsideTheImage() {
        assertThat(new Spoiling.Patch(-3, 7, 4).within(6, 8)).isEqualTo(new Spoiling.Patch(0, 4, 4));
    }
}
