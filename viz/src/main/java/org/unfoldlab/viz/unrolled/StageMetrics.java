package org.unfoldlab.viz.unrolled;

import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.theme.Look;

/**
 * Measures of a stage, all in px, from its size, the number of rows and T (DESIGN, window anatomy).
 *
 * @param width of the whole stage
 * @param height of the whole stage, ledger included
 * @param rows states, at least 1
 * @param readoutTime T
 * @param zoom distance of columns, in those that let the whole network be seen
 */
record StageMetrics(double width, double height, int rows, int readoutTime, Look look, double zoom) {
    /** Narrowest column; beyond it the stage scrolls. */
    static final double NARROWEST = 34;

    private static final double LOWEST_ROW = 26;
    private static final double EASY_ROW = 34;
    private static final double SMALLEST_LEDGER = 112;
    private static final double BELOW = 14;
    private static final double DOTS_UNDER = 44;
    private static final double LETTERS_FROM = 58;

    private double scale() {
        return look.scale();
    }

    private static double between(double low, double value, double high) {
        return Math.max(low, Math.min(high, value));
    }

    /** Height of a stage under which the uppermost rows would not be seen. */
    static double leastHeight(int rows, Look look) {
        return heightFor(rows, LOWEST_ROW, look);
    }

    /** Height of a stage on which rows are so far apart that nothing in them overlaps. */
    static double easyHeight(int rows, Look look) {
        return heightFor(rows, EASY_ROW, look);
    }

    private static double heightFor(int rows, double pitch, Look look) {
        return top(look) + pitch * rows + 3 + ledgerScale(look) * SMALLEST_LEDGER + BELOW;
    }

    private static double top(Look look) {
        return 40 * look.scale();
    }

    private static double ledgerScale(Look look) {
        return Math.min(look.scale(), 1.3);
    }

    double top() {
        return top(look);
    }

    /** At least the ledger of a full stage; what few rows leave free goes to the error curve. */
    double ledgerHeight() {
        double least = between(SMALLEST_LEDGER, 120 + (height - 473) * 46 / 217, 166) * ledgerScale(look);
        double spare = height - 17 - top() - tallestRow() * rows;
        return between(least, spare, 1.7 * least);
    }

    private double tallestRow() {
        return Math.min(118, 0.31 * headWidth()) * Math.min(scale(), 1.2);
    }

    /** The line between the lanes and the ledger. */
    double ledgerTop() {
        return height - BELOW - ledgerHeight();
    }

    double ledgerBottom() {
        return height - BELOW;
    }

    double rowPitch() {
        return between(LOWEST_ROW, (ledgerTop() - 3 - top()) / Math.max(rows, 1), tallestRow());
    }

    /** Middle of a row; row 0 lies at the bottom. */
    double laneY(int row) {
        return ledgerTop() - 3 - rowPitch() * (row + 0.5);
    }

    double headWidth() {
        return between(280, 300 + (width - 1018) * 100 / 572, 400);
    }

    boolean showsFunctions() {
        return !look.lecture() && rowPitch() >= 54;
    }

    double cardHeight() {
        return between(20, rowPitch() * 0.595, 66);
    }

    double cardWidth() {
        double widest = look.lecture() ? 157 : 0.395 * headWidth();
        return between(96, 118 + (cardHeight() - 44) * 1.5, widest);
    }

    double cardLeft() {
        return showsFunctions() ? 111 + (headWidth() - 300) * 0.27 : 72;
    }

    private double widestColumn() {
        return between(70, 76 + (width - 1018) * 26 / 572, 102);
    }

    /** Where the functions of the graph before the lanes may stand. */
    Box head() {
        double right = firstColumn() - boxWidth() / 2 - 6;
        return new Box(2, top() * 0.8, right - 2, ledgerTop() - top() * 0.8);
    }

    /** Middle of the column t = 0, before scrolling. */
    double firstColumn() {
        return headWidth() + 0.45 * widestColumn();
    }

    /** Where T stands at most, before scrolling. */
    double lastColumn() {
        return width - 76 * Math.min(scale(), 1.4);
    }

    double columnPitch() {
        double room = lastColumn() - firstColumn();
        return zoom * between(NARROWEST, room / Math.max(readoutTime, 1), widestColumn());
    }

    double columnX(double time) {
        return firstColumn() + time * columnPitch();
    }

    /** How far the lanes can be scrolled. */
    double scrollRange() {
        return Math.max(0, columnX(readoutTime) - lastColumn());
    }

    boolean dots() {
        return columnPitch() < DOTS_UNDER || rowPitch() < EASY_ROW;
    }

    boolean letters() {
        return columnPitch() >= LETTERS_FROM && rowPitch() >= 52;
    }

    double boxWidth() {
        return dots() ? 10 : Math.min(64, 0.56 * columnPitch());
    }

    double boxHeight() {
        return dots() ? 10 : between(16, 0.46 * rowPitch(), 0.8 * boxWidth());
    }

    double imageSize() {
        return between(18, 0.4 * rowPitch(), 0.11 * headWidth());
    }

    double imageX() {
        return cardLeft() + cardWidth() + 14;
    }
}
