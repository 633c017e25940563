package org.unfoldlab.model.export;

import java.util.ArrayList;
import java.util.List;

/** Columns of text in a fixed-width face: words at the left, figures at the right. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... heads) {
        rows.add(List.of(heads));
    }

    void add(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        rows.add(row);
    }

    /** Lines without trailing blanks, indented by two. */
    List<String> lines() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        boolean[] figures = new boolean[columns];
        for (int c = 0; c < columns; c++) {
            figures[c] = rows.size() > 1;
            for (int r = 0; r < rows.size(); r++) {
                String cell = rows.get(r).get(c);
                widths[c] = Math.max(widths[c], cell.length());
                figures[c] &= r == 0 || cell.matches("[-–]|[0-9][0-9,.]*");
            }
        }
        return rows.stream().map(row -> line(row, widths, figures)).toList();
    }

    private static String line(List<String> row, int[] widths, boolean[] figures) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < row.size(); c++) {
            String blanks = " ".repeat(widths[c] - row.get(c).length());
            line.append(GAP).append(figures[c] ? blanks + row.get(c) : row.get(c) + blanks);
        }
        return line.toString().stripTrailing();
    }
}
