package org.unfoldlab.app.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.unfoldlab.viz.export.Typefaces;

/**
 * Text of one kind.
 *
 * @param name as it is listed
 */
public record TextExport(String name, FileKind kind, String text) implements Exportable {
    @Override
    public List<FileKind> kinds() {
        return List.of(kind);
    }

    @Override
    public boolean isPicture() {
        return false;
    }

    @Override
    public byte[] bytes(FileKind wanted, ExportOptions options, Typefaces typefaces) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
