package org.unfoldlab.app.runs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.TrainingEvent.StatisticsMeasured;
import org.unfoldlab.model.store.Npz;
import org.unfoldlab.viz.plot.HeatMap;
import org.unfoldlab.viz.plot.PlotModel;
import org.unfoldlab.viz.unrolled.ReadoutErrors;

/** The plots of runs outside the window, for reports: needs no display. */
public final class RunPictures {
    private RunPictures() {}

    /** Batch-norm statistics of one norm over t. */
    public record Norm(PlotModel means, PlotModel deviations, HeatMap map) {}

    /** Error and loss by epoch, error against readout time: those that have a value. The last run is in focus. */
    public static List<PlotModel> curves(List<RunViewModel> runs) {
        RunViewModel focused = runs.get(runs.size() - 1);
        NetworkDocument network = focused.network()
                .edit()
                .readout(focused.network().readout().withTime(focused.trainedTime()))
                .build();
        RunPlots plots = new RunPlots(network, runs, Optional.of(focused));
        List<PlotModel> all = List.of(plots.errorByEpoch(), plots.errorByTime(), plots.lossByEpoch());
        return all.stream().filter(plot -> !plot.isEmpty()).toList();
    }

    /** Newest test errors of a run by readout time. */
    public static ReadoutErrors errorsByTime(RunViewModel run) {
        Optional<ReadoutCurve> curve = run.record().latestCurve();
        if (curve.isEmpty()) {
            return ReadoutErrors.NONE;
        }
        int last =
                curve.get().points().stream().mapToInt(ReadoutPoint::time).max().orElse(0);
        List<OptionalDouble> byTime = IntStream.rangeClosed(0, last)
                .mapToObj(t -> curve.get().at(t).map(ReadoutPoint::error).orElse(OptionalDouble.empty()))
                .toList();
        return new ReadoutErrors(
                "run " + run.number() + ", if read at t", run.colour(), byTime, OptionalInt.of(run.trainedTime()));
    }

    /**
     * The statistics of the norm whose values are most telling: the first norm within the network that was measured at
     * several t.
     *
     * @throws IOException when the run's file cannot be read
     */
    public static Optional<Norm> norm(RunViewModel run) throws IOException {
        List<StatisticsMeasured> measured = run.record().statistics();
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        StatisticsMeasured newest = measured.get(measured.size() - 1);
        NormStatistics statistics = NormStatistics.of(Npz.read(run.folder().resolve(newest.file())));
        for (String norm : inside(statistics.norms())) {
            Optional<NormCurves> curves = statistics.of(norm).filter(found -> found.times().length > 1);
            if (curves.isPresent()) {
                return curves.map(found -> norm(run, found, newest));
            }
        }
        return Optional.empty();
    }

    private static List<String> inside(List<String> norms) {
        List<String> order = new ArrayList<>(norms);
        order.removeIf(norm -> norm.startsWith("pre/") || norm.startsWith("post/"));
        return order;
    }

    private static Norm norm(RunViewModel run, NormCurves curves, StatisticsMeasured measured) {
        int last = Math.max(run.trainedTime(), curves.times()[curves.times().length - 1]);
        String name = NormNames.of(curves.norm(), run.network()) + ", epoch " + measured.epoch() + ", on "
                + measured.sampleImages() + " training images";
        NormPlots plots = new NormPlots(curves, last, run.trainedTime(), OptionalInt.empty(), name);
        return new Norm(plots.mean(), plots.deviation(), plots.map());
    }
}
