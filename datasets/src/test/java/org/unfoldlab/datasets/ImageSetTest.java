package org.unfoldlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ImageSetTest {
    private static final List<String> CLASSES = List.of("even", "odd");

    /** Image i has the values i, i + 1, … */
    private static ImageSet counting(int size) {
        byte[] pixels = new byte[size * 2 * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / 6 + i % 6);
        }
        return ImageSet.of(
                "counting",
                2,
                1,
                3,
                pixels,
                IntStream.range(0, size).map(i -> i % 2).toArray(),
                CLASSES);
    }

    @Test
    void valuesAreUnsignedAndLieChannelByChannel() {
        ImageSet set = counting(200);

        assertThat(set.value(190, 1, 0, 2)).isEqualTo(195);
        assertThat(set.value(3, 0, 0, 1)).isEqualTo(4);
    }

    @Test
    void statisticsAreMeanAndBiasedDeviationOfEachChannelInUnitRange() {
        ImageSet set = ImageSet.of(
                "two", 2, 1, 2, new byte[] {0, (byte) 255, 51, 51, 0, (byte) 255, 51, 51}, new int[2], CLASSES);

        ChannelStatistics statistics = set.statistics();

        assertThat(statistics.mean()).containsExactly(new double[] {0.5, 0.2}, within(1e-12));
        assertThat(statistics.deviation()).containsExactly(new double[] {0.5, 0}, within(1e-12));
        assertThat(statistics.normalized(0)[255]).isEqualTo(1f);
        assertThat(statistics.normalized(1)[51]).isZero();
    }

    @Property(tries = 50)
    void aSampleHoldsDistinctImagesInOrderAndDependsOnTheSeedOnly(
            @ForAll @IntRange(min = 0, max = 250) int count, @ForAll long seed) {
        ImageSet set = counting(250);

        ImageSet sample = set.sample(count, seed);

        int[] first = IntStream.range(0, sample.size())
                .map(i -> sample.value(i, 0, 0, 0))
                .toArray();
        assertThat(first).hasSize(count).doesNotHaveDuplicates().isSorted();
        assertThat(set.sample(count, seed).sha256()).isEqualTo(sample.sha256());
    }

    @Test
    void theFirstImagesOfASetAreItsBeginning() {
        ImageSet set = counting(10);

        assertThat(set.first(4).size()).isEqualTo(4);
        assertThat(set.first(4).sha256()).isEqualTo(counting(4).sha256());
        assertThat(set.first(11)).isSameAs(set);
    }

    @Test
    void theHashChangesWithAnyPixelLabelOrClassName() {
        byte[] pixels = {1, 2, 3, 4};
        String hash = ImageSet.of("a", 1, 2, 2, pixels, new int[] {0}, CLASSES).sha256();

        assertThat(ImageSet.of("other name", 1, 2, 2, pixels, new int[] {0}, CLASSES)
                        .sha256())
                .isEqualTo(hash)
                .hasSize(64);
        assertThat(ImageSet.of("a", 1, 2, 2, new byte[] {1, 2, 3, 5}, new int[] {0}, CLASSES)
                        .sha256())
                .isNotEqualTo(hash);
        assertThat(ImageSet.of("a", 1, 2, 2, pixels, new int[] {1}, CLASSES).sha256())
                .isNotEqualTo(hash);
        assertThat(ImageSet.of("a", 1, 1, 4, pixels, new int[] {0}, CLASSES).sha256())
                .isNotEqualTo(hash);
        assertThat(ImageSet.of("a", 1, 2, 2, pixels, new int[] {0}, List.of("even", "ODD"))
                        .sha256())
                .isNotEqualTo(hash);
    }

    @Test
    void aSetCannotExistWrong() {
        assertThatThrownBy(() -> ImageSet.of("a", 1, 2, 2, new byte[5], new int[1], CLASSES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 images of 1x2x2 are not 5 bytes");
        assertThatThrownBy(() -> ImageSet.of("a", 1, 1, 1, new byte[1], new int[] {2}, CLASSES))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void greyAndColouredImagesAreShownAsOpaqueColours() {
        ImageSet grey = ImageSet.of("grey", 1, 1, 1, new byte[] {(byte) 0x80}, new int[1], CLASSES);
        ImageSet red = ImageSet.of("red", 3, 1, 1, new byte[] {(byte) 0xff, 1, 2}, new int[1], CLASSES);

        assertThat(grey.argb(0)).containsExactly(0xff808080);
        assertThat(red.argb(0)).containsExactly(0xffff0102);
    }
}
