package org.unfoldlab.model.result;

import java.util.Arrays;
import java.util.Objects;

/**
 * A dense array of numbers in the program's own memory: weights, states, logits, images. Immutable: what goes in and
 * what comes out is copied. Elements lie in row-major (C) order; a shape without axes is a single number.
 */
public final class HostArray {
    private final Type type;
    private final int[] shape;
    private final Values values;

    /** How an element is stored. */
    public enum Type {
        FLOAT32,
        FLOAT64,
        INT32,
        INT64
    }

    private HostArray(Type type, int[] shape, Values values) {
        long size = sizeOf(shape);
        if (size != values.length()) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " needs " + size + " values, got " + values.length());
        }
        this.type = type;
        this.shape = shape.clone();
        this.values = values;
    }

    public static HostArray ofFloats(int[] shape, float... values) {
        return new HostArray(Type.FLOAT32, shape, new Floats(values.clone()));
    }

    public static HostArray ofDoubles(int[] shape, double... values) {
        return new HostArray(Type.FLOAT64, shape, new Doubles(values.clone()));
    }

    public static HostArray ofInts(int[] shape, int... values) {
        return new HostArray(Type.INT32, shape, new Ints(values.clone()));
    }

    public static HostArray ofLongs(int[] shape, long... values) {
        return new HostArray(Type.INT64, shape, new Longs(values.clone()));
    }

    /** A single float64 number, shape []. */
    public static HostArray scalar(double value) {
        return ofDoubles(new int[0], value);
    }

    /**
     * Elements in an array of this shape; 1 for no axes.
     *
     * @throws IllegalArgumentException if an axis is negative or the product overflows
     */
    public static long sizeOf(int... shape) {
        long size = 1;
        for (int axis : shape) {
            if (axis < 0) {
                throw new IllegalArgumentException("shape " + Arrays.toString(shape) + " has a negative axis");
            }
            size = Math.multiplyExact(size, (long) axis);
        }
        return size;
    }

    public Type type() {
        return type;
    }

    /** Length of each axis; empty for a single number. */
    public int[] shape() {
        return shape.clone();
    }

    /** Number of axes. */
    public int rank() {
        return shape.length;
    }

    /** Number of elements. */
    public int size() {
        return values.length();
    }

    /** The elements in float32; float64 and whole numbers are rounded to the nearest. */
    public float[] asFloats() {
        if (values instanceof Floats held) {
            return held.elements().clone();
        }
        float[] out = new float[size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) values.doubleAt(i);
        }
        return out;
    }

    /** The elements in float64, exact for every type but INT64 beyond 2^53. */
    public double[] asDoubles() {
        double[] out = new double[size()];
        Arrays.setAll(out, values::doubleAt);
        return out;
    }

    /**
     * The elements as whole numbers.
     *
     * @throws ArithmeticException if one is fractional or does not fit
     */
    public int[] asInts() {
        int[] out = new int[size()];
        Arrays.setAll(out, i -> Math.toIntExact(values.longAt(i)));
        return out;
    }

    /**
     * The elements as whole numbers.
     *
     * @throws ArithmeticException if one is fractional or does not fit
     */
    public long[] asLongs() {
        long[] out = new long[size()];
        Arrays.setAll(out, values::longAt);
        return out;
    }

    /** The element at a row-major index. */
    public double doubleAt(int index) {
        return values.doubleAt(index);
    }

    /** The same elements under another shape of equal size. */
    public HostArray reshaped(int... newShape) {
        return new HostArray(type, newShape, values);
    }

    /** Equal type, shape and elements; floating-point elements by their bits, so that NaN equals itself. */
    @Override
    public boolean equals(Object other) {
        return other instanceof HostArray that
                && type == that.type
                && Arrays.equals(shape, that.shape)
                && values.sameAs(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, Arrays.hashCode(shape), values.contentHash());
    }

    @Override
    public String toString() {
        return type + " " + Arrays.toString(shape);
    }

    private sealed interface Values {
        int length();

        double doubleAt(int index);

        long longAt(int index);

        boolean sameAs(Values other);

        int contentHash();
    }

    private static long whole(double value) {
        if (value != Math.rint(value) || Math.abs(value) >= 0x1p63) {
            throw new ArithmeticException(value + " is not a whole number");
        }
        return (long) value;
    }

    private record Floats(float[] elements) implements Values {
        @Override
        public int length() {
            return elements.length;
        }

        @Override
        public double doubleAt(int index) {
            return elements[index];
        }

        @Override
        public long longAt(int index) {
            return whole(elements[index]);
        }

        @Override
        public boolean sameAs(Values other) {
            return other instanceof Floats that && Arrays.equals(elements, that.elements);
        }

        @Override
        public int contentHash() {
            return Arrays.hashCode(elements);
        }
    }

    private record Doubles(double[] elements) implements Values {
        @Override
        public int length() {
            return elements.length;
        }

        @Override
        public double doubleAt(int index) {
            return elements[index];
        }

        @Override
        public long longAt(int index) {
            return whole(elements[index]);
        }

        @Override
        public boolean sameAs(Values other) {
            return other instanceof Doubles that && Arrays.equals(elements, that.elements);
        }

        @Override
        public int contentHash() {
            return Arrays.hashCode(elements);
        }
    }

    private record Ints(int[] elements) implements Values {
        @Override
        public int length() {
            return elements.length;
        }

        @Override
        public double doubleAt(int index) {
            return elements[index];
        }

        @Override
        public long longAt(int index) {
            return elements[index];
        }

        @Override
        public boolean sameAs(Values other) {
            return other instanceof Ints that && Arrays.equals(elements, that.elements);
        }

        @Override
        public int contentHash() {
            return Arrays.hashCode(elements);
        }
    }

    private record Longs(long[] elements) implements Values {
        @Override
        public int length() {
            return elements.length;
        }

        @Override
        public double doubleAt(int index) {
            return elements[index];
        }

        @Override
        public long longAt(int index) {
            return elements[index];
        }

        @Override
        public boolean sameAs(Values other) {
            return other instanceof Longs that && Arrays.equals(elements, that.elements);
        }

        @Override
        public int contentHash() {
            return Arrays.hashCode(elements);
        }
    }
}
