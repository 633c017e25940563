package org.unfoldlab.app.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.unfoldlab.viz.plot.Axis;
import org.unfoldlab.viz.plot.ColorScale;
import org.unfoldlab.viz.plot.HeatMap;
import org.unfoldlab.viz.plot.Mark;
import org.unfoldlab.viz.plot.PlotModel;
import org.unfoldlab.viz.plot.Series;
import org.unfoldlab.viz.plot.SeriesStyle;

/**
 * Draws the statistics of one norm over t: a grey line a channel, the marked one in ink on yellow.
 *
 * @param lastTime right end of the time axis, as in the plots above
 * @param readoutTime T
 * @param marked the channel that is looked at
 * @param name of the norm, and what the values are
 */
record NormPlots(NormCurves curves, int lastTime, int readoutTime, OptionalInt marked, String name) {
    PlotModel mean() {
        return lines("Norm mean by channel", name, curves.means(), false);
    }

    PlotModel deviation() {
        return lines("Norm deviation", "", curves.deviations(), true);
    }

    /** Means of all channels, the largest at the first t on top. */
    HeatMap map() {
        List<Integer> order = order();
        double[][] values = new double[order.size()][];
        List<String> names = new ArrayList<>();
        for (int row = 0; row < values.length; row++) {
            values[row] = everyTime(curves.means()[order.get(row)]);
            names.add("channel " + order.get(row));
        }
        OptionalInt row = marked.isPresent() ? OptionalInt.of(order.indexOf(marked.getAsInt())) : OptionalInt.empty();
        return new HeatMap(
                        "All channels",
                        "mean, sorted by its value at t = " + first(),
                        Axis.time(0, lastTime),
                        first(),
                        names,
                        values,
                        ColorScale.DIVERGING)
                .withMarks(marks())
                .withMarkedRow(row);
    }

    /** The channel of a row of the map. */
    int channelOfRow(int row) {
        return order().get(row);
    }

    private PlotModel lines(String title, String unit, double[][] values, boolean positive) {
        Axis y = positive ? Axis.values("").withZero() : Axis.values("");
        PlotModel.Builder plot = PlotModel.titled(title, unit)
                .axes(positive ? Axis.time(0, lastTime) : Axis.time(0, lastTime).labelled(""), y);
        for (int channel = 0; channel < values.length; channel++) {
            if (marked.isEmpty() || marked.getAsInt() != channel) {
                plot.add(new Series("channel " + channel, SeriesStyle.hairline(), curves.places(), values[channel]));
            }
        }
        if (marked.isPresent() && marked.getAsInt() < values.length) {
            plot.add(lookedAt(marked.getAsInt(), values[marked.getAsInt()], positive));
        }
        marks().forEach(plot::add);
        return plot.build();
    }

    private Series lookedAt(int channel, double[] values, boolean positive) {
        Series line = new Series("channel " + channel, SeriesStyle.lookedAt(), curves.places(), values);
        return positive
                ? line
                : Decay.fit(curves.places(), values)
                        .map(fit -> line.withDetail(fit.describes(values) ? "≈ " + fit.words() : "no exponential fits"))
                        .orElse(line);
    }

    private List<Mark> marks() {
        return List.of(new Mark(readoutTime, "", Mark.Kind.READOUT));
    }

    private int first() {
        return curves.times()[0];
    }

    private List<Integer> order() {
        return IntStream.range(0, curves.channels())
                .boxed()
                .sorted(Comparator.comparingDouble(channel -> -curves.means()[channel][0]))
                .toList();
    }

    /** A value for each whole t from the first to the last; NaN where none was measured. */
    private double[] everyTime(double[] values) {
        int[] times = curves.times();
        double[] every = new double[times[times.length - 1] - first() + 1];
        java.util.Arrays.fill(every, Double.NaN);
        for (int i = 0; i < times.length; i++) {
            every[times[i] - first()] = values[i];
        }
        return every;
    }
}
