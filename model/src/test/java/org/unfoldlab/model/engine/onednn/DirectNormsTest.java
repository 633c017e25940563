package org.unfoldlab.model.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the formulas, computed here in float64. */
class DirectNormsTest {
    private static final double EPSILON = 1e-3;
    private static final int IMAGES = 3;
    private static final int SIDE = 4;
    private static final int PIXELS = IMAGES * SIDE * SIDE;
    private static final double BOUND = 1e-5;

    private final Random random = new Random(1);
    private DirectLibrary library;
    private DirectNorms norms;

    @BeforeEach
    void find() {
        library = DirectLibrary.find().orElseThrow();
        norms = new DirectNorms(library, EPSILON);
    }

    @AfterEach
    void close() {
        library.close();
    }

    private FloatPointer numbers(int count) {
        FloatPointer numbers = new FloatPointer(count);
        for (int i = 0; i < count; i++) {
            numbers.put(i, (float) (random.nextGaussian() + 0.3));
        }
        return numbers;
    }

    private static double mean(IntToDoubleFunction ofPixel) {
        double sum = 0;
        for (int i = 0; i < PIXELS; i++) {
            sum += ofPixel.applyAsDouble(i);
        }
        return sum / PIXELS;
    }

    private static void near(double found, double expected) {
        assertThat(Math.abs(found - expected)).isLessThan(BOUND * Math.max(1, Math.abs(expected)));
    }

    /** A norm with its arrays, channels innermost. */
    private final class Case {
        final int channels;
        final boolean affine;
        final DirectNorms.Form form;
        final FloatPointer x;
        final FloatPointer y;
        final FloatPointer mean;
        final FloatPointer variance;
        final FloatPointer gamma;
        final FloatPointer beta;
        final BytePointer passed;
        final DirectNorms.Norm norm;

        Case(int channels, boolean affine, boolean relu) {
            this.channels = channels;
            this.affine = affine;
            form = new DirectNorms.Form(List.of(IMAGES, channels, SIDE, SIDE), affine, relu);
            x = numbers(PIXELS * channels);
            y = new FloatPointer((long) PIXELS * channels);
            mean = new FloatPointer(channels);
            variance = new FloatPointer(channels);
            gamma = numbers(channels);
            beta = numbers(channels);
            passed = new BytePointer(Math.max(1, norms.passedBytes(form)));
            norm = new DirectNorms.Norm(
                    x.address(),
                    y.address(),
                    mean.address(),
                    variance.address(),
                    affine ? gamma.address() : 0,
                    affine ? beta.address() : 0,
                    relu ? passed.address() : 0);
        }

        double x(int pixel, int channel) {
            return x.get((long) pixel * channels + channel);
        }

        double meanOf(int channel) {
            return mean(i -> x(i, channel));
        }

        double varianceOf(int channel) {
            double center = meanOf(channel);
            return mean(i -> Math.pow(x(i, channel) - center, 2));
        }

        double standard(int pixel, int channel) {
            return (x(pixel, channel) - meanOf(channel)) / Math.sqrt(varianceOf(channel) + EPSILON);
        }

        double scale(int channel) {
            return affine ? gamma.get(channel) : 1;
        }

        double beforeRelu(int pixel, int channel) {
            return scale(channel) * standard(pixel, channel) + (affine ? beta.get(channel) : 0);
        }

        boolean passes(int pixel, int channel) {
            return !form.relu() || beforeRelu(pixel, channel) > 0;
        }
    }

    @ParameterizedTest
    @CsvSource({"8,false,false", "8,true,true", "16,true,false", "64,false,true", "64,true,true"})
    void forwardGivesStatisticsAndTheNormalizedArray(int channels, boolean affine, boolean relu) {
        Case of = new Case(channels, affine, relu);
        norms.forward(of.form, of.norm);
        for (int c = 0; c < channels; c++) {
            near(of.mean.get(c), of.meanOf(c));
            near(of.variance.get(c), of.varianceOf(c));
            for (int i = 0; i < PIXELS; i++) {
                near(of.y.get((long) i * channels + c), of.passes(i, c) ? of.beforeRelu(i, c) : 0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"8,false,false", "8,true,true", "16,true,false", "64,false,true", "64,true,true"})
    void adjointGivesTheGradientsAndMayWriteOverItsInput(int channels, boolean affine, boolean relu) {
        Case of = new Case(channels, affine, relu);
        FloatPointer given = numbers(PIXELS * channels);
        FloatPointer gradient = new FloatPointer((long) PIXELS * channels).put(given);
        FloatPointer ofGamma = new FloatPointer(channels);
        FloatPointer ofBeta = new FloatPointer(channels);
        norms.forward(of.form, of.norm);
        norms.adjoint(
                of.form,
                of.norm,
                new DirectNorms.Gradients(
                        gradient.address(),
                        gradient.address(),
                        affine ? ofGamma.address() : 0,
                        affine ? ofBeta.address() : 0));
        for (int channel = 0; channel < channels; channel++) {
            int c = channel;
            IntToDoubleFunction g = i -> of.passes(i, c) ? given.get((long) i * channels + c) : 0;
            double meanG = mean(g);
            double meanProduct = mean(i -> g.applyAsDouble(i) * of.standard(i, c));
            for (int i = 0; i < PIXELS; i++) {
                double expected = of.scale(c)
                        / Math.sqrt(of.varianceOf(c) + EPSILON)
                        * (g.applyAsDouble(i) - meanG - of.standard(i, c) * meanProduct);
                near(gradient.get((long) i * channels + c), expected);
            }
            if (affine) {
                near(ofGamma.get(c), meanProduct * PIXELS);
                near(ofBeta.get(c), meanG * PIXELS);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"8,false", "64,true"})
    void scaleAndShiftMayWriteOverTheirInput(int channels, boolean relu) {
        Case of = new Case(channels, true, relu);
        FloatPointer zeros = new FloatPointer(new float[channels]);
        FloatPointer ones = new FloatPointer(channels);
        for (int c = 0; c < channels; c++) {
            ones.put(c, 1f);
        }
        FloatPointer y = new FloatPointer((long) PIXELS * channels).put(of.x);
        norms.scaleShift(
                of.form.shape(),
                relu,
                y.address(),
                y.address(),
                of.gamma.address(),
                of.beta.address(),
                zeros.address(),
                ones.address());
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < PIXELS; i++) {
                double expected = of.gamma.get(c) * of.x(i, c) + of.beta.get(c);
                near(y.get((long) i * channels + c), relu ? Math.max(0, expected) : expected);
            }
        }
    }

    @Test
    void lastsLongerThanTheScopeInWhichItWasFirstUsed() {
        Case of = new Case(16, false, true);
        try (PointerScope scope = new PointerScope()) {
            norms.forward(of.form, of.norm);
        }
        float first = of.y.get(5);
        of.y.put(5, -1f);
        norms.forward(of.form, of.norm);
        assertThat(of.y.get(5)).isEqualTo(first);
    }

    @Test
    void servesWhatOneDnnCompilesFor() {
        assertThat(norms.serves(3)).isFalse();
        assertThat(norms.serves(64)).isEqualTo(norms.serves(16));
    }

    @Test
    void refusesANormThatLacksAnArray() {
        Case of = new Case(8, false, true);
        DirectNorms.Norm without =
                new DirectNorms.Norm(of.x.address(), of.y.address(), of.mean.address(), of.variance.address(), 0, 0, 0);
        assertThatThrownBy(() -> norms.forward(of.form, without)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> norms.forward(new DirectNorms.Form(of.form.shape(), true, true), of.norm))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
