package org.unfoldlab.app.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unfoldlab.app.cli.Version;
import org.unfoldlab.app.runs.Comparison;
import org.unfoldlab.app.runs.RunPictures;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.app.runs.RunWords;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent.CurveMeasured;
import org.unfoldlab.model.store.DocumentFields;
import org.unfoldlab.viz.export.HeatMapPicture;
import org.unfoldlab.viz.export.NetworkPicture;
import org.unfoldlab.viz.export.NetworkView;
import org.unfoldlab.viz.export.Picture;
import org.unfoldlab.viz.export.PlotPicture;
import org.unfoldlab.viz.export.Report;
import org.unfoldlab.viz.export.Report.Block;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.plot.PlotModel;
import org.unfoldlab.viz.unrolled.ReadoutErrors;

/** Tells of one run, or compares several: what differs, what came out, and all that is needed to repeat it. */
public final class RunReport {
    private static final Logger LOG = LoggerFactory.getLogger(RunReport.class);
    private static final int RUNS_A_TABLE = 4;

    /** Facts that leave out part of what they are about, by the fields (SPEC §1) they are about. */
    private static final Map<String, String> SHORTENED =
            Map.of("States", "states.", "Transitions", "transitions.", "Weights", "sharing");

    private static final Picture.Size PLOT = new Picture.Size(620, 320);
    private static final Picture.Size MAP = new Picture.Size(620, 300);

    private final List<RunViewModel> runs;
    private final List<RunFacts> facts;
    private final List<Block> blocks = new ArrayList<>();

    private RunReport(List<RunViewModel> runs) {
        this.runs = runs;
        facts = runs.stream().map(RunFacts::new).toList();
    }

    /** @param runs at least one; the last is in focus */
    public static Report of(List<RunViewModel> runs) {
        return new RunReport(List.copyOf(runs)).written();
    }

    private Report written() {
        summary();
        curves();
        errorsByTime();
        norms();
        networks();
        settings();
        section("Provenance", RunFacts::provenance);
        return new Report(title(), subtitle(), blocks, title() + seeds() + " · Unfold " + Version.number());
    }

    private String title() {
        if (runs.size() == 1) {
            return facts.get(0).settings().get("Network") + ", run "
                    + runs.get(0).number();
        }
        return "Comparison of " + runs.size() + " runs";
    }

    private String seeds() {
        List<String> seeds = runs.stream()
                .map(run -> String.valueOf(run.network().training().seed()))
                .distinct()
                .toList();
        return (seeds.size() == 1 ? " · seed " : " · seeds ") + String.join(", ", seeds);
    }

    private String subtitle() {
        if (runs.size() == 1) {
            return "One run of Unfold: seed " + runs.get(0).network().training().seed() + ", folder "
                    + runs.get(0).folder().getFileName();
        }
        return facts.stream()
                .map(fact -> fact.name() + ": " + fact.settings().get("Network"))
                .collect(Collectors.joining("; "));
    }

    private void summary() {
        if (runs.size() > 1) {
            differences();
        }
        section(runs.size() > 1 ? "What came out" : "Result", RunFacts::results);
    }

    private void settings() {
        if (runs.size() == 1) {
            section("Settings", RunFacts::settings);
            return;
        }
        blocks.add(new Block.Heading("What the runs share"));
        List<DocumentFields.Difference> differences = DocumentFields.differences(
                runs.stream().map(RunViewModel::network).toList());
        List<Map<String, String>> settings =
                facts.stream().map(RunFacts::settings).toList();
        List<List<String>> rows = settings.get(0).entrySet().stream()
                .filter(entry -> isShared(entry.getKey(), settings, differences))
                .map(entry -> List.of(entry.getKey(), entry.getValue()))
                .toList();
        blocks.add(new Block.Table("", List.of("Setting", "All runs"), rows));
    }

    private static boolean isShared(
            String name, List<Map<String, String>> settings, List<DocumentFields.Difference> differences) {
        boolean differs = Optional.ofNullable(SHORTENED.get(name))
                .filter(field -> differences.stream()
                        .anyMatch(difference -> difference.path().startsWith(field)))
                .isPresent();
        return !differs
                && settings.stream().map(all -> all.get(name)).distinct().count() == 1;
    }

    /** Every field that differs, in the words of the window's table. */
    private void differences() {
        blocks.add(new Block.Heading("What differs"));
        List<List<String>> rows = Comparison.of(runs).settings().stream()
                .map(row -> row(row.name(), row.values()))
                .toList();
        if (rows.isEmpty()) {
            blocks.add(new Block.Paragraph("Nothing: the runs have the same settings."));
        } else {
            tables(rows);
        }
    }

    /** A row for each fact, a column for each run. */
    private void section(String title, Function<RunFacts, Map<String, String>> of) {
        blocks.add(new Block.Heading(title));
        List<Map<String, String>> all = facts.stream().map(of).toList();
        tables(all.get(0).keySet().stream()
                .map(name -> row(
                        name,
                        all.stream()
                                .map(one -> one.getOrDefault(name, RunWords.UNKNOWN))
                                .toList()))
                .toList());
    }

    private static List<String> row(String name, List<String> values) {
        List<String> row = new ArrayList<>(List.of(name));
        row.addAll(values);
        return row;
    }

    /** @param rows a name, and a value for each run */
    private void tables(List<List<String>> rows) {
        for (int from = 0; from < facts.size(); from += RUNS_A_TABLE) {
            int first = from;
            int end = Math.min(facts.size(), from + RUNS_A_TABLE);
            List<String> heads = row(
                    "", facts.subList(first, end).stream().map(RunFacts::name).toList());
            blocks.add(new Block.Table(
                    "",
                    heads,
                    rows.stream()
                            .map(row -> row(row.get(0), row.subList(first + 1, end + 1)))
                            .toList()));
        }
    }

