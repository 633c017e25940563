package org.unfoldlab.app.export;

import java.io.IOException;
import java.util.List;
import org.unfoldlab.viz.export.Typefaces;

/** Something that can be written into a file of another program. */
public interface Exportable {
    /** What it is, e.g. {@code Transition matrix}. */
    String name();

    /** The files that it can become, the usual one first. */
    List<FileKind> kinds();

    /** True if size and ground can be chosen. */
    boolean isPicture();

    /**
     * The file. Runs in any thread, without a display.
     *
     * @param kind one of {@link #kinds()}
     */
    byte[] bytes(FileKind kind, ExportOptions options, Typefaces typefaces) throws IOException;
}
