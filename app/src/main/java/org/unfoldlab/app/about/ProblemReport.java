package org.unfoldlab.app.about;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What helps to find out why something went wrong: texts that the user reads, picks from and saves. Nothing is sent.
 *
 * @param parts in the order in which they are shown
 */
public record ProblemReport(List<Part> parts) {
    public ProblemReport {
        parts = List.copyOf(parts);
    }

    /**
     * One text.
     *
     * @param file its name in the saved bundle, e.g. {@code log.txt}
     * @param title what it is, for the user
     * @param text all of it
     * @param included whether it goes in unless the user says otherwise
     */
    public record Part(String file, String title, String text, boolean included) {}

    /**
     * Writes the parts into one zip file.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path zip) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream bundle = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Part part : parts) {
                bundle.putNextEntry(new ZipEntry(part.file()));
                bundle.write(part.text().getBytes(StandardCharsets.UTF_8));
                bundle.closeEntry();
            }
        }
    }
}
