package org.unfoldlab.model.engine.nd4j;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.plan.Numbers;

/** One-dimensional arrays of ND4J's that other arrays are views of. */
final class Stretches {
    private Stretches() {}

    /** A new stretch of zeros, at least one. */
    static INDArray zeros(long size, Precision precision) {
        DataType type = precision == Precision.FLOAT ? DataType.FLOAT : DataType.DOUBLE;
        INDArray stretch = Nd4j.createUninitialized(type, Math.max(size, 1));
        Pointer.memset(stretch.data().pointer(), 0, Math.max(size, 1) * width(precision));
        return stretch;
    }

    /** Bytes of an element. */
    static int width(Precision precision) {
        return precision == Precision.FLOAT ? Float.BYTES : Double.BYTES;
    }

    /** Elements {@code offset … offset + size − 1} of a stretch. */
    static Numbers numbers(INDArray stretch, Precision precision, long offset, int size) {
        return numbers(stretch.data().pointer(), precision, offset, size);
    }

    /** Elements {@code offset … offset + size − 1} behind a pointer. */
    static Numbers numbers(Pointer base, Precision precision, long offset, int size) {
        if (precision == Precision.FLOAT) {
            FloatPointer pointer = new FloatPointer(base);
            return new Numbers.Floats(
                    pointer.position(offset).limit(offset + size).asBuffer());
        }
        DoublePointer pointer = new DoublePointer(base);
        return new Numbers.Doubles(pointer.position(offset).limit(offset + size).asBuffer());
    }
}
