package org.unfoldlab.model.equivalence.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearCaseTest {
    private static SquareMatrix random(long seed, int size, double scale) {
        Random random = new Random(seed);
        double[][] rows = new double[size][size];
        for (double[] row : rows) {
            for (int j = 0; j < size; j++) {
                row[j] = scale * random.nextGaussian();
            }
        }
        return new SquareMatrix(rows);
    }

    @Property(tries = 60)
    void powerAndLoopAgree(@ForAll long seed, @ForAll @IntRange(min = 2, max = 3) int size) {
        double[] x0 = new Random(seed + 1).doubles(size, -1, 1).toArray();
        Course course = LinearCase.run(random(seed, size, 0.4), x0, 50);
        // A mode that has all but died may carry the rounding of the others.
        for (int n = 0; n <= 50; n++) {
            assertThat(course.difference(n)).as("n = %d", n).isLessThan(1e-9);
        }
    }

    @Property(tries = 60)
    void eigenvaluesAndDirectionsMakeTheMatrixAgain(@ForAll long seed, @ForAll @IntRange(min = 2, max = 3) int size) {
        SquareMatrix k = random(seed, size, 1);
        SquareMatrix again = Spectrum.of(k).matrix();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                assertThat(again.at(i, j)).isCloseTo(k.at(i, j), within(1e-6));
            }
        }
    }

    /** Hipparchus 4.0.2 calls two real eigenvalues of each of these a complex pair. */
    @ParameterizedTest
    @ValueSource(longs = {-16657, -15499, -15450, -15124, -8848})
    void makesTheMatrixAgainWhereLibrariesErr(long seed) {
        eigenvaluesAndDirectionsMakeTheMatrixAgain(seed, 3);
    }

    @Test
    void knowsTheEigenvaluesOfARotation() {
        double angle = 0.3;
        SquareMatrix k = new SquareMatrix(new double[][] {
            {Math.cos(angle) - 1, -Math.sin(angle)}, {Math.sin(angle), Math.cos(angle) - 1}
        });
        Spectrum spectrum = Spectrum.of(k);
        assertThat(spectrum.values().get(0).real()).isCloseTo(Math.cos(angle), within(1e-12));
        assertThat(spectrum.values().get(0).imaginary()).isCloseTo(Math.sin(angle), within(1e-12));
        assertThat(spectrum.values())
                .allSatisfy(value -> assertThat(value.fate()).isEqualTo(Eigenvalue.Fate.PERSISTS));
        Course course = LinearCase.run(k, new double[] {1, 0}, 1000);
        assertThat(Course.norm(course.loop().get(1000))).isCloseTo(1, within(1e-10));
    }

    @Test
    void smallWeightsPersistWithTheIdentityAndVanishWithout() {
        SquareMatrix k = new SquareMatrix(new double[][] {{0.01, 0}, {0, -0.01}});
        Course course = LinearCase.run(k, new double[] {1, 1}, 50);
        assertThat(Course.norm(course.loop().get(50))).isBetween(1.0, 2.0);
        assertThat(Course.norm(course.plain().get(50))).isLessThan(1e-90);
    }

    @Test
    void aDraggedEigenvalueIsWhereItWasPut() {
        Spectrum real = Spectrum.of(new SquareMatrix(new double[][] {{-0.5, 0.1}, {0, -0.1}}));
        Spectrum moved = Spectrum.of(real.moved(0, new Eigenvalue(1.2, 0)).matrix());
        assertThat(moved.values()).anySatisfy(v -> assertThat(v.real()).isCloseTo(1.2, within(1e-12)));
        Spectrum pair = Spectrum.of(real.moved(1, new Eigenvalue(0.6, -0.7)).matrix());
        assertThat(pair.values().get(0).real()).isCloseTo(0.6, within(1e-12));
        assertThat(pair.values().get(0).imaginary()).isCloseTo(0.7, within(1e-12));
        Spectrum onTheLine = Spectrum.of(pair.moved(1, new Eigenvalue(0.3, 0)).matrix());
        assertThat(onTheLine.values()).allSatisfy(v -> {
            assertThat(v.real()).isCloseTo(0.3, within(1e-7));
            assertThat(v.imaginary()).isZero();
        });
    }

    @Test
    void theThirdEigenvalueCannotLeaveTheRealLineAlone() {
        SquareMatrix k = Spectrum.of(random(3, 3, 0.1))
                .moved(0, new Eigenvalue(0.9, 0.4))
                .matrix();
        Spectrum spectrum = Spectrum.of(k);
        int alone = 0;
        while (spectrum.values().get(alone).imaginary() != 0) {
            alone++;
        }
        Spectrum moved = spectrum.moved(alone, new Eigenvalue(0.2, 0.5));
        assertThat(moved.values().get(alone)).isEqualTo(new Eigenvalue(0.2, 0));
    }

    @Test
    void aMatrixWithTooFewEigenvectorsStillHasACourse() {
        SquareMatrix k = new SquareMatrix(new double[][] {{0, 1}, {0, 0}});
        assertThat(Spectrum.of(k).directions()).isEqualTo(SquareMatrix.identity(2));
        assertThat(LinearCase.run(k, new double[] {0, 1}, 10).loop().get(10)).containsExactly(10, 1);
    }

    @Test
    void aStartOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> LinearCase.run(SquareMatrix.identity(2), new double[3], 1))
                .hasMessage("a start of 2 numbers is needed, got 3");
    }
}
