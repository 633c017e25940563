package org.unfoldlab.viz.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Token;

/** Writes a report as a PDF of A4 pages, everything vector, fonts embedded. */
public final class ReportPdf {
    /** Points for each px: body text of 12.5 px becomes 9.4 points. */
    private static final double POINTS = 0.75;

    private static final double WIDTH = PDRectangle.A4.getWidth() / POINTS;
    private static final double HEIGHT = PDRectangle.A4.getHeight() / POINTS;
    private static final double MARGIN = 60;
    private static final double ROOM = WIDTH - 2 * MARGIN;
    private static final double BOTTOM = HEIGHT - MARGIN - 16;
    private static final double LEAD = 1.5;
    private static final double HEADING = 44;
    private static final double CAPTION = 30;
    private static final double CELL_GAP = 14;

    private final Typefaces typefaces;
    private final TextStyle body = style(Token.TEXT, 12.5, TextStyle.Weight.REGULAR);
    private final TextStyle strong = body.with(TextStyle.Weight.SEMI_BOLD);
    private final TextStyle muted = style(Token.MUTED, 12, TextStyle.Weight.REGULAR);

    public ReportPdf(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    private static TextStyle style(Token token, double size, TextStyle.Weight weight) {
        return new TextStyle(Look.DEFAULT.tokens().of(token), size, weight);
    }

    /** The bytes of the file. */
    public byte[] write(Report report) throws IOException {
        try (PDDocument document = new PDDocument()) {
            try (Pages pages = new Pages(document, report)) {
                pages.lines(report.title(), style(Token.TEXT, 20, TextStyle.Weight.BOLD));
                pages.lines(report.subtitle(), muted);
                for (int i = 0; i < report.blocks().size(); i++) {
                    pages.add(
                            report.blocks().get(i),
                            report.blocks().subList(i + 1, report.blocks().size()));
                }
            }
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(report.title());
            information.setSubject(report.subtitle());
            information.setCreator(report.origin());
            document.setDocumentInformation(information);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** Fills page after page from top to bottom. */
    private final class Pages implements AutoCloseable {
        private final PDDocument document;
        private final PdfFonts fonts;
        private final Report report;
        private PDPageContentStream content;
        private Surface surface;
        private double y;
        private int number;

        Pages(PDDocument document, Report report) throws IOException {
            this.document = document;
            this.report = report;
            fonts = new PdfFonts(document, typefaces);
            content = begun();
            surface = surfaceOf(content);
            foot();
        }

        private PDPageContentStream begun() throws IOException {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            number++;
            y = MARGIN;
            return new PDPageContentStream(document, page);
        }

        private Surface surfaceOf(PDPageContentStream stream) throws IOException {
            return new PdfSurface(stream, fonts, 0, HEIGHT * POINTS, POINTS);
        }

        private void foot() {
            surface.text(report.origin(), MARGIN, HEIGHT - MARGIN / 2, Surface.Align.LEFT, muted);
            surface.text(String.valueOf(number), WIDTH - MARGIN, HEIGHT - MARGIN / 2, Surface.Align.RIGHT, muted);
        }

        private void turn() throws IOException {
            content.close();
            content = begun();
            surface = surfaceOf(content);
            foot();
        }

        /** Turns the page unless there is so much room. */
        private void need(double height) throws IOException {
            if (y + height > BOTTOM && y > MARGIN) {
                turn();
            }
        }

        /** @param after what follows it */
        void add(Report.Block block, List<Report.Block> after) throws IOException {
            if (block instanceof Report.Block.Heading heading) {
                need(HEADING + (after.isEmpty() ? 0 : least(after.get(0))));
                y += 14;
                lines(heading.text(), style(Token.TEXT, 15, TextStyle.Weight.SEMI_BOLD));
            } else if (block instanceof Report.Block.Paragraph paragraph) {
                lines(paragraph.text(), body);
            } else if (block instanceof Report.Block.Table table) {
                table(table);
            } else {
                figure((Report.Block.Figure) block);
            }
        }

        /** Room that a block needs to begin; a heading never stands alone at the end of a page. */
        private double least(Report.Block block) {
            return block instanceof Report.Block.Figure figure ? height(figure) + CAPTION : 80;
        }

        void lines(String text, TextStyle type) throws IOException {
            for (String line : wrapped(text, ROOM, type)) {
                need(type.size() * LEAD);
                surface.text(line, MARGIN, y + type.size() * LEAD / 2, Surface.Align.LEFT, type);
                y += type.size() * LEAD;
            }
            y += 4;
        }

        private void figure(Report.Block.Figure figure) throws IOException {
            Picture.Size size = figure.picture().sizeFor(ROOM, Look.DEFAULT);
            double scale = scale(size);
            double height = size.height() * scale;
            need(height + (figure.caption().isEmpty() ? 8 : CAPTION));
            content.saveGraphicsState();
            Surface scaled = new PdfSurface(content, fonts, MARGIN, y, scale, false);
            figure.picture().paint(scaled, size, Look.DEFAULT, "");
            content.restoreGraphicsState();
            y += height + 2;
            if (!figure.caption().isEmpty()) {
                lines(figure.caption(), muted);
            }
            y += 6;
        }

        private static double scale(Picture.Size size) {
            double highest = BOTTOM - MARGIN - HEADING - CAPTION;
            return Math.min(1, Math.min(ROOM / size.width(), highest / size.height()));
        }

        private static double height(Report.Block.Figure figure) {
            Picture.Size size = figure.picture().sizeFor(ROOM, Look.DEFAULT);
            return size.height() * scale(size);
        }

        private void table(Report.Block.Table table) throws IOException {
            if (!table.caption().isEmpty()) {
                need(60);
                lines(table.caption(), muted);
            }
            double[] widths = widths(table);
            head(table, widths);
            for (List<String> row : table.rows()) {
                double height = rowHeight(row, widths, body);
                if (y + height > BOTTOM) {
                    turn();
                    head(table, widths);
                }
                row(table, row, widths, body, Token.LINE);
            }
            y += 12;
        }

        private void head(Report.Block.Table table, double[] widths) throws IOException {
            need(rowHeight(table.heads(), widths, strong) + 24);
            row(table, table.heads(), widths, strong, Token.CONTROL_BORDER);
        }

        private void row(Report.Block.Table table, List<String> cells, double[] widths, TextStyle type, Token line) {
            double x = MARGIN;
            double height = rowHeight(cells, widths, type);
            for (int c = 0; c < cells.size(); c++) {
                boolean figures = table.isFigures(c);
                double at = y + 4 + type.size() * LEAD / 2;
                for (String part : wrapped(cells.get(c), widths[c], type)) {
                    surface.text(
                            part,
                            figures ? x + widths[c] : x,
                            at,
                            figures ? Surface.Align.RIGHT : Surface.Align.LEFT,
                            type);
                    at += type.size() * LEAD;
                }
                x += widths[c] + CELL_GAP;
            }
            y += height;
            Stroke pen = Stroke.solid(Look.DEFAULT.tokens().of(line), 0.8);
            surface.line(MARGIN, y, Math.min(WIDTH - MARGIN, x - CELL_GAP), y, pen);
        }

        private double rowHeight(List<String> cells, double[] widths, TextStyle type) {
            int most = 1;
            for (int c = 0; c < cells.size(); c++) {
                most = Math.max(most, wrapped(cells.get(c), widths[c], type).size());
            }
            return most * type.size() * LEAD + 8;
        }

        /** As wide as the longest cell; where that is too much in all, the widest columns give way. */
        private double[] widths(Report.Block.Table table) {
            int count = table.heads().size();
            double[] widths = new double[count];
            for (int c = 0; c < count; c++) {
                widths[c] = typefaces.width(table.heads().get(c), strong);
                for (List<String> row : table.rows()) {
                    widths[c] = Math.max(widths[c], typefaces.width(row.get(c), body));
                }
            }
            double room = ROOM - CELL_GAP * (count - 1);
            double cap = room;
            while (sum(widths, cap) > room && cap > 20) {
                cap *= 0.97;
            }
            for (int c = 0; c < count; c++) {
                widths[c] = Math.min(widths[c], cap);
            }
            return widths;
        }

        private double sum(double[] widths, double cap) {
            double sum = 0;
            for (double width : widths) {
                sum += Math.min(width, cap);
            }
            return sum;
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    /** Lines no wider than the room, broken between words, or within a word that is too long. */
    private List<String> wrapped(String text, double room, TextStyle type) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && typefaces.width(longer, type) > room + 0.01) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
            while (typefaces.width(line.toString(), type) > room + 0.01 && line.length() > 1) {
                int end = fitting(line, room, type);
                lines.add(line.substring(0, end));
                line.delete(0, end);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private int fitting(StringBuilder line, double room, TextStyle type) {
        int end = line.length() - 1;
        while (end > 1 && typefaces.width(line.substring(0, end), type) > room) {
            end--;
        }
        return end;
    }
}
