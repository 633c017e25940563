package org.unfoldlab.viz.export;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.unfoldlab.viz.theme.Fonts;
import org.unfoldlab.viz.theme.Look;

/** Writes a report as one HTML page that needs nothing outside itself: drawings inline, fonts embedded. */
public final class ReportHtml {
    private static final double WIDTH = 880;
    private static final String STYLE = """
        :root { color-scheme: light; }
        body { font: 14px/1.5 Inter, system-ui, sans-serif; color: #1F2328; background: #FFFFFF; margin: 32px auto;
          max-width: 880px; padding: 0 16px; }
        h1 { font-size: 24px; line-height: 32px; margin: 0; }
        h2 { font-size: 17px; line-height: 24px; margin: 32px 0 8px; }
        p { margin: 8px 0; }
        .muted, figcaption, caption { color: #57606A; font-size: 13px; }
        caption { text-align: left; padding-bottom: 4px; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; margin: 8px 0 16px; font-size: 13px; }
        th { text-align: left; font-weight: 600; border-bottom: 1px solid #6E7781; vertical-align: bottom; }
        td { border-bottom: 1px solid #D8DEE4; vertical-align: top; }
        th, td { padding: 4px 16px 4px 0; }
        .figure { text-align: right; font-variant-numeric: tabular-nums; }
        figure { margin: 8px 0 16px; }
        svg { max-width: 100%; height: auto; }
        footer { margin: 32px 0; padding-top: 8px; border-top: 1px solid #D8DEE4; }
        @media print { body { margin: 0; max-width: none; } figure, tr { break-inside: avoid; } h2 { break-after: avoid; } }
        """;

    private final PictureWriter drawings;

    /** @param typefaces the bundled fonts */
    public ReportHtml(Typefaces typefaces) {
        drawings = new PictureWriter(typefaces, Look.DEFAULT, "");
    }

    /** The page. */
    public String write(Report report) throws IOException {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>")
                .append(escaped(report.title()))
                .append("</title>\n<style>\n")
                .append(fonts())
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n");
        page.append("<h1>").append(escaped(report.title())).append("</h1>\n");
        page.append("<p class=\"muted\">").append(escaped(report.subtitle())).append("</p>\n");
        int number = 0;
        for (Report.Block block : report.blocks()) {
            page.append(block(block, ++number));
        }
        page.append("</main>\n<footer class=\"muted\">")
                .append(escaped(report.origin()))
                .append("</footer>\n</body>\n</html>\n");
        return page.toString();
    }

    private String block(Report.Block block, int number) {
        if (block instanceof Report.Block.Heading heading) {
            return "<h2>" + escaped(heading.text()) + "</h2>\n";
        }
        if (block instanceof Report.Block.Paragraph paragraph) {
            return "<p>" + escaped(paragraph.text()) + "</p>\n";
        }
        if (block instanceof Report.Block.Table table) {
            return table(table);
        }
        return figure((Report.Block.Figure) block, number);
    }

    private String figure(Report.Block.Figure figure, int number) {
        Picture picture = figure.picture();
        String svg = drawings.svg(picture, picture.sizeFor(WIDTH, Look.DEFAULT));
        String caption =
                figure.caption().isEmpty() ? "" : "<figcaption>" + escaped(figure.caption()) + "</figcaption>\n";
        // Clip paths are named anew in each drawing; on one page the names must differ.
        return "<figure>\n"
                + svg.replace("\"clip", "\"f" + number + "clip").replace("url(#clip", "url(#f" + number + "clip")
                + caption + "</figure>\n";
    }

    private static String table(Report.Block.Table table) {
        List<Boolean> figures = IntStream.range(0, table.heads().size())
                .mapToObj(table::isFigures)
                .toList();
        String caption = table.caption().isEmpty() ? "" : "<caption>" + escaped(table.caption()) + "</caption>\n";
        String head = row("th", table.heads(), figures);
        String body = table.rows().stream().map(row -> row("td", row, figures)).collect(Collectors.joining());
        return "<div class=\"wide\"><table>\n" + caption + "<thead>" + head + "</thead>\n<tbody>\n" + body
                + "</tbody>\n</table></div>\n";
    }

    private static String row(String tag, List<String> cells, List<Boolean> figures) {
        StringBuilder row = new StringBuilder("<tr>");
        for (int c = 0; c < cells.size(); c++) {
            String style = Boolean.TRUE.equals(figures.get(c)) ? " class=\"figure\"" : "";
            String scope = tag.equals("th") ? " scope=\"col\"" : "";
            row.append('<').append(tag).append(scope).append(style).append('>');
            row.append(escaped(cells.get(c))).append("</").append(tag).append('>');
        }
        return row.append("</tr>\n").toString();
    }

    private static String fonts() throws IOException {
        return font("Inter", 400, "Inter-Regular.otf")
                + font("Inter", 500, "Inter-Medium.otf")
                + font("Inter", 600, "Inter-SemiBold.otf")
                + font("Inter", 700, "Inter-Bold.otf")
                + font("JetBrains Mono", 400, "JetBrainsMono-Regular.ttf");
    }

    private static String font(String family, int weight, String file) throws IOException {
        String data = Base64.getEncoder().encodeToString(Woff.of(Fonts.bytes(file)));
        return "@font-face { font-family: \"" + family + "\"; font-weight: " + weight
                + "; src: url(data:font/woff;base64," + data + ") format(\"woff\"); }\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
