package org.unfoldlab.model.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.unfoldlab.model.result.HostArray;

/** The elements of a {@code .npy} file, little-endian, moved in pieces so that no second whole copy is held. */
final class NpyValues {
    private static final int PIECE = 1 << 16;

    private NpyValues() {}

    static void write(HostArray array, OutputStream out) throws IOException {
        switch (array.type()) {
            case FLOAT32 -> {
                float[] values = array.asFloats();
                writeEach(out, values.length, (buffer, i) -> buffer.putFloat(values[i]));
            }
            case FLOAT64 -> {
                double[] values = array.asDoubles();
                writeEach(out, values.length, (buffer, i) -> buffer.putDouble(values[i]));
            }
            case INT32 -> {
                int[] values = array.asInts();
                writeEach(out, values.length, (buffer, i) -> buffer.putInt(values[i]));
            }
            case INT64 -> {
                long[] values = array.asLongs();
                writeEach(out, values.length, (buffer, i) -> buffer.putLong(values[i]));
            }
        }
    }

    static HostArray read(NpyHeader header, InputStream in) throws IOException {
        int size = (int) HostArray.sizeOf(header.shape());
        int[] places = header.fortranOrder() ? rowMajorPlaces(header.shape(), size) : new int[0];
        Places at = i -> header.fortranOrder() ? places[i] : i;
        return switch (header.type()) {
            case FLOAT32 -> {
                float[] values = new float[size];
                readEach(in, size, 4, (buffer, i) -> values[at.of(i)] = buffer.getFloat());
                yield HostArray.ofFloats(header.shape(), values);
            }
            case FLOAT64 -> {
                double[] values = new double[size];
                readEach(in, size, 8, (buffer, i) -> values[at.of(i)] = buffer.getDouble());
                yield HostArray.ofDoubles(header.shape(), values);
            }
            case INT32 -> {
                int[] values = new int[size];
                readEach(in, size, 4, (buffer, i) -> values[at.of(i)] = buffer.getInt());
                yield HostArray.ofInts(header.shape(), values);
            }
            case INT64 -> {
                long[] values = new long[size];
                readEach(in, size, 8, (buffer, i) -> values[at.of(i)] = buffer.getLong());
                yield HostArray.ofLongs(header.shape(), values);
            }
        };
    }

    private interface Places {
        int of(int index);
    }

    private interface Move {
        void accept(ByteBuffer buffer, int index);
    }

    private static void writeEach(OutputStream out, int size, Move put) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            put.accept(buffer, i);
            if (!buffer.hasRemaining() || i == size - 1) {
                out.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
        }
    }

    private static void readEach(InputStream in, int size, int width, Move take) throws IOException {
        byte[] piece = new byte[PIECE];
        ByteBuffer buffer = ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN);
        int perPiece = PIECE / width;
        for (int first = 0; first < size; first += perPiece) {
            int count = Math.min(perPiece, size - first);
            if (in.readNBytes(piece, 0, count * width) < count * width) {
                throw new EOFException();
            }
            buffer.clear();
            for (int i = first; i < first + count; i++) {
                take.accept(buffer, i);
            }
        }
    }

    /** For each element in column-major (Fortran) order, its index in row-major order. */
    private static int[] rowMajorPlaces(int[] shape, int size) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        int[] places = new int[size];
        for (int i = 0; i < size; i++) {
            int rest = i;
            for (int axis = 0; axis < shape.length; axis++) {
                places[i] += rest % shape[axis] * strides[axis];
                rest /= shape[axis];
            }
        }
        return places;
    }
}
