package org.unfoldlab.app.equivalence;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.unfoldlab.model.equivalence.linear.Course;
import org.unfoldlab.model.equivalence.linear.Eigenvalue;
import org.unfoldlab.model.equivalence.linear.Kernel;
import org.unfoldlab.model.equivalence.linear.LinearCase;
import org.unfoldlab.model.equivalence.linear.Spectrum;
import org.unfoldlab.model.equivalence.linear.SquareMatrix;

/** K and what becomes of it. Belongs to the screen's thread; each change costs a few milliseconds. */
final class LinearModel {
    /** Layers that are followed. */
    static final int LAYERS = 50;
    /** Side of the kernel's images, in px. */
    static final int SIDE = 16;

    /** A turn by 0.2 radians in each layer: its eigenvalues lie on the unit circle. */
    private static final double TURN = Math.cos(0.2);

    private static final double RISE = Math.sin(0.2);

    /** What K is. */
    enum Kind {
        TWO,
        THREE,
        KERNEL
    }

    /**
     * All that follows from one K.
     *
     * @param eigenvalues of K+I
     */
    record Shown(Kind kind, SquareMatrix matrix, Kernel kernel, List<Eigenvalue> eigenvalues, Course course) {}

    /** A K to start from. */
    record Example(String name, double[][] rows) {}

    static final List<Example> TWO = List.of(
            new Example("Small weights", new double[][] {{0.02, -0.05}, {0.04, -0.03}}),
            new Example("Rotation", new double[][] {{TURN - 1, -RISE}, {RISE, TURN - 1}}),
            new Example("Decay and growth", new double[][] {{-0.15, 0.05}, {0, 0.08}}));
    static final List<Example> THREE = List.of(
            new Example("Small weights", new double[][] {{0.02, -0.05, 0.01}, {0.04, -0.03, 0.02}, {0, 0.03, -0.02}}),
            new Example("Rotation and decay", new double[][] {{TURN - 1, -RISE, 0}, {RISE, TURN - 1, 0.1}, {0, 0, -0.12}
            }),
            new Example("Growth", new double[][] {{0.05, 0.1, 0}, {0, -0.1, 0.1}, {0.02, 0, -0.05}}));
    static final List<Example> KERNELS = List.of(
            new Example("Diffusion", new double[][] {{0, 0.1, 0}, {0.1, -0.4, 0.1}, {0, 0.1, 0}}),
            new Example("Shift", new double[][] {{0, 0, 0}, {0.3, -0.3, 0}, {0, 0, 0}}),
            new Example("Sharpen", new double[][] {{0, -0.02, 0}, {-0.02, 0.08, -0.02}, {0, -0.02, 0}}));

    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private final IntegerProperty layer = new SimpleIntegerProperty(LAYERS);
    private Spectrum grabbed;

    LinearModel() {
        shown.set(ofMatrix(Kind.TWO, new SquareMatrix(TWO.get(1).rows())));
        grabbed = Spectrum.of(shown.get().matrix());
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    Shown shown() {
        return shown.get();
    }

    /** n that is looked at. */
    IntegerProperty layerProperty() {
        return layer;
    }

    static List<Example> examples(Kind kind) {
        return switch (kind) {
            case TWO -> TWO;
            case THREE -> THREE;
            case KERNEL -> KERNELS;
        };
    }

    /** Shows K of another kind, its first example. */
    void choose(Kind kind) {
        if (kind != shown().kind()) {
            choose(kind, examples(kind).get(kind == Kind.TWO ? 1 : 0));
        }
    }

    void choose(Kind kind, Example example) {
        if (kind == Kind.KERNEL) {
            showKernel(new Kernel(flat(example.rows())));
        } else {
            shown.set(ofMatrix(kind, new SquareMatrix(example.rows())));
        }
    }

    private static double[] flat(double[][] rows) {
        return java.util.Arrays.stream(rows)
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
    }

    private void showKernel(Kernel kernel) {
        shown.set(new Shown(
                Kind.KERNEL,
                SquareMatrix.identity(1),
                kernel,
                kernel.eigenvalues(SIDE),
                kernel.run(picture(), SIDE, LAYERS)));
    }

    private static Shown ofMatrix(Kind kind, SquareMatrix k) {
        double[] start = kind == Kind.TWO ? new double[] {1, 0.5} : new double[] {1, 0.5, -0.5};
        return new Shown(kind, k, new Kernel(new double[9]), Spectrum.of(k).values(), LinearCase.run(k, start, LAYERS));
    }

    /** An entry of K, row by row. */
    double entry(int index) {
        Shown now = shown();
        int size = size();
        return now.kind() == Kind.KERNEL
                ? now.kernel().weights()[index]
                : now.matrix().at(index / size, index % size);
    }

    /** Rows of K. */
    int size() {
        return shown().kind() == Kind.TWO ? 2 : 3;
    }

    void setEntry(int index, double value) {
        Shown now = shown();
        if (now.kind() == Kind.KERNEL) {
            showKernel(now.kernel().with(index, value));
        } else {
            shown.set(ofMatrix(now.kind(), now.matrix().with(index / size(), index % size(), value)));
        }
    }

    /** From now on eigenvalues move away from where they are. */
    void grab() {
        grabbed = Spectrum.of(shown().matrix());
    }

    /** Moves an eigenvalue, keeping the directions that it had when it was grabbed. */
    void move(int index, Eigenvalue to) {
        shown.set(ofMatrix(shown().kind(), grabbed.moved(index, to).matrix()));
    }

    /** A disc and a bar. */
    private static double[] picture() {
        double[] image = new double[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                boolean disc = Math.hypot(x - 5.5, y - 5.5) < 3.6;
                boolean bar = x >= 11 && x <= 12 && y >= 3 && y <= 13;
                image[y * SIDE + x] = disc || bar ? 1 : 0;
            }
        }
        return image;
    }
}
