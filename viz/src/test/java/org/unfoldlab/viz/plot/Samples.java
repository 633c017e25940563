package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.unfoldlab.viz.theme.Token;

/** The plots of the design's pictures with made-up figures. */
final class Samples {
    private Samples() {}

    static PlotModel errorByEpoch(int epochs) {
        Random random = new Random(1);
        List<Double> two = IntStream.range(0, 60)
                .mapToObj(i -> 30 + 52 * Math.exp(-i / 7.0) + random.nextDouble() * 2)
                .toList();
        List<Double> test = IntStream.range(0, epochs)
                .mapToObj(i -> 13 + 48 * Math.exp(-i / 5.0) + random.nextDouble() * 1.5)
                .toList();
        List<Double> train = IntStream.range(0, epochs)
                .mapToObj(i -> 10 + 48 * Math.exp(-i / 5.0))
                .toList();
        return PlotModel.titled("Error", "%, readout T = 8")
                .axes(Axis.epochs(60), Axis.percent())
                .add(Series.from(1, "2 test", SeriesStyle.run(2, false), two))
                .add(Series.from(1, "3 train", SeriesStyle.train(3), train))
                .add(Series.from(1, "3 test", SeriesStyle.run(3, true), test))
                .add(new Mark(15, "rate 0.01 → 0.005", Mark.Kind.CHANGE))
                .build();
    }

    static PlotModel errorByReadout() {
        return PlotModel.titled("Error against readout time", "%, train once, test at others")
                .axes(Axis.time(0, 12), Axis.percent())
                .add(Series.from(
                        4,
                        "2 shared",
                        SeriesStyle.run(2, false).withPoints(),
                        List.of(61.0, 48.0, 40.0, 34.0, 31.0, 33.0, 38.0, 45.0, 53.0)))
                .add(Series.from(8, "3 hold", SeriesStyle.train(3), List.of(13.2, 13.4, 15.0, 18.0, 22.5)))
                .add(Series.from(
                        4,
                        "3 TSBN, recalibrate",
                        SeriesStyle.run(3, true).withPoints(),
                        List.of(46.0, 30.0, 20.4, 15.6, 13.2, 12.8, 13.0, 13.7, 15.0)))
                .add(new HatchedSpan(
                        0, 3.5, "No signal yet", List.of("shortest path V1 → V2 → V4 → IT", "4 steps to the answer")))
                .add(new Mark(8, "T = 8", Mark.Kind.READOUT))
                .add(new Mark(8, "trained", Mark.Kind.TRAINED))
                .build();
    }

    static PlotModel settles() {
        String[] names = {"V1", "V2", "V4", "IT"};
        Dash[] dashes = {Dash.SOLID, Dash.LONG_DASHES, Dash.DASH_DOT, Dash.DOTS};
        PlotModel.Builder plot = PlotModel.titled("Does it settle?", "|h(t) − h(t−1)| / |h(t)|")
                .axes(Axis.time(1, 11), Axis.values("").withZero())
                .note("All four states settle.");
        for (int s = 0; s < 4; s++) {
            int first = s + 1;
            List<Double> values = IntStream.rangeClosed(first, s == 3 ? 11 : 8 + s)
                    .mapToObj(t -> Math.exp(-(t - first) / 2.6) * 1.03)
                    .toList();
            plot.add(Series.from(first, names[s], SeriesStyle.ink(dashes[s]), values));
        }
        return plot.build();
    }

    static PlotModel channels(int count, int times) {
        Random random = new Random(2);
        PlotModel.Builder plot = PlotModel.titled("Norm mean by channel", "V1 → V1, first B, running")
                .axes(Axis.time(0, 12), Axis.values(""))
                .add(new Mark(8, "", Mark.Kind.READOUT))
                .add(new Mark(4.5, "recalibrated", Mark.Kind.RECALIBRATED));
        for (int c = 0; c < count; c++) {
            double start = random.nextGaussian() * 0.5;
            double end = random.nextGaussian() * 0.1;
            List<Double> values = new ArrayList<>();
            for (int t = 1; t <= times; t++) {
                values.add(end + (start - end) * Math.exp(-(t - 1) / 2.0));
            }
            boolean last = c == count - 1;
            plot.add(Series.from(
                            1,
                            last ? "channel 11" : "channel " + c,
                            last ? SeriesStyle.lookedAt() : SeriesStyle.hairline(),
                            values)
                    .withDetail(last ? "decays as 0.79 e^(−0.41 t), residual 0.02" : ""));
        }
        return plot.build();
    }

