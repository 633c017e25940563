package org.unfoldlab.app.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.unfoldlab.viz.plot.Axis;
import org.unfoldlab.viz.plot.ColorScale;
import org.unfoldlab.viz.plot.Dash;
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
 * @param untrainedFrom the first t that training never saw, if any is shown: from there on values are recalibrated
 * @param fit true to fit an exponential to each channel's mean
 * @param beside the same norm under shared statistics
 */
record NormPlots(
        NormCurves curves,
        int lastTime,
        int readoutTime,
        OptionalInt marked,
        String name,
        OptionalInt untrainedFrom,
        boolean fit,
        Optional<NormBeside> beside) {
    private static final String CHANNEL = "channel ";

    /** Without fit and comparison. */
    NormPlots(NormCurves curves, int lastTime, int readoutTime, OptionalInt marked, String name) {
        this(curves, lastTime, readoutTime, marked, name, OptionalInt.empty(), false, Optional.empty());
    }

    /** What a channel is called everywhere on the screen: counted from 1. */
    static String channelName(int channel) {
        return CHANNEL + (channel + 1);
    }

    /** The channel of that name; absent if it names something else. */
    static OptionalInt channelNamed(String name) {
        return name.startsWith(CHANNEL)
                ? OptionalInt.of(Integer.parseInt(name.substring(CHANNEL.length())) - 1)
                : OptionalInt.empty();
    }

    PlotModel mean() {
        return lines("Norm mean by channel", name, curves.means(), false).build();
    }

    PlotModel deviation() {
        return lines("Norm deviation", "", curves.deviations(), true).build();
    }

    /** Means of all channels, the largest at the first t on top. */
    HeatMap map() {
        List<Integer> order = order();
        double[][] values = new double[order.size()][];
        List<String> names = new ArrayList<>();
        for (int row = 0; row < values.length; row++) {
            values[row] = everyTime(curves.means()[order.get(row)]);
            names.add(channelName(order.get(row)));
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
                .withMarks(marks(""))
                .withMarkedRow(row);
    }

    /** The channel of a row of the map. */
    int channelOfRow(int row) {
        return order().get(row);
    }

    private PlotModel.Builder lines(String title, String unit, double[][] values, boolean positive) {
        Axis y = positive ? Axis.values("").withZero() : Axis.values("");
        PlotModel.Builder plot = PlotModel.titled(title, unit)
                .axes(positive ? Axis.time(0, lastTime) : Axis.time(0, lastTime).labelled(""), y);
        for (int channel = 0; channel < values.length; channel++) {
            if (marked.isEmpty() || marked.getAsInt() != channel) {
                plot.add(new Series(channelName(channel), SeriesStyle.hairline(), curves.places(), values[channel]));
            }
        }
        if (marked.isPresent() && marked.getAsInt() < values.length) {
            addMarked(marked.getAsInt(), values[marked.getAsInt()], positive, plot);
        } else if (!positive) {
            plot.note(noteOnAll(values));
        }
        marks(positive ? "" : "recalibrated").forEach(plot::add);
        return plot;
    }

    private void addMarked(int channel, double[] values, boolean positive, PlotModel.Builder plot) {
        beside.filter(other -> channel < other.curves().channels())
                .ifPresent(other -> plot.add(besideLine(other, channel, positive)));
        Series line = new Series(channelName(channel), SeriesStyle.lookedAt(), curves.places(), values);
        Optional<Decay> decay = fit && !positive ? Decay.fit(curves.places(), values) : Optional.empty();
        decay.filter(found -> found.describes(values)).ifPresent(found -> plot.add(fitted(found)));
        plot.add(decay.map(found ->
                        line.withDetail(found.describes(values) ? "≈ " + found.words() : "no exponential fits"))
                .orElse(line));
    }

    private static Series besideLine(NormBeside other, int channel, boolean positive) {
        double[][] values =
                positive ? other.curves().deviations() : other.curves().means();
        SeriesStyle style = SeriesStyle.run(other.run().colour(), false);
        return new Series(other.name(), style, other.curves().places(), values[channel]);
    }

    private Series fitted(Decay decay) {
        double[] places = curves.places();
        double[] values = Arrays.stream(places)
                .map(t -> decay.amplitude() * Math.exp(-decay.rate() * t))
                .toArray();
        return new Series("", SeriesStyle.ink(Dash.SHORT_DASHES), places, values);
    }

    private String noteOnAll(double[][] values) {
        if (fit) {
            double[] rates = Arrays.stream(values)
                    .flatMap(one -> Decay.fit(curves.places(), one).filter(decay -> decay.describes(one)).stream())
                    .mapToDouble(Decay::rate)
                    .sorted()
                    .toArray();
            return rates.length == 0
                    ? "no channel is an exponential"
                    : String.format(
                            Locale.ROOT,
                            "%d of %d channels ≈ exponential, median rate %.2f",
                            rates.length,
                            values.length,
                            rates[rates.length / 2]);
        }
        return beside.map(other -> "Click a channel to see " + other.name() + " beside it")
                .orElse("");
    }

    private List<Mark> marks(String fromThere) {
        List<Mark> marks = new ArrayList<>(List.of(new Mark(readoutTime, "", Mark.Kind.READOUT)));
        untrainedFrom.ifPresent(t -> marks.add(new Mark(t - 0.5, fromThere, Mark.Kind.RECALIBRATED)));
        return marks;
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
        Arrays.fill(every, Double.NaN);
        for (int i = 0; i < times.length; i++) {
            every[times[i] - first()] = values[i];
        }
        return every;
    }
}
