package org.unfoldlab.viz.unrolled;

/**
 * Columns that T has just brought, on their way out of their left neighbour.
 *
 * @param first t of the first of them
 * @param share 0 still at the neighbour, 1 in place
 */
record NewColumns(int first, double share) {
    /** All columns are where they belong. */
    static final NewColumns NONE = new NewColumns(Integer.MAX_VALUE, 1);

    /** Where a column stands now, in px. */
    double x(StageMetrics metrics, int time) {
        double there = metrics.columnX(time);
        return time < first ? there : StageLayout.mix(metrics.columnX(first - 1), there, share);
    }
}
