package org.unfoldlab.model.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unfoldlab.model.engine.plan.Instruction;

/** Against convolutions computed here, product by product, in float64. */
class DirectConvolutionsTest {
    private static final double BOUND = 1e-5;

    private final Random random = new Random(1);
    private final List<BytePointer> taken = new ArrayList<>();
    private DirectLibrary library;
    private DirectConvolutions convolutions;

    @BeforeEach
    void find() {
        library = DirectLibrary.find().orElseThrow();
        Optional<DirectConvolutions> found = DirectConvolutions.find(library);
        assumeThat(found).as("oneDNN compiles for this processor").isPresent();
        convolutions = found.orElseThrow();
    }

    @AfterEach
    void close() {
        library.close();
        taken.forEach(BytePointer::close);
    }

    private long take(long bytes) {
        BytePointer room = new BytePointer(bytes);
        taken.add(room);
        return room.address();
    }

    private FloatPointer numbers(long count) {
        FloatPointer numbers = new FloatPointer(count);
        for (long i = 0; i < count; i++) {
            numbers.put(i, (float) random.nextGaussian());
        }
        return numbers;
    }

    /** A convolution with its arrays, channels innermost. */
    private final class Case {
        final WinogradForm form;
        final FloatPointer x;
        final FloatPointer w;
        final FloatPointer y;

        Case(WinogradForm form) {
            this.form = form;
            x = numbers((long) form.images() * form.height() * form.inputRow());
            w = numbers(9L * form.inputs() * form.outputs());
            y = numbers((long) form.images() * form.height() * form.outputRow());
        }

        int xAt(int image, int row, int column, int channel) {
            return ((image * form.height() + row) * form.width() + column) * form.inputs() + channel;
        }

        int yAt(int image, int row, int column, int channel) {
            return ((image * form.height() + row) * form.width() + column) * form.outputs() + channel;
        }

        int wAt(int out, int in, int row, int column) {
            return ((out * 3 + row) * 3 + column) * form.inputs() + in;
        }

        boolean inside(int row, int column) {
            return row >= 0 && row < form.height() && column >= 0 && column < form.width();
        }

        long parts(boolean back) {
            long parts = take(convolutions.filterBytes(form, back));
            convolutions.filters(form, back, w.address(), parts, DirectConvolutionsTest.this::take);
            return parts;
        }

        /** Calls for every product: places in x, w and y. */
        void products(Products each) {
            for (int n = 0; n < form.images(); n++) {
                for (int h = 0; h < form.height(); h++) {
                    for (int v = 0; v < form.width(); v++) {
                        products(n, h, v, each);
                    }
                }
            }
        }

        private void products(int n, int h, int v, Products each) {
            for (int r = 0; r < 3; r++) {
                for (int s = 0; s < 3; s++) {
                    if (inside(h + r - 1, v + s - 1)) {
                        for (int o = 0; o < form.outputs(); o++) {
                            for (int i = 0; i < form.inputs(); i++) {
                                each.at(xAt(n, h + r - 1, v + s - 1, i), wAt(o, i, r, s), yAt(n, h, v, o));
                            }
                        }
                    }
                }
            }
        }
    }

    private interface Products {
        void at(int x, int w, int y);
    }

