package org.unfoldlab.viz.plot;

import java.util.Optional;

/** Finds the ends of the axes of a plot. */
final class Ranges {
    private static final double REFERENCE_REACH = 1.25;

    private Ranges() {}

    /** Two ends, lo below hi. */
    record Range(double lo, double hi) {}

    /** Ends of the x axis: the zoom, else what the axis fixes, else the data. */
    static Range x(PlotModel model, Optional<Zoom> zoom) {
        if (zoom.isPresent()) {
            return new Range(zoom.get().from(), zoom.get().to());
        }
        Hull hull = new Hull(model.x().log());
        for (Series line : model.series()) {
            for (int i = 0; i < line.size(); i++) {
                hull.add(line.x(i));
            }
        }
        model.spans().forEach(span -> hull.add(span.from()).add(span.to()));
        return ends(model.x(), hull);
    }

    /** Ends of the y axis for what is seen between the ends of x, rounded outwards to half steps. */
    static Range y(PlotModel model, Range x, int wanted) {
        Hull hull = new Hull(model.y().log());
        for (Series line : model.series()) {
            addSeen(line, x, hull);
        }
        for (Band band : model.bands()) {
            addSeen(band.low(), x, hull);
            addSeen(band.high(), x, hull);
        }
        if (model.y().zero()) {
            hull.add(0);
        }
        double top = hull.hi;
        boolean noData = model.isEmpty();
        for (Reference line : model.references()) {
            if (noData || line.y() <= top * REFERENCE_REACH) {
                hull.add(line.y());
            }
        }
        Range range = ends(model.y(), hull);
        return model.y().log() ? roundedOutLog(model.y(), range) : roundedOut(model.y(), range, wanted);
    }

    private static void addSeen(Series line, Range x, Hull hull) {
        for (int i = 0; i < line.size(); i++) {
            if (line.x(i) >= x.lo && line.x(i) <= x.hi) {
                hull.add(line.y(i));
            }
        }
    }

    private static Range ends(Axis axis, Hull hull) {
        double lo = axis.from().orElse(hull.isEmpty() ? (axis.log() ? 0.1 : 0) : hull.lo);
        double hi = axis.to().orElse(hull.isEmpty() || hull.hi <= lo ? aboveNothing(axis, lo) : hull.hi);
        return lo < hi ? new Range(lo, hi) : new Range(hi - 1, hi);
    }

    private static double aboveNothing(Axis axis, double lo) {
        if (axis.log()) {
            return lo * 10;
        }
        return axis.unit().equals("%") && lo == 0 ? 100 : lo + Math.max(1, Math.abs(lo) * 0.1);
    }

    private static Range roundedOut(Axis axis, Range range, int wanted) {
        double half = Ticks.step((range.hi - range.lo) / Math.max(wanted, 2), axis.whole()) / 2;
        double lo = axis.from().orElse(Math.floor(range.lo / half + 1e-9) * half);
        double hi = axis.to().orElse(Math.ceil(range.hi / half - 1e-9) * half);
        return new Range(lo, hi);
    }

    /** To the next of 1, 2, 5 times a power of ten outside. */
    private static Range roundedOutLog(Axis axis, Range range) {
        double lo = axis.from().orElse(1 / Ticks.step(1 / range.lo, false));
        double hi = axis.to().orElse(Ticks.step(range.hi, false));
        return lo < hi ? new Range(lo, hi) : new Range(lo, lo * 10);
    }

    /** The smallest interval around finite values; a log axis takes only those above zero. */
    private static final class Hull {
        private final boolean log;
        private double lo = Double.POSITIVE_INFINITY;
        private double hi = Double.NEGATIVE_INFINITY;

        Hull(boolean log) {
            this.log = log;
        }

        Hull add(double value) {
            if (Double.isFinite(value) && (!log || value > 0)) {
                lo = Math.min(lo, value);
                hi = Math.max(hi, value);
            }
            return this;
        }

        boolean isEmpty() {
            return lo > hi;
        }
    }
}
