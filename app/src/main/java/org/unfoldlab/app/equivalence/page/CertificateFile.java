package org.unfoldlab.app.equivalence.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.unfoldlab.model.store.AtomicFiles;
import org.unfoldlab.model.store.StoreException;

/*
 * One page, A4, set in the lab's own fixed-width face, which is embedded: figures stand under each other as on the
 * terminal, and every letter is there on every machine. The first line is the verdict, larger.
 */
/** Writes a certificate as text or, for {@code *.pdf}, as one page. */
public final class CertificateFile {
    private static final float MARGIN = 56;
    private static final float BODY = 9.5f;
    private static final float HEADLINE = 20;
    private static final float LEAD = 1.45f;
    private static final int LONGEST = 84;
    private static final String FONTS = "/org/unfoldlab/viz/theme/fonts/JetBrainsMono-";

    private CertificateFile() {}

    /**
     * Writes a page.
     *
     * @param lines of the certificate, the verdict first
     */
    public static void write(Path file, List<String> lines) throws StoreException, IOException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            byte[] page = pdf(lines);
            AtomicFiles.write(file, out -> out.write(page));
        } else {
            AtomicFiles.writeText(file, String.join("\n", lines) + "\n");
        }
    }

    private static byte[] pdf(List<String> lines) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle("Unfold: " + lines.get(0));
            document.getDocumentInformation().setCreator("Unfold");
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                fill(content, document, folded(lines));
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void fill(PDPageContentStream content, PDDocument document, List<String> lines) throws IOException {
        PDFont regular = font(document, "Regular");
        float y = PDRectangle.A4.getHeight() - MARGIN;
        line(content, regular, BODY, y, "Unfold · certificate of equivalence");
        y -= 2.6f * HEADLINE;
        line(content, font(document, "Bold"), HEADLINE, y, lines.get(0));
        y -= 1.2f * HEADLINE;
        float room = (y - MARGIN) / Math.max(1, lines.size() - 1);
        float size = Math.min(BODY, room / LEAD);
        for (String text : lines.subList(1, lines.size())) {
            y -= size * LEAD;
            line(content, regular, size, y, text);
        }
    }

    private static void line(PDPageContentStream content, PDFont font, float size, float y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(MARGIN, y);
        content.showText(drawable(font, text));
        content.endText();
    }

    /** A title may hold letters that the face does not have. */
    private static String drawable(PDFont font, String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(letter -> {
            String one = Character.toString(letter);
            try {
                font.encode(one);
                known.append(one);
            } catch (IOException | IllegalArgumentException missing) {
                known.append('?');
            }
        });
        return known.toString();
    }

    private static PDFont font(PDDocument document, String weight) throws IOException {
        try (InputStream in = CertificateFile.class.getResourceAsStream(FONTS + weight + ".ttf")) {
            if (in == null) {
                throw new IOException("the font JetBrains Mono " + weight + " is missing from the program");
            }
            return PDType0Font.load(document, in);
        }
    }

    /** Lines that are too long for the page go on in the next one, set in. */
    private static List<String> folded(List<String> lines) {
        List<String> folded = new ArrayList<>();
        for (String line : lines) {
            String left = line;
            while (left.length() > LONGEST) {
                int space = left.lastIndexOf(' ', LONGEST);
                int end = space > LONGEST / 2 ? space : LONGEST;
                folded.add(left.substring(0, end));
                left = "          " + left.substring(end).strip();
            }
            folded.add(left);
        }
        return folded;
    }
}
