package org.unfoldlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResamplerTest {
    private static byte[] resample(Resampler resampler, byte[] source, int length) {
        byte[] target = new byte[length];
        resampler.resample(source, 0, target, 0);
        return target;
    }

    @Property(tries = 100)
    void aPlaneOfOneValueKeepsIt(
            @ForAll @IntRange(min = 1, max = 40) int fromHeight,
            @ForAll @IntRange(min = 1, max = 40) int fromWidth,
            @ForAll @IntRange(min = 1, max = 40) int toHeight,
            @ForAll @IntRange(min = 1, max = 40) int toWidth) {
        byte[] source = new byte[fromHeight * fromWidth];
        Arrays.fill(source, (byte) 201);
        byte[] expected = new byte[toHeight * toWidth];
        Arrays.fill(expected, (byte) 201);

        assertThat(resample(Resampler.between(fromHeight, fromWidth, toHeight, toWidth), source, expected.length))
                .isEqualTo(expected);
        assertThat(resample(Resampler.covering(fromHeight, fromWidth, toHeight, toWidth), source, expected.length))
                .isEqualTo(expected);
    }

    @Property(tries = 100)
    void theSameSizeChangesNothing(@ForAll @IntRange(min = 1, max = 20) int height, @ForAll byte start) {
        byte[] source = new byte[height * 3];
        for (int i = 0; i < source.length; i++) {
            source[i] = (byte) (start + 37 * i);
        }

        assertThat(resample(Resampler.between(height, 3, height, 3), source, source.length))
                .isEqualTo(source);
    }

    @Test
    void enlargingInterpolatesAndReducingAverages() {
        assertThat(resample(Resampler.between(1, 2, 1, 4), new byte[] {0, 100}, 4))
                .containsExactly(0, 25, 75, 100);
        assertThat(resample(Resampler.between(1, 4, 1, 2), new byte[] {0, 0, 100, 100}, 2))
                .containsExactly(14, 86);
    }

    @Test
    void coveringTakesTheMiddle() {
        byte[] wide = {9, 9, 50, 60, 9, 9, 9, 9, 70, 80, 9, 9};

        assertThat(resample(Resampler.covering(2, 6, 2, 2), wide, 4)).containsExactly(50, 60, 70, 80);
    }

    @Test
    void greyImagesBecomeColouredOnesAndTheUserIsTold() throws Exception {
        ImageSet grey = ImageSet.of("grey", 1, 2, 2, new byte[] {10, 10, 10, 10}, new int[1], List.of("a"));

        Splits shaped = new Splits(grey, grey, List.of("first")).inShape(new ImageShape(3, 4, 4));

        assertThat(shaped.train().shape()).isEqualTo(new ImageShape(3, 4, 4));
        assertThat(shaped.train().value(0, 2, 3, 3)).isEqualTo(10);
        assertThat(shaped.notes())
                .containsExactly("first", "The images of grey are 1x2x2 and were resampled to 3x4x4.");
        assertThat(shaped.train().inShape(new ImageShape(1, 2, 2)).sha256()).isEqualTo(grey.sha256());
    }

    @Test
    void numbersOfChannelsThatCannotBeReconciledAreAUsersMistake() {
        ImageSet grey = ImageSet.of("grey", 1, 1, 1, new byte[1], new int[1], List.of("a"));

        assertThatThrownBy(() -> new Splits(grey, grey, List.of()).inShape(new ImageShape(2, 1, 1)))
                .isInstanceOf(DatasetException.class)
                .hasMessage("grey has images of 1x1x1, the network's stimulus is 2x1x1; give the stimulus 1 channels or"
                        + " choose other data.");
    }
}
