package org.unfoldlab.viz.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Packs a font file for web pages.
 *
 * @see <a href="https://www.w3.org/TR/WOFF/">WOFF 1.0: the tables of an OpenType font, each compressed by zlib</a>
 */
final class Woff {
    private static final int SIGNATURE = 0x774F4646;
    private static final int HEADER = 44;
    private static final int ENTRY = 20;
    private static final int SFNT_HEADER = 12;
    private static final int SFNT_ENTRY = 16;

    private Woff() {}

    private record Table(int tag, int checksum, int length, byte[] packed) {}

    /** The same font, packed. */
    static byte[] of(byte[] font) {
        ByteBuffer in = ByteBuffer.wrap(font);
        int flavor = in.getInt(0);
        List<Table> tables = new ArrayList<>();
        int count = in.getShort(4);
        int unpacked = SFNT_HEADER + SFNT_ENTRY * count;
        for (int i = 0; i < count; i++) {
            int at = SFNT_HEADER + SFNT_ENTRY * i;
            int length = in.getInt(at + 12);
            byte[] data = new byte[length];
            in.get(in.getInt(at + 8), data);
            tables.add(new Table(in.getInt(at), in.getInt(at + 4), length, packed(data)));
            unpacked += padded(length);
        }
        return written(flavor, unpacked, tables);
    }

    private static byte[] written(int flavor, int unpacked, List<Table> tables) {
        int start = HEADER + ENTRY * tables.size();
        int size = start
                + tables.stream()
                        .mapToInt(table -> padded(table.packed().length))
                        .sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(SIGNATURE).putInt(flavor).putInt(size);
        out.putShort((short) tables.size()).putShort((short) 0).putInt(unpacked);
        out.putShort((short) 1).putShort((short) 0);
        out.putInt(0).putInt(0).putInt(0).putInt(0).putInt(0);
        int offset = start;
        for (Table table : tables) {
            out.putInt(table.tag()).putInt(offset).putInt(table.packed().length);
            out.putInt(table.length()).putInt(table.checksum());
            offset += padded(table.packed().length);
        }
        for (Table table : tables) {
            out.put(table.packed()).position(padded(out.position()));
        }
        return out.array();
    }

    /** Compressed, or as it is where that is no longer. */
    private static byte[] packed(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.size() < data.length ? out.toByteArray() : data;
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }
}
