package org.unfoldlab.app.export;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.viz.export.PictureScale;
import org.unfoldlab.viz.export.Typefaces;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.theme.ThemeMode;
import org.unfoldlab.viz.unrolled.ReadoutErrors;

/**
 * One export of a network as a terminal asks for it.
 *
 * @param document the network, sound
 * @param where file or preset
 */
public record NetworkExportJob(NetworkDocument document, String where) {
    /** What can be written. */
    public enum View {
        GRAPH("Graph"),
        MATRIX("Transition matrix"),
        UNROLLED("Unrolled network"),
        SUMMARY(NetworkExports.SUMMARY),
        PYTORCH(NetworkExports.SCRIPT);

        private final String title;

        View(String title) {
            this.title = title;
        }

        /** True for tables and scripts, false for drawings. */
        public boolean isText() {
            return this == SUMMARY || this == PYTORCH;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How large a drawing is. */
    public enum Size {
        SCREEN(PictureScale.SHOWN),
        PAGE(PictureScale.PAGE),
        COLUMN(PictureScale.COLUMN);

        private final PictureScale scale;

        Size(PictureScale scale) {
            this.scale = scale;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The text of a view that is text; absent without a signal at its readout time. */
    public Optional<String> text(View view) {
        return find(view).map(found -> ((TextExport) found).text());
    }

    /**
     * The file of a view that is a drawing; absent if no drawing has such a file.
     *
     * @param file name that says the kind, e.g. {@code graph.svg}
     */
    public Optional<byte[]> drawing(View view, String file, Size size, boolean dark) throws IOException {
        Exportable found = find(view).orElseThrow();
        Optional<FileKind> kind = FileKind.ofFile(file, found.kinds());
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        ExportOptions options = new ExportOptions(size.scale, dark ? ThemeMode.DARK : ThemeMode.LIGHT);
        return Optional.of(found.bytes(kind.get(), options, new Typefaces()));
    }

    private Optional<Exportable> find(View view) {
        return NetworkExports.of(DrawnNetwork.of(document), ReadoutErrors.NONE, where).stream()
                .filter(export -> export.name().equals(view.title))
                .findFirst();
    }
}
