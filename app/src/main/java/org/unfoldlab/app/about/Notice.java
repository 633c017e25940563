package org.unfoldlab.app.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The third-party notices, which a test holds to name every library that is delivered. */
public final class Notice {
    /** Said of a library that the notices do not name. */
    static final String UNSTATED = "see its own jar";

    private static final String FILE = "/THIRD-PARTY-NOTICES";

    private final Map<String, String> licences = new HashMap<>();

    /**
     * Reads notices.
     *
     * @param text headings are lines underlined with hyphens; libraries are indented {@code group:artifact}
     */
    public Notice(String text) {
        List<String> lines = text.lines().toList();
        String heading = UNSTATED;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (i + 1 < lines.size() && lines.get(i + 1).startsWith("---")) {
                heading = line.strip();
            } else if (line.startsWith("  ") && line.strip().matches("\\S+:\\S+")) {
                licences.put(line.strip().substring(line.strip().indexOf(':') + 1), heading);
            }
        }
    }

    /** The notices that this program was built with. */
    public static Notice ofProgram() {
        try (InputStream in = Notice.class.getResourceAsStream(FILE)) {
            return new Notice(in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The licence under whose heading a library of this artifact name stands. */
    String licenceOf(String artifact) {
        return licences.getOrDefault(artifact, UNSTATED);
    }
}
