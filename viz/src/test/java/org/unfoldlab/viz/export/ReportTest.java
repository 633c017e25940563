package org.unfoldlab.viz.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.unfoldlab.viz.export.Report.Block;
import org.unfoldlab.viz.theme.Fonts;

class ReportTest {
    private static Report report() {
        List<List<String>> rows = IntStream.rangeClosed(1, 90)
                .mapToObj(t -> List.of(String.valueOf(t), t == 1 ? "no signal" : t / 10.0 + " %"))
                .toList();
        return new Report(
                "Two <areas> & more",
                "seed 1",
                List.of(
                        new Block.Heading("Curves"),
                        new Block.Figure(PictureWriterTest.pictures().get(0), "a caption"),
                        new Block.Figure(PictureWriterTest.pictures().get(4), ""),
                        new Block.Heading("Errors"),
                        new Block.Table("by readout time", List.of("T", "Run 1"), rows),
                        new Block.Paragraph("Words that end it.")),
                "Unfold test");
    }

    @Test
    void thePageNeedsNothingOutsideItself() throws IOException {
        String html = new ReportHtml(new Typefaces()).write(report());
        assertThat(html)
                .contains("Two &lt;areas&gt; &amp; more", "a caption", "no signal", "Unfold test")
                .doesNotContain("<script", "<link", "http://www.unfold")
                .doesNotContainPattern("(src|href)=\"(?!data:)");
        assertThat(html.split("<svg ", -1)).hasSize(3);
        assertThat(html.replaceAll("data:[^)]*", "")).doesNotContain("url(http");
        List<String> ids = java.util.regex.Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
        for (String id : ids) {
            assertThat(html).contains("url(#" + id + ")");
        }
    }

    @Test
    void aTableGoesOnOverPagesUnderItsHeadsAndNoRowIsLost() throws IOException {
        byte[] bytes = new ReportPdf(new Typefaces()).write(report());
        try (PDDocument document = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            assertThat(text).contains("Two <areas> & more", "a caption", "Words that end it.", "no signal");
            assertThat(text.lines().filter(line -> line.matches("\\d+ \\d+\\.\\d %")))
                    .hasSize(89);
            assertThat(text.split("T Run 1", -1)).hasSizeGreaterThan(2);
        }
    }

    @Test
    void aPackedFontHoldsTheTablesOfTheFile() throws IOException {
        byte[] font = Fonts.bytes("Inter-Regular.otf");
        ByteBuffer packed = ByteBuffer.wrap(Woff.of(font));
        assertThat(packed.getInt(0)).isEqualTo(0x774F4646);
        assertThat(packed.getInt(8)).isEqualTo(packed.capacity());
        assertThat(packed.getShort(12)).isEqualTo(ByteBuffer.wrap(font).getShort(4));
        assertThat(packed.capacity()).isLessThan(font.length);
    }
}
