package org.unfoldlab.viz.export;

import java.util.List;

/**
 * A document of text, tables and pictures, to be written as one HTML page or as a PDF.
 *
 * @param title on top
 * @param subtitle under it
 * @param blocks from top to bottom
 * @param origin on every page: where the report comes from
 */
public record Report(String title, String subtitle, List<Block> blocks, String origin) {
    public Report {
        blocks = List.copyOf(blocks);
    }

    /** A part of it. */
    public sealed interface Block {
        /** Begins a section. */
        record Heading(String text) implements Block {}

        /** Words. */
        record Paragraph(String text) implements Block {}

        /**
         * Rows under heads.
         *
         * @param caption what it shows; may be empty
         * @param rows each as long as the heads
         */
        record Table(String caption, List<String> heads, List<List<String>> rows) implements Block {
            public Table {
                heads = List.copyOf(heads);
                rows = rows.stream().map(List::copyOf).toList();
                for (List<String> row : rows) {
                    if (row.size() != heads.size()) {
                        throw new IllegalArgumentException(row + " does not fit under " + heads);
                    }
                }
            }

            /** True if a column holds figures, which stand at the right. */
            boolean isFigures(int column) {
                return !rows.isEmpty()
                        && rows.stream()
                                .allMatch(row -> row.get(column).isEmpty()
                                        || row.get(column).matches("–|no signal|[-+]?[0-9][0-9.,e-]*( %| M)?"));
            }
        }

        /** A picture and what it shows; the caption may be empty. */
        record Figure(Picture picture, String caption) implements Block {}
    }
}
