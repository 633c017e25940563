package org.unfoldlab.model.engine.plan;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.unfoldlab.model.result.HostArray;

/** A stretch of native memory, read and written from Java element by element. */
public sealed interface Numbers {
    int size();

    double get(int index);

    void put(int index, double value);

    /** Copies all of an array in, rounding to this precision; the array may be shorter. */
    void write(HostArray array);

    /** A copy of the first elements, as many as the shape holds. */
    HostArray read(int... shape);

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
