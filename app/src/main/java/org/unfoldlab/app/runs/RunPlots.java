package org.unfoldlab.app.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Window;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.result.TrainingEvent.EpochDone;
import org.unfoldlab.viz.plot.Axis;
import org.unfoldlab.viz.plot.Dash;
import org.unfoldlab.viz.plot.HatchedSpan;
import org.unfoldlab.viz.plot.Mark;
import org.unfoldlab.viz.plot.PlotModel;
import org.unfoldlab.viz.plot.Reference;
import org.unfoldlab.viz.plot.Series;
import org.unfoldlab.viz.plot.SeriesStyle;
import org.unfoldlab.viz.plot.TickRow;

/**
 * Turns run records into plots. Errors are shown in percent; what was not measured is not drawn.
 *
 * @param document the open network, for T and for the time before any run
 * @param runs those to draw, any order
 * @param focused the run in focus
 */
public record RunPlots(NetworkDocument document, List<RunViewModel> runs, Optional<RunViewModel> focused) {
    private static final int PERCENT = 100;
    private static final int LAST_TIME = 1000;
    private static final int LONGEST_AXIS = 60;

    public RunPlots {
        runs = List.copyOf(runs);
    }

    /** Train and test error by epoch. */
    public PlotModel errorByEpoch() {
        int trained =
                focused.map(RunViewModel::trainedTime).orElse(document.readout().time());
        PlotModel.Builder plot =
                PlotModel.titled("Error", "%, readout T = " + trained).axes(Axis.epochs(lastEpoch()), Axis.percent());
        plot.add(chance());
        means().addByEpoch(plot, "test", done -> percent(done.testError()));
        for (RunViewModel run : inOrder()) {
            byEpoch(run, "train", SeriesStyle.train(run.colour()), done -> percent(done.trainError()))
                    .ifPresent(plot::add);
            byEpoch(run, "test", style(run), done -> percent(done.testError())).ifPresent(plot::add);
        }
        focused.ifPresent(run -> addMarks(run, plot));
        return plot.build();
    }

    /** Train and test loss by epoch. */
    public PlotModel lossByEpoch() {
        PlotModel.Builder plot = PlotModel.titled("Loss", "cross-entropy, nats")
                .axes(Axis.epochs(lastEpoch()), Axis.values("").withZero().withDecimals(2));
        means().addByEpoch(plot, "test", done -> done.testLoss().orElse(Double.NaN));
        for (RunViewModel run : inOrder()) {
            byEpoch(run, "train", SeriesStyle.train(run.colour()), EpochDone::trainLoss)
                    .ifPresent(plot::add);
            byEpoch(run, "test", style(run), done -> done.testLoss().orElse(Double.NaN))
                    .ifPresent(plot::add);
        }
        focused.ifPresent(run -> addMarks(run, plot));
        return plot.build();
    }

    /** Test error against readout time, at the newest epoch of each run. */
    public PlotModel errorByTime() {
        return errorByTime(Optional.empty());
    }

    /**
     * The same with another reading of the time axis. Runs that were trained at different times and differ in nothing
     * else make a curve of their own: train and test at the same t.
     */
    public PlotModel errorByTime(Optional<TickRow> second) {
        PlotModel.Builder plot = PlotModel.titled("Error against readout time", "%, train once, test at others")
                .axes(Axis.time(0, lastTime()), Axis.percent());
        plot.add(chance());
        int time = document.readout().time();
        addCurves(plot, "T = " + time, point -> percent(point.error()));
        SameTimeCurve.of(runs).forEach(curve -> plot.add(sameTime(curve)));
        testRange().ifPresent(range -> {
            plot.add(new Mark(range.first(), "", Mark.Kind.RANGE_FROM));
            plot.add(new Mark(range.last(), "", Mark.Kind.RANGE_TO));
        });
        second.ifPresent(plot::add);
        return plot.build();
    }

    private static Series sameTime(SameTimeCurve curve) {
        double[] xs = curve.errors().keySet().stream()
                .mapToDouble(Integer::doubleValue)
                .toArray();
        double[] ys =
                curve.errors().values().stream().mapToDouble(RunPlots::percent).toArray();
        SeriesStyle style = SeriesStyle.ink(Dash.SHORT_DASHES).withPoints();
        return new Series("train and test at the same t", style, xs, ys);
    }

    /** The first and the last readout time that the open network asks to be tested at. */
    Optional<TreeSet<Integer>> testRange() {
        int time = document.readout().time();
        TreeSet<Integer> times = new TreeSet<>();
        Window.parse(document.measure().readoutTimes())
                .ifPresent(window -> window.times(time, 1, LAST_TIME).stream().forEach(times::add));
        return times.isEmpty() ? Optional.empty() : Optional.of(times);
    }

    private void addCurves(PlotModel.Builder plot, String flag, Function<ReadoutPoint, Double> value) {
        silence().ifPresent(plot::add);
        means().addByTime(plot, value);
        for (RunViewModel run : inOrder()) {
            List<ReadoutCurve> curves = newestCurves(run.record());
            for (int i = 0; i < curves.size(); i++) {
                curve(run, curves, i, value).ifPresent(plot::add);
            }
        }
        plot.add(new Mark(document.readout().time(), flag, Mark.Kind.READOUT));
        String trained = flag.isEmpty() ? "" : "trained";
        focused.ifPresent(run -> plot.add(new Mark(run.trainedTime(), trained, Mark.Kind.TRAINED)));
    }

