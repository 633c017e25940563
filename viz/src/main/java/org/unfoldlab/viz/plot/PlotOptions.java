package org.unfoldlab.viz.plot;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the viewer asked for on top of a model: the data stay as they are.
 *
 * @param log true for a logarithmic y axis
 * @param smooth true for a moving mean of {@value #WINDOW} values over the raw line, which stays
 */
record PlotOptions(boolean log, boolean smooth) {
    static final PlotOptions NONE = new PlotOptions(false, false);

    /** Values that a smoothed one is the mean of. */
    static final int WINDOW = 5;

    PlotOptions withLog(boolean on) {
        return new PlotOptions(on, smooth);
    }

    PlotOptions withSmooth(boolean on) {
        return new PlotOptions(log, on);
    }

    /** True if a logarithmic axis can hold what there is: some value above zero and none below. */
    static boolean canBeLog(PlotModel model) {
        boolean some = false;
        for (Series line : model.series()) {
            for (int i = 0; i < line.size(); i++) {
                if (line.has(i) && line.y(i) < 0) {
                    return false;
                }
                some |= line.has(i) && line.y(i) > 0;
            }
        }
        return some && model.bands().isEmpty();
    }

    /** True if some line is long enough that smoothing changes it. */
    static boolean canBeSmooth(PlotModel model) {
        return model.series().stream().anyMatch(PlotOptions::isLong);
    }

    private static boolean isLong(Series line) {
        return !line.style().isHairline() && line.size() > WINDOW;
    }

    /** The model as it is drawn. */
    PlotModel on(PlotModel model) {
        PlotModel smoothed = smooth && canBeSmooth(model) ? smoothed(model) : model;
        return log && canBeLog(model) ? logarithmic(smoothed) : smoothed;
    }

    private static PlotModel smoothed(PlotModel model) {
        List<Series> lines = model.series().stream()
                .flatMap(line -> isLong(line)
                        ? java.util.stream.Stream.of(
                                line.named("").drawn(line.style().behind()), line.smoothed(WINDOW))
                        : java.util.stream.Stream.of(line))
                .toList();
        return model.withSeries(lines).withUnit(joined(model.unit(), "mean of " + WINDOW + " over the raw line"));
    }

    private static PlotModel logarithmic(PlotModel model) {
        long zeros = model.series().stream()
                .mapToLong(line -> IntStream.range(0, line.size())
                        .filter(i -> line.has(i) && line.y(i) == 0)
                        .count())
                .sum();
        String left = zeros == 0
                ? ""
                : zeros == 1 ? "one value of 0 is off the axis" : zeros + " values of 0 are off the axis";
        Axis y = model.y().unbounded().logarithmic();
        return model.withY(y).withUnit(joined(model.unit(), left));
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
    }
}
