package org.unfoldlab.model.engine.nd4j;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.result.HostArray;

/** A short stretch of native memory, read and written from Java without ND4J's objects. */
sealed interface Numbers {
    int size();

    double get(int index);

    void put(int index, double value);

    /** Copies all of an array in, rounding to this precision; the array may be shorter. */
    void write(HostArray array);

    /** A copy of the first elements, as many as the shape holds. */
    HostArray read(int... shape);

    /** Elements {@code offset … offset + size − 1} behind a pointer. */
    static Numbers at(Pointer base, Precision precision, long offset, int size) {
        if (precision == Precision.FLOAT) {
            FloatPointer pointer = new FloatPointer(base);
            return new Floats(pointer.position(offset).limit(offset + size).asBuffer());
        }
        DoublePointer pointer = new DoublePointer(base);
        return new Doubles(pointer.position(offset).limit(offset + size).asBuffer());
    }

    /** float32. */
    record Floats(FloatBuffer memory) implements Numbers {
        @Override
        public int size() {
            return memory.capacity();
        }

        @Override
        public double get(int index) {
            return memory.get(index);
        }

        @Override
        public void put(int index, double value) {
            memory.put(index, (float) value);
        }

        @Override
        public void write(HostArray array) {
            memory.put(0, array.asFloats());
        }

        @Override
        public HostArray read(int... shape) {
            float[] values = new float[Math.toIntExact(HostArray.sizeOf(shape))];
            memory.get(0, values);
            return HostArray.ofFloats(shape, values);
        }
    }

    /** float64. */
    record Doubles(DoubleBuffer memory) implements Numbers {
        @Override
        public int size() {
            return memory.capacity();
        }

        @Override
        public double get(int index) {
            return memory.get(index);
        }

        @Override
        public void put(int index, double value) {
            memory.put(index, value);
        }

        @Override
        public void write(HostArray array) {
            memory.put(0, array.asDoubles());
        }

        @Override
        public HostArray read(int... shape) {
            double[] values = new double[Math.toIntExact(HostArray.sizeOf(shape))];
            memory.get(0, values);
            return HostArray.ofDoubles(shape, values);
        }
    }
}