    private void curves() {
        List<PlotModel> plots = RunPictures.curves(runs);
        if (plots.isEmpty()) {
            blocks.add(new Block.Paragraph("No epoch was measured yet, so there are no curves."));
            return;
        }
        blocks.add(new Block.Heading("Learning and thinking"));
        plots.forEach(plot -> blocks.add(new Block.Figure(new PlotPicture(plot, PLOT), "")));
    }

    private void errorsByTime() {
        List<Column> columns = new ArrayList<>();
        for (RunViewModel run : runs) {
            run.record().latestCurves().forEach(curve -> columns.add(new Column(run, curve)));
        }
        if (columns.isEmpty()) {
            return;
        }
        blocks.add(new Block.Heading("Test error by readout time"));
        columns.stream().map(Column::words).forEach(words -> blocks.add(new Block.Paragraph(words)));
        TreeSet<Integer> times = columns.stream()
                .flatMap(column -> column.curve().points().stream())
                .map(ReadoutPoint::time)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> heads = new ArrayList<>(List.of("T"));
        columns.forEach(column -> heads.add(column.head()));
        List<List<String>> rows = new ArrayList<>();
        for (int time : times) {
            List<String> row = new ArrayList<>(List.of(String.valueOf(time)));
            columns.forEach(column -> row.add(column.cell(time)));
            rows.add(row);
        }
        blocks.add(new Block.Table("", heads, rows));
    }

    /** One curve as a column of the table. */
    private record Column(RunViewModel run, ReadoutCurve curve) {
        String policy() {
            return curve.statistics().name().toLowerCase(Locale.ROOT);
        }

        String head() {
            return "Run " + run.number() + ", " + policy();
        }

        /** Which experiment, at which epoch, with which statistics. */
        String words() {
            String experiment = switch (curve.kind()) {
                case TRAIN_ONCE -> "trained once at T = " + curve.trainedTime() + ", tested at others";
                case TRAIN_EACH -> "trained and tested at the same T, one training a point";
            };
            String sample = curve.sampleImages() > 0 ? " on " + curve.sampleImages() + " training images" : "";
            return head() + ": " + experiment + "; " + weights() + "; statistics policy " + policy() + sample + ".";
        }

        /** The newest curves are of the newest epoch, or of what was tested since on somebody's request. */
        private String weights() {
            RunRecord record = run.record();
            Optional<CurveMeasured> asked = record.measurements().later().stream()
                    .max(Comparator.comparingInt(CurveMeasured::epochsDone)
                            .thenComparingInt(CurveMeasured::batchesDone))
                    .filter(newest -> newest.epochsDone() >= record.epochsDone());
            int batches = asked.map(CurveMeasured::batchesDone).orElse(0);
            String epoch = "epoch " + asked.map(CurveMeasured::epochsDone).orElse(record.epochsDone());
            return batches == 0 ? epoch : epoch + " and " + batches + " batches of the next";
        }

        String cell(int time) {
            Optional<ReadoutPoint> point = curve.at(time);
            if (point.isEmpty()) {
                return RunWords.UNKNOWN;
            }
            if (point.get() instanceof ReadoutPoint.NoSignal) {
                return "no signal";
            }
            return point.get() instanceof ReadoutPoint.Unavailable gone
                    ? gone.reason()
                    : RunWords.percent(point.get().error());
        }
    }

    private void norms() {
        for (RunViewModel run : runs) {
            try {
                RunPictures.norm(run).ifPresent(norm -> norm(run, norm));
            } catch (IOException e) {
                LOG.info("The statistics of {} cannot be read", run.folder(), e);
                blocks.add(new Block.Paragraph(
                        "The batch-norm statistics of run " + run.number() + " cannot be read. " + e.getMessage()));
            }
        }
    }

    private void norm(RunViewModel run, RunPictures.Norm norm) {
        blocks.add(new Block.Heading("Batch-norm statistics over t, run " + run.number()));
        blocks.add(new Block.Figure(new PlotPicture(norm.means(), PLOT), ""));
        blocks.add(new Block.Figure(new PlotPicture(norm.deviations(), PLOT), ""));
        blocks.add(new Block.Figure(new HeatMapPicture(norm.map(), MAP), ""));
    }

    private void networks() {
        for (int i = 0; i < runs.size(); i++) {
            RunViewModel run = runs.get(i);
            boolean shown = runs.subList(0, i).stream().anyMatch(before -> same(before, run));
            if (!shown) {
                List<String> numbers = runs.stream()
                        .filter(other -> same(other, run))
                        .map(other -> String.valueOf(other.number()))
                        .toList();
                network(run, (numbers.size() == 1 ? "run " : "runs ") + String.join(", ", numbers));
            }
        }
    }

    private static boolean same(RunViewModel a, RunViewModel b) {
        return a.network().states().equals(b.network().states())
                && a.network().transitions().equals(b.network().transitions())
                && a.network().sharing().equals(b.network().sharing())
                && a.trainedTime() == b.trainedTime();
    }

    private void network(RunViewModel run, String whose) {
        DrawnNetwork drawn = DrawnNetwork.of(run.network()
                .edit()
                .readout(run.network().readout().withTime(run.trainedTime()))
                .build());
        blocks.add(new Block.Heading("Network of " + whose));
        blocks.add(new Block.Figure(NetworkPicture.of(NetworkView.UNROLLED, drawn, RunPictures.errorsByTime(run)), ""));
        blocks.add(new Block.Figure(NetworkPicture.of(NetworkView.MATRIX, drawn, ReadoutErrors.NONE), ""));
    }
}
