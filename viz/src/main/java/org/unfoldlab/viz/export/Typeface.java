package org.unfoldlab.viz.export;

import java.io.IOException;
import java.util.function.IntUnaryOperator;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.unfoldlab.viz.theme.Fonts;

/** One bundled font as its file describes it: widths of text without a window, and what a PDF embeds. */
final class Typeface {
    /** Stands for a character that the font lacks. */
    private static final int MISSING = '?';

    private final byte[] bytes;
    private final boolean postScript;
    private final CmapLookup glyphs;
    private final IntUnaryOperator widths;
    private final double unitsPerEm;

    private Typeface(byte[] bytes, TrueTypeFont font, boolean postScript) throws IOException {
        this.bytes = bytes;
        this.postScript = postScript;
        glyphs = font.getUnicodeCmapLookup();
        unitsPerEm = font.getUnitsPerEm();
        var advances = font.getHorizontalMetrics();
        widths = advances::getAdvanceWidth;
    }

    /** Reads a file of {@link Fonts}. */
    static Typeface read(String file) throws IOException {
        byte[] bytes = Fonts.bytes(file);
        boolean postScript = file.endsWith(".otf");
        try (TrueTypeFont font = parse(bytes, postScript)) {
            return new Typeface(bytes, font, postScript);
        }
    }

    private static TrueTypeFont parse(byte[] bytes, boolean postScript) throws IOException {
        RandomAccessReadBuffer data = new RandomAccessReadBuffer(bytes);
        return postScript ? new OTFParser(false).parse(data) : new TTFParser(false).parse(data);
    }

    /** A fresh parse of the file, for a document that embeds it; outlines are cubic if {@link #isPostScript()}. */
    TrueTypeFont parsed() throws IOException {
        return parse(bytes, postScript);
    }

    boolean isPostScript() {
        return postScript;
    }

    /** The cubic outlines alone: the table {@code CFF } of the file. */
    byte[] compactProgram() throws IOException {
        try (TrueTypeFont font = parsed()) {
            return font.getTableBytes(font.getTableMap().get("CFF "));
        }
    }

    /** Width in sizes of the text. */
    double width(String text) {
        return printable(text).codePoints().map(glyphs::getGlyphId).map(widths).sum() / unitsPerEm;
    }

    /** The text with a question mark for each character that the font lacks. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> printable.appendCodePoint(glyphs.getGlyphId(c) == 0 ? MISSING : c));
        return printable.toString();
    }
}
