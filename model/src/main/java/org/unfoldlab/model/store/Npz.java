package org.unfoldlab.model.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.unfoldlab.model.result.HostArray;

/**
 * Named arrays in NumPy's {@code .npz}: a zip archive of {@code .npy} files. Reads what {@code numpy.savez} and
 * {@code savez_compressed} write with element types f4, f8, i4, i8 (little-endian); writes what {@code numpy.load}
 * reads, uncompressed, since weights hardly shrink. Equal arrays give equal bytes.
 */
public final class Npz {
    private static final String SUFFIX = ".npy";
    /** The first date that a zip archive can hold. */
    private static final LocalDateTime NO_DATE = LocalDateTime.of(1980, 1, 1, 0, 0);
    /** Deflate cannot shrink further than this; a larger claim is a lie that would only exhaust memory. */
    private static final long MOST_SHRINKAGE = 1100;

    private Npz() {}

    /**
     * All arrays of a file, in its order.
     *
     * @throws StoreException if the file cannot be read or is damaged; the message says which array
     */
    public static Map<String, HostArray> read(Path file) throws StoreException {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        try {
            // ZipFile's own message for an absent or forbidden file is less clear than the channel's.
            Files.newInputStream(file).close();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    if (entry.getName().endsWith(SUFFIX)) {
                        arrays.put(name(entry), readEntry(file, zip, entry));
                    }
                }
            }
        } catch (ZipException e) {
            throw new StoreException(file + " cannot be read. It is cut off, damaged, or no .npz archive.", e);
        } catch (StoreException alreadySaid) {
            throw alreadySaid;
        } catch (IOException e) {
            throw new StoreException(FileTrouble.reading(file, e), e);
        }
        return Collections.unmodifiableMap(arrays);
    }

    private static String name(ZipEntry entry) {
        return entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
    }

    private static HostArray readEntry(Path file, ZipFile zip, ZipEntry entry) throws IOException {
        String where = file + " cannot be read. The array " + name(entry) + " cannot be used: ";
        try (InputStream raw = zip.getInputStream(entry)) {
            CheckedInputStream in = new CheckedInputStream(raw, new CRC32());
            NpyHeader header = NpyHeader.read(in);
            if (header.totalBytes() != entry.getSize()
                    || entry.getSize() / MOST_SHRINKAGE > Math.max(entry.getCompressedSize(), 1)) {
                throw new NpyHeader.BadArray("its length does not fit its shape");
            }
            HostArray array = NpyValues.read(header, in);
            if (in.getChecksum().getValue() != entry.getCrc()) {
                throw new NpyHeader.BadArray("its checksum is wrong");
            }
            return array;
        } catch (NpyHeader.BadArray e) {
            throw new StoreException(where + e.getMessage() + ".", e);
        } catch (EOFException e) {
            throw new StoreException(where + "it is cut off.", e);
        } catch (ZipException e) {
            throw new StoreException(where + "it cannot be decompressed.", e);
        }
    }

    /**
     * Writes all arrays, atomically (see {@link AtomicFiles}), in the map's order.
     *
     * @throws StoreException if the file cannot be written; an old file of this name is then untouched
     */
    public static void write(Path file, Map<String, HostArray> arrays) throws StoreException {
        AtomicFiles.write(file, out -> writeTo(out, arrays));
    }

    private static void writeTo(OutputStream out, Map<String, HostArray> arrays) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, HostArray> named : arrays.entrySet()) {
            zip.putNextEntry(stored(named.getKey(), named.getValue()));
            writeArray(named.getValue(), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    /** An uncompressed entry, which must state size and checksum ahead: the array is encoded once to count them. */
    private static ZipEntry stored(String name, HostArray array) throws IOException {
        CheckedOutputStream counting = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        writeArray(array, counting);
        ZipEntry entry = new ZipEntry(name + SUFFIX);
        entry.setTimeLocal(NO_DATE);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(NpyHeader.write(array).length + (long) array.size() * NpyHeader.width(array.type()));
        entry.setCrc(counting.getChecksum().getValue());
        return entry;
    }

    private static void writeArray(HostArray array, OutputStream out) throws IOException {
        out.write(NpyHeader.write(array));
        NpyValues.write(array, out);
    }
}
