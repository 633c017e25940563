package org.unfoldlab.viz.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.unfoldlab.viz.plot.TextStyle;

/** The fonts of one PDF, each embedded when it is first used. */
final class PdfFonts {
    private final PDDocument document;
    private final Typefaces typefaces;
    private final Map<TextStyle.Weight, PDFont> embedded = new EnumMap<>(TextStyle.Weight.class);

    PdfFonts(PDDocument document, Typefaces typefaces) {
        this.document = document;
        this.typefaces = typefaces;
    }

    Typefaces typefaces() {
        return typefaces;
    }

    PDFont of(TextStyle.Weight weight) throws IOException {
        PDFont known = embedded.get(weight);
        if (known != null) {
            return known;
        }
        Typeface typeface = typefaces.of(weight);
        TrueTypeFont parsed = typeface.parsed();
        // PDFBox makes subsets of quadratic outlines only; cubic ones are embedded whole.
        PDType0Font font = PDType0Font.load(document, parsed, !typeface.isPostScript());
        if (typeface.isPostScript()) {
            declareCubic(font, typeface);
        }
        embedded.put(weight, font);
        return font;
    }

    /**
     * PDFBox 3.0.5 calls every OpenType font TrueType: readers then warn of a mismatch, and some draw nothing. Cubic
     * outlines are a compact font program in a CIDFontType0 (ISO 32000-1, table 126); where it has no CIDs of its own,
     * they are the numbers of its glyphs.
     */
    private void declareCubic(PDType0Font font, Typeface typeface) throws IOException {
        COSArray descendants = font.getCOSObject().getCOSArray(COSName.DESCENDANT_FONTS);
        COSDictionary descendant = (COSDictionary) descendants.getObject(0);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        descendant.removeItem(COSName.CID_TO_GID_MAP);
        COSDictionary descriptor = descendant.getCOSDictionary(COSName.FONT_DESC);
        PDStream program =
                new PDStream(document, new ByteArrayInputStream(typeface.compactProgram()), COSName.FLATE_DECODE);
        program.getCOSObject().setItem(COSName.SUBTYPE, COSName.getPDFName("CIDFontType0C"));
        descriptor.removeItem(COSName.FONT_FILE2);
        descriptor.setItem(COSName.FONT_FILE3, program);
    }
}