    private static void near(FloatPointer found, double[] expected) {
        double largest = 0;
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            worst = Math.max(worst, Math.abs(found.get(i) - expected[i]));
        }
        assertThat(worst).isLessThan(BOUND * largest);
    }

    @ParameterizedTest
    @CsvSource({"2,32,32,8,8", "3,32,50,8,5", "1,48,32,12,16", "37,32,32,32,32"})
    void forwardIsAConvolutionWithBiasAndRelu(int images, int inputs, int outputs, int height, int width) {
        Case of = new Case(new WinogradForm(images, inputs, outputs, height, width));
        FloatPointer bias = numbers(outputs);
        double[] expected = new double[(int) of.y.capacity()];
        of.products((x, w, y) -> expected[y] += (double) of.x.get(x) * of.w.get(w));
        long parts = of.parts(false);
        convolutions.forward(of.form, false, of.x.address(), parts, 0, of.y.address(), this::take);
        near(of.y, expected);
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Math.max(0, expected[i] + bias.get(i % outputs));
        }
        convolutions.forward(of.form, true, of.x.address(), parts, bias.address(), of.y.address(), this::take);
        near(of.y, expected);
    }

    @Test
    void addingWritesOverTheSum() {
        Case of = new Case(new WinogradForm(2, 32, 32, 8, 8));
        double[] expected = new double[(int) of.y.capacity()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = of.y.get(i);
        }
        of.products((x, w, y) -> expected[y] += (double) of.x.get(x) * of.w.get(w));
        convolutions.addTo(of.form, of.x.address(), of.parts(false), of.y.address(), this::take);
        near(of.y, expected);
    }

    @ParameterizedTest
    @CsvSource({"2,32,32,8,8", "3,32,48,12,5", "37,32,32,32,32"})
    void inputGradientIsTheConvolutionsAdjoint(int images, int inputs, int outputs, int height, int width) {
        Case of = new Case(new WinogradForm(images, inputs, outputs, height, width));
        double[] expected = new double[(int) of.x.capacity()];
        of.products((x, w, y) -> expected[x] += (double) of.y.get(y) * of.w.get(w));
        convolutions.inputGradient(of.form, of.y.address(), of.parts(true), of.x.address(), this::take);
        near(of.x, expected);
    }

    @ParameterizedTest
    @CsvSource({"2,32,32,8,8", "3,32,48,12,5"})
    void weightGradientIsSetOrAdded(int images, int inputs, int outputs, int height, int width) {
        Case of = new Case(new WinogradForm(images, inputs, outputs, height, width));
        double[] expected = new double[(int) of.w.capacity()];
        of.products((x, w, y) -> expected[w] += (double) of.x.get(x) * of.y.get(y));
        convolutions.weightGradient(of.form, false, of.x.address(), of.y.address(), of.w.address(), this::take);
        near(of.w, expected);
        convolutions.weightGradient(of.form, true, of.x.address(), of.y.address(), of.w.address(), this::take);
        for (int i = 0; i < expected.length; i++) {
            expected[i] *= 2;
        }
        near(of.w, expected);
    }

    @Test
    void servesWideThreeByThreeConvolutionsOfWholeTilesOnly() {
        List<Integer> x = List.of(64, 64, 32, 32);
        List<Integer> w = List.of(64, 64, 3, 3);
        Instruction.Geometry plain = new Instruction.Geometry(3, 1, 1);
        assertThat(WinogradForm.serves(x, w, plain)).isTrue();
        assertThat(WinogradForm.serves(x, w, new Instruction.Geometry(3, 2, 1))).isFalse();
        assertThat(WinogradForm.serves(x, w, new Instruction.Geometry(3, 1, 0))).isFalse();
        assertThat(WinogradForm.serves(x, List.of(64, 64, 5, 5), new Instruction.Geometry(5, 1, 2)))
                .isFalse();
        assertThat(WinogradForm.serves(List.of(64, 64, 30, 32), w, plain)).isFalse();
        assertThat(WinogradForm.serves(List.of(64, 3, 32, 32), List.of(64, 3, 3, 3), plain))
                .isFalse();
        assertThat(WinogradForm.serves(List.of(1, 64, 8, 8), w, plain)).isFalse();
    }

    @Test
    void worksOnAsManyImagesAtATimeAsTheCacheHolds() {
        WinogradForm form = new WinogradForm(64, 64, 64, 32, 32);
        assertThat(form.chunk()).isEqualTo(16);
        assertThat(new WinogradForm(3, 64, 64, 8, 8).chunk()).isEqualTo(3);
        assertThat(new WinogradForm(2, 512, 512, 256, 256).chunk()).isEqualTo(1);
    }
}
