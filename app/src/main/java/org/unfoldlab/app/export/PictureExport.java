package org.unfoldlab.app.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unfoldlab.viz.export.Picture;
import org.unfoldlab.viz.export.PictureFormat;
import org.unfoldlab.viz.export.PictureWriter;
import org.unfoldlab.viz.export.Typefaces;

/**
 * A drawing of the window.
 *
 * @param name as it is listed
 * @param origin run, seed and whatever else makes it repeatable
 */
public record PictureExport(String name, Picture picture, String origin) implements Exportable {
    @Override
    public List<FileKind> kinds() {
        List<FileKind> kinds = new ArrayList<>(List.of(FileKind.PDF, FileKind.SVG, FileKind.PNG));
        picture.csv().ifPresent(numbers -> kinds.add(FileKind.CSV));
        return kinds;
    }

    @Override
    public boolean isPicture() {
        return true;
    }

    @Override
    public byte[] bytes(FileKind kind, ExportOptions options, Typefaces typefaces) throws IOException {
        PictureFormat format = PictureFormat.valueOf(kind.suffix().toUpperCase(Locale.ROOT));
        return new PictureWriter(typefaces, options.look(), origin).bytes(picture, format, options.scale());
    }
}
