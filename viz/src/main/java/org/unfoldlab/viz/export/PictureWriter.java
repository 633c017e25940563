package org.unfoldlab.viz.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.unfoldlab.viz.plot.SvgSurface;
import org.unfoldlab.viz.theme.Look;

/**
 * Writes pictures as files. Works in any thread and without a display.
 *
 * @param look of the drawing
 * @param origin run, seed and whatever else makes a drawing repeatable; may be empty
 */
public record PictureWriter(Typefaces typefaces, Look look, String origin) {
    /**
     * The bytes of the file.
     *
     * @throws IllegalArgumentException for the numbers of a picture that has none
     */
    public byte[] bytes(Picture picture, PictureFormat format, PictureScale scale) throws IOException {
        return switch (format) {
            case SVG -> svg(picture, scale.layout(picture, look)).getBytes(StandardCharsets.UTF_8);
            case PDF -> pdf(picture, scale);
            case PNG -> png(picture, scale);
            case CSV ->
                picture.csv()
                        .orElseThrow(() -> new IllegalArgumentException(picture.name() + " has no numbers"))
                        .getBytes(StandardCharsets.UTF_8);
        };
    }

    /** An SVG document of that size in px. */
    public String svg(Picture picture, Picture.Size size) {
        SvgSurface surface = new SvgSurface(size.width(), size.height(), new Ruler(typefaces));
        picture.paint(surface, size, look, origin);
        return surface.document(picture.name(), picture.spoken());
    }

    private byte[] pdf(Picture picture, PictureScale scale) throws IOException {
        Picture.Size size = scale.layout(picture, look);
        double points = scale.points(size.width());
        float width = (float) (size.width() * points);
        float height = (float) (size.height() * points);
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PdfFonts fonts = new PdfFonts(document, typefaces);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                picture.paint(new PdfSurface(content, fonts, 0, height, points), size, look, origin);
            }
            document.setDocumentInformation(information(picture));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private PDDocumentInformation information(Picture picture) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(picture.name());
        information.setSubject(picture.spoken());
        information.setKeywords(origin);
        information.setCreator("Unfold");
        return information;
    }

    /** The pixels of the PDF: the same drawing, whatever the computer's display. */
    private byte[] png(Picture picture, PictureScale scale) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(picture, scale))) {
            BufferedImage image =
                    new PDFRenderer(document).renderImage(0, (float) scale.pixelsPerPoint(), ImageType.RGB);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IOException("This Java cannot write PNG images");
            }
            return bytes.toByteArray();
        }
    }
}
