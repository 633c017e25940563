package org.unfoldlab.model.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.graph.DataChoice;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.store.JsonSource.SyntaxTrouble;
import org.unfoldlab.model.store.NetworkReading.Problem;
import org.unfoldlab.model.store.NetworkReading.Read;
import org.unfoldlab.model.store.NetworkReading.Unreadable;

/**
 * Network files, {@code *.unfold}: JSON in UTF-8, one experiment each (SPEC §1). Fields that this version does not know
 * are kept and written back.
 */
public final class NetworkFiles {
    /** File name ending of network files. */
    public static final String SUFFIX = ".unfold";

    /** No network comes near this; a larger file is something else. */
    static final int LARGEST_BYTES = 16 << 20;

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private NetworkFiles() {}

    /** Reads a file; what is wrong with it comes back as sentences with line and column. */
    public static NetworkReading read(Path file) {
        String name = String.valueOf(file.getFileName());
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST_BYTES + 1);
        } catch (IOException e) {
            return unreadable(file.toString(), FileTrouble.whyNotReadable(file, e));
        }
        if (bytes.length > LARGEST_BYTES) {
            return unreadable(name, "It is larger than " + (LARGEST_BYTES >> 20) + " MiB, so it is no network file.");
        }
        return parse(name, bytes);
    }

    /**
     * Reads the content of a file.
     *
     * @param name of the file, for messages, and as title of a network that has none
     */
    public static NetworkReading parse(String name, byte[] content) {
        CharBuffer characters = CharBuffer.allocate(content.length);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, characters, true);
        String text = characters.flip().toString();
        if (result.isError()) {
            return unreadable(
                    name,
                    "It is not UTF-8 text at " + JsonTrouble.placeOf(text, text.length())
                            + "; save it in the encoding UTF-8.");
        }
        return parse(name, text);
    }

    /**
     * Reads the text of a file, e.g. from the clipboard.
     *
     * @param name of the file, for messages, and as title of a network that has none
     */
    public static NetworkReading parse(String name, String text) {
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        try {
            return interpret(name, JsonSource.read(marked ? text.substring(1) : text));
        } catch (SyntaxTrouble e) {
            return unreadable(name, e.sentence());
        }
    }

    private static NetworkReading interpret(String name, Json json) {
        if (!(json instanceof Json.Group group) || !group.fields().containsKey("unfold")) {
            return unreadable(name, "It is no network file: the field \"unfold\" is missing.");
        }
        List<Problem> problems = new ArrayList<>();
        NetworkDocument document = DocumentReader.document(new Fields("", group, problems), stem(name));
        boolean newer = document.format() > NetworkDocument.CURRENT_FORMAT;
        if (problems.isEmpty() && document.format() < 1) {
            return unreadable(
                    name,
                    "Its format version " + document.format() + " is unknown; this version of Unfold" + " reads format "
                            + NetworkDocument.CURRENT_FORMAT + ".");
        }
        if (problems.isEmpty()) {
            return new Read(document, newer ? List.of(newerNote(name, document.format())) : List.of());
        }
        if (newer) {
            problems.add(0, new Problem(newerProblem(document.format()), 0, 0));
        }
        return new Unreadable(name, problems);
    }

    private static String newerNote(String name, int format) {
        return name + " was made by a newer version of Unfold (format " + format + "; this one writes format "
                + NetworkDocument.CURRENT_FORMAT
                + "). It is open read-only; to change it, save a copy or update Unfold.";
    }

    private static String newerProblem(int format) {
        return "It was made by a newer version of Unfold (format " + format + "; this one reads format "
                + NetworkDocument.CURRENT_FORMAT + "); update Unfold.";
    }

    private static String stem(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    private static Unreadable unreadable(String name, String sentence) {
        return new Unreadable(name, List.of(new Problem(sentence, 0, 0)));
    }

    /**
     * Writes a document atomically: on any failure the old file stays as it was.
     *
     * @throws StoreException if the file cannot be written, or if the document is of a newer format, whose meaning
     *     saving could change
     */
    public static void write(Path file, NetworkDocument document) throws StoreException {
        if (document.format() > NetworkDocument.CURRENT_FORMAT) {
            throw new StoreException(file + " cannot be written. The network has format " + document.format()
                    + " and is read-only in this version of Unfold; save a copy in format "
                    + NetworkDocument.CURRENT_FORMAT + " or update Unfold.");
        }
        AtomicFiles.writeText(file, text(document));
    }

    /** The text of a document's file. */
    public static String text(NetworkDocument document) {
        try {
            return MAPPER.writer(new OneLineEach()).writeValueAsString(DocumentWriter.file(document)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a document holds values that JSON cannot express", e);
        }
    }

    /**
     * What makes two runs the same experiment, as a number: SHA-256, in hexadecimal, over the canonical JSON of all
     * that decides a run's figures. Title, description, source, layout and where the data lie on this computer are no
     * part of it; fields that this version does not know are, since they might matter to the version that wrote them.
     */
    public static String specHash(NetworkDocument document) {
        DataChoice data = document.data();
        DataChoice anywhere =
                new DataChoice(data.set(), Optional.empty(), data.trainImages(), data.testImages(), data.extras());
        NetworkDocument identity = document.edit().data(anywhere).build();
        Map<String, @Nullable Object> fields = DocumentWriter.experiment(identity);
        document.extras().fields().forEach(fields::putIfAbsent);
        try {
            byte[] canonical = MAPPER.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsBytes(fields);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256, and documents hold JSON values only", e);
        }
    }
}