    static PlotModel nothing() {
        return PlotModel.titled("Error against readout time", "%")
                .axes(Axis.time(0, 8), Axis.percent())
                .add(new HatchedSpan(0, 3.5, "No signal yet", List.of()))
                .add(new Reference(90, "chance, 90 %"))
                .build();
    }

    static PlotModel stopped() {
        List<Double> values = IntStream.range(0, 22)
                .mapToObj(i -> 13 + 50 * Math.exp(-i / 4.0))
                .toList();
        return PlotModel.titled("Error", "%, readout T = 8")
                .axes(Axis.epochs(60), Axis.percent())
                .add(Series.from(1, "3 test", SeriesStyle.run(3, true), values))
                .add(new Mark(22, "stopped after epoch 22", Mark.Kind.STOPPED))
                .build();
    }

    static PlotModel ratios() {
        Random random = new Random(4);
        PlotModel.Builder plot = PlotModel.titled("Update to weight", "by layer")
                .axes(Axis.epochs(200), Axis.values("").logarithmic());
        for (int r = 1; r <= 5; r++) {
            double level = -2 - r * 0.5;
            List<Double> values = IntStream.range(0, 200)
                    .mapToObj(i -> Math.pow(10, level - i / 150.0 + random.nextGaussian() * 0.06))
                    .toList();
            plot.add(Series.from(1, "layer " + r, SeriesStyle.run(r, false), values));
        }
        return plot.build();
    }

    static HeatMap allChannels(int count, int times) {
        double[][] values = new double[count][times];
        List<String> names = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            double start = 1 - 2.0 * c / Math.max(1, count - 1);
            names.add(Integer.toString(c));
            for (int t = 0; t < times; t++) {
                values[c][t] = start * (0.2 + 0.8 * Math.exp(-t / 2.5));
            }
        }
        return new HeatMap(
                        "All channels",
                        "mean, sorted by its value at t = 1",
                        Axis.time(0, 12),
                        1,
                        names,
                        values,
                        ColorScale.DIVERGING)
                .withMarks(List.of(new Mark(8, "", Mark.Kind.READOUT)))
                .withMarkedRow(OptionalInt.of(2));
    }

    static PlotModel seeds() {
        Random random = new Random(6);
        double[] xs = new double[9];
        double[] mean = new double[9];
        double[] low = new double[9];
        double[] high = new double[9];
        Map<Double, String> times = new HashMap<>();
        for (int i = 0; i < 9; i++) {
            xs[i] = i + 4;
            mean[i] = 14 + 30 * Math.exp(-i / 2.0);
            low[i] = mean[i] - 1 - 3 * random.nextDouble();
            high[i] = mean[i] + 1 + 3 * random.nextDouble();
            times.put(xs[i], (int) (xs[i] * 20) + "–" + (int) (xs[i] * 50));
        }
        return PlotModel.titled("Error against readout time", "%, mean and range of 5 seeds")
                .axes(Axis.time(0, 12), Axis.percent())
                .add(new Band("lowest to highest of 5 seeds", Token.RUN_1, xs, low, high))
                .add(new Series("1 TSBN", SeriesStyle.run(1, true).withPoints(), xs, mean))
                .add(new HatchedSpan(0, 3.5, "No signal yet", List.of("4 steps to the answer")))
                .add(new TickRow("ms", times))
                .build();
    }

    static PlotModel smoothed() {
        Random random = new Random(7);
        List<Double> raw = IntStream.range(0, 3000)
                .mapToObj(i -> 0.4 + 2 * Math.exp(-i / 400.0) + random.nextGaussian() * 0.12)
                .toList();
        Series line = Series.from(1, "5 loss", SeriesStyle.run(5, false), raw);
        return PlotModel.titled("Loss", "by batch, mean of 51 over the raw line")
                .axes(Axis.counted("batch", "batch"), Axis.values("").withZero())
                .add(line.drawn(line.style().behind()))
                .add(line.smoothed(51))
                .build();
    }
}
