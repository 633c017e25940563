package org.unfoldlab.app.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A drawing made of dots inside characters: 2×4 dots in a braille character, 1×2 in {@code ' . :}. Dot (0, 0) lies at
 * the top left.
 */
final class DotCanvas {
    private static final int BRAILLE = 0x2800;
    /** Bit of each dot in a braille character, by row, then column. */
    private static final int[][] BRAILLE_BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private static final char[] PLAIN = {' ', '\'', '.', ':'};

    private final boolean unicode;
    private final boolean[][] dots;

    /** An empty canvas of so many characters. */
    DotCanvas(int columns, int rows, boolean unicode) {
        this.unicode = unicode;
        dots = new boolean[rows * dotRows()][columns * dotColumns()];
    }

    int width() {
        return dots[0].length;
    }

    int height() {
        return dots.length;
    }

    private int dotRows() {
        return unicode ? 4 : 2;
    }

    private int dotColumns() {
        return unicode ? 2 : 1;
    }

    /**
     * A straight line, both ends included.
     *
     * @param every 1 for a full line, 2 for every second dot, …
     */
    void line(int x0, int y0, int x1, int y1, int every) {
        int steps = Math.max(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)), 1);
        for (int i = 0; i <= steps; i++) {
            int x = x0 + Math.round((float) (x1 - x0) * i / steps);
            int y = y0 + Math.round((float) (y1 - y0) * i / steps);
            if ((x + y) % every == 0) {
                dots[y][x] = true;
            }
        }
    }

    /** The characters, line by line from the top. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < height(); row += dotRows()) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < width(); column += dotColumns()) {
                line.append(unicode ? braille(row, column) : plain(row, column));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private char braille(int row, int column) {
        int bits = 0;
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 2; x++) {
                bits |= dots[row + y][column + x] ? BRAILLE_BITS[y][x] : 0;
            }
        }
        return (char) (BRAILLE + bits);
    }

    private char plain(int row, int column) {
        return PLAIN[(dots[row][column] ? 1 : 0) + (dots[row + 1][column] ? 2 : 0)];
    }
}
