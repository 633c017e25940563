package org.unfoldlab.model.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.unfoldlab.model.result.HostArray;

/**
 * The head of a {@code .npy} file: magic, version, and a Python dictionary that names element type, order and shape.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
 * @param length bytes before the first element
 */
record NpyHeader(HostArray.Type type, boolean fortranOrder, int[] shape, int length) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int LONGEST = 1 << 16;
    private static final Pattern DESCR = Pattern.compile("['\"]descr['\"]\\s*:\\s*['\"]([^'\"]*)['\"]");
    private static final Pattern ORDER = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([\\d,\\sL]*)\\)");

    /** Bytes of one element. */
    static int width(HostArray.Type type) {
        return switch (type) {
            case FLOAT32, INT32 -> 4;
            case FLOAT64, INT64 -> 8;
        };
    }

    private static String descr(HostArray.Type type) {
        return switch (type) {
            case FLOAT32 -> "<f4";
            case FLOAT64 -> "<f8";
            case INT32 -> "<i4";
            case INT64 -> "<i8";
        };
    }

    /** The head of version 1.0 for an array in C order. */
    static byte[] write(HostArray array) {
        String axes = Arrays.stream(array.shape()).mapToObj(axis -> axis + ",").collect(Collectors.joining(" "));
        String dictionary =
                "{'descr': '" + descr(array.type()) + "', 'fortran_order': False, 'shape': (" + axes + "), }";
        int prefix = MAGIC.length + 4;
        int total = (prefix + dictionary.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] bytes = new byte[total];
        Arrays.fill(bytes, (byte) ' ');
        System.arraycopy(MAGIC, 0, bytes, 0, MAGIC.length);
        bytes[6] = 1;
        bytes[7] = 0;
        bytes[8] = (byte) (total - prefix);
        bytes[9] = (byte) ((total - prefix) >> 8);
        System.arraycopy(dictionary.getBytes(StandardCharsets.US_ASCII), 0, bytes, prefix, dictionary.length());
        bytes[total - 1] = '\n';
        return bytes;
    }

    /**
     * Reads a head of version 1, 2 or 3 and leaves the stream at the first element.
     *
     * @throws BadArray if it is no such head
     */
    static NpyHeader read(InputStream in) throws IOException {
        byte[] start = exactly(in, 8);
        if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new BadArray("it does not begin as an .npy array does");
        }
        int version = start[6];
        if (version < 1 || version > 3) {
            throw new BadArray("its .npy version " + version + " is unknown");
        }
        byte[] size = exactly(in, version == 1 ? 2 : 4);
        long length = 0;
        for (int i = size.length - 1; i >= 0; i--) {
            length = length << 8 | (size[i] & 0xff);
        }
        if (length > LONGEST) {
            throw new BadArray("its head is too long");
        }
        String dictionary = new String(exactly(in, (int) length), StandardCharsets.UTF_8);
        return parse(dictionary, start.length + size.length + (int) length);
    }

    private static NpyHeader parse(String dictionary, int length) throws BadArray {
        Matcher descr = DESCR.matcher(dictionary);
        Matcher order = ORDER.matcher(dictionary);
        Matcher shape = SHAPE.matcher(dictionary);
        if (!descr.find() || !order.find() || !shape.find()) {
            throw new BadArray("its head does not state element type, order and shape");
        }
        return new NpyHeader(type(descr.group(1)), order.group(1).equals("True"), axes(shape.group(1)), length);
    }

    private static HostArray.Type type(String descr) throws BadArray {
        return switch (descr) {
            case "<f4" -> HostArray.Type.FLOAT32;
            case "<f8" -> HostArray.Type.FLOAT64;
            case "<i4" -> HostArray.Type.INT32;
            case "<i8" -> HostArray.Type.INT64;
            default ->
                throw new BadArray(
                        "its element type " + descr + " is not one of <f4, <f8, <i4, <i8; convert it with astype");
        };
    }

    private static int[] axes(String list) throws BadArray {
        try {
            int[] shape = Arrays.stream(list.replace("L", "").split(","))
                    .map(String::strip)
                    .filter(axis -> !axis.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            if (HostArray.sizeOf(shape) > Integer.MAX_VALUE - 8) {
                throw new BadArray("it has too many elements");
            }
            return shape;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new BadArray("its shape (" + list + ") cannot be understood");
        }
    }

    private static byte[] exactly(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    /** Bytes of the whole array, head included. */
    long totalBytes() {
        return length + HostArray.sizeOf(shape) * width(type);
    }

    /** Something about one array is wrong; the message continues a sentence that begins with the array's name. */
    static final class BadArray extends IOException {
        BadArray(String message) {
            super(message);
        }
    }
}