    private Optional<Series> curve(
            RunViewModel run, List<ReadoutCurve> curves, int index, Function<ReadoutPoint, Double> value) {
        ReadoutCurve curve = curves.get(index);
        String policy = curves.size() > 1 ? " " + curve.statistics().name().toLowerCase(java.util.Locale.ROOT) : "";
        SeriesStyle style = index == 0 ? style(run).withPoints() : other(run, index);
        double[] xs = curve.points().stream().mapToDouble(ReadoutPoint::time).toArray();
        double[] ys = curve.points().stream().mapToDouble(value::apply).toArray();
        return somewhere(new Series(run.number() + policy, style, xs, ys));
    }

    /** A curve of the same run by another policy: its colour, thinner, in a dash that its first curve has not. */
    private static SeriesStyle other(RunViewModel run, int index) {
        SeriesStyle thin = SeriesStyle.train(run.colour());
        List<Dash> free = java.util.stream.Stream.of(Dash.DOTS, Dash.LONG_DASHES, Dash.DASH_DOT)
                .filter(dash -> dash != Dash.run(run.colour()))
                .toList();
        return thin.withDash(free.get((index - 1) % free.size())).withPoints();
    }

    private static List<ReadoutCurve> newestCurves(RunRecord record) {
        return record.latestCurves();
    }

    /** Where no curve can have a value: before the first answer of all networks that are drawn. */
    private Optional<HatchedSpan> silence() {
        List<NetworkDocument> networks = runs.isEmpty()
                ? List.of(document)
                : runs.stream().map(RunViewModel::network).toList();
        SignalPath earliest = networks.stream()
                .map(network -> SignalPath.of(network, lastTime()))
                .min((a, b) -> Integer.compare(
                        a.firstTime().orElse(Integer.MAX_VALUE), b.firstTime().orElse(Integer.MAX_VALUE)))
                .orElseThrow();
        int first = Math.min(earliest.firstTime().orElse(Integer.MAX_VALUE), firstMeasuredTime());
        double end = first == Integer.MAX_VALUE ? lastTime() : first - 0.5;
        return end > 0 ? Optional.of(new HatchedSpan(0, end, "No signal yet", earliest.reasons())) : Optional.empty();
    }

    private int firstMeasuredTime() {
        return runs.stream()
                .flatMap(run -> newestCurves(run.record()).stream())
                .flatMap(curve -> curve.points().stream())
                .filter(point -> point.error().isPresent())
                .mapToInt(ReadoutPoint::time)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private Optional<Series> byEpoch(
            RunViewModel run, String what, SeriesStyle style, Function<EpochDone, Double> value) {
        List<EpochDone> epochs = run.record().epochs();
        double[] xs = epochs.stream().mapToDouble(EpochDone::epoch).toArray();
        double[] ys = epochs.stream().mapToDouble(value::apply).toArray();
        return somewhere(new Series(run.number() + " " + what, style, xs, ys));
    }

    private static Optional<Series> somewhere(Series line) {
        return line.last() < 0 ? Optional.empty() : Optional.of(line);
    }

    private static void addMarks(RunViewModel run, PlotModel.Builder plot) {
        RateChanges.of(run.record()).forEach(plot::add);
        boolean broken = run.phase() == Phase.LOST || run.phase() == Phase.FAILED || run.phase() == Phase.DIVERGED;
        if (broken && run.record().epochsDone() > 0) {
            int done = run.record().epochsDone();
            plot.add(new Mark(done, "stopped after epoch " + done, Mark.Kind.STOPPED));
        }
    }

    private SeriesStyle style(RunViewModel run) {
        return SeriesStyle.run(run.colour(), focused.equals(Optional.of(run)));
    }

    /** Repetitions that are drawn as one line. */
    private SeedMeans means() {
        return SeedMeans.of(runs);
    }

    /** The focused run last, so that it lies on top. */
    private List<RunViewModel> inOrder() {
        List<RunViewModel> order = new ArrayList<>(means().others());
        focused.filter(order::remove).ifPresent(order::add);
        return order;
    }

    private Reference chance() {
        double chance = PERCENT
                * (1 - 1.0 / focused.map(RunViewModel::network).orElse(document).classes());
        return new Reference(chance, "chance, " + Math.round(chance) + " %");
    }

    private int lastEpoch() {
        return runs.stream()
                .mapToInt(run -> run.record()
                        .started()
                        .map(TrainingEvent.Started::epochs)
                        .orElse(run.network().training().epochs()))
                .max()
                .orElse(document.training().epochs());
    }

    /** Right end of the time axis. */
    int lastTime() {
        int measured = runs.stream()
                .flatMap(run -> newestCurves(run.record()).stream())
                .flatMap(curve -> curve.points().stream())
                .mapToInt(ReadoutPoint::time)
                .max()
                .orElse(0);
        int asked = testRange().map(TreeSet::last).orElse(0);
        return Math.max(Math.max(Math.max(measured, document.readout().time()), Math.min(asked, LONGEST_AXIS)), 2);
    }

    private static double percent(OptionalDouble share) {
        return share.isPresent() ? PERCENT * share.getAsDouble() : Double.NaN;
    }

    private static double percent(double share) {
        return PERCENT * share;
    }
}
