package org.unfoldlab.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.unfoldlab.app.export.RunReport;
import org.unfoldlab.model.graph.Activation;
import org.unfoldlab.model.graph.DataChoice;
import org.unfoldlab.model.graph.Extras;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.viz.export.Report;
import org.unfoldlab.viz.export.Report.Block;
import org.unfoldlab.viz.export.ReportHtml;
import org.unfoldlab.viz.export.Typefaces;

class RunReportTest {
    private static RunViewModel run(int number, NetworkDocument network) {
        RunRecord record = RunRecord.of(List.of(Runs.started(), Runs.epoch(1, 7), Runs.epoch(2, 7)));
        return new RunViewModel(number, Path.of("run-" + number), network, record);
    }

    private static List<Block> under(Report report, String heading) {
        int at = report.blocks().indexOf(new Block.Heading(heading));
        assertThat(at).as(heading).isNotNegative();
        List<Block> after = report.blocks().subList(at + 1, report.blocks().size());
        return after.stream()
                .takeWhile(block -> !(block instanceof Block.Heading))
                .toList();
    }

    private static Block.Table table(Report report, String heading) {
        return under(report, heading).stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void errorsByReadoutTimeStandUnderTheirPolicyAndATimeWithoutSignalHasNoNumber() {
        Report report = RunReport.of(List.of(run(3, Runs.demo())));
        assertThat(report.title()).isEqualTo(Runs.demo().title() + ", run 3");
        Block.Table errors = table(report, "Test error by readout time");
        assertThat(errors.heads()).containsExactly("T", "Run 3, recalibrate");
        assertThat(errors.rows().get(0)).containsExactly("1", "no signal");
        assertThat(errors.rows().get(1)).containsExactly("2", "25.0 %");
        assertThat(under(report, "Test error by readout time").get(0))
                .isEqualTo(new Block.Paragraph("Run 3, recalibrate: trained once at T = 5, tested at others; epoch 2;"
                        + " statistics policy recalibrate on 512 training images."));
    }

    @Test
    void theTableHoldsWhatThePlotShowsOfWeightsThatWereTestedLater() {
        ReadoutCurve asked = new ReadoutCurve(
                ReadoutCurve.Kind.TRAIN_ONCE,
                StatisticsPolicy.HOLD,
                5,
                0,
                List.of(new ReadoutPoint.Measured(6, 0.4, 1)));
        RunRecord record = RunRecord.of(
                List.of(Runs.started(), Runs.epoch(1, 7), new TrainingEvent.CurveMeasured(Runs.AT, 1, 13, asked)));
        RunViewModel run = new RunViewModel(1, Path.of("run-1"), Runs.demo(), record);
        Report report = RunReport.of(List.of(run));
        Block.Table errors = table(report, "Test error by readout time");
        assertThat(errors.heads()).containsExactly("T", "Run 1, hold");
        assertThat(errors.rows()).containsExactly(List.of("6", "40.0 %"));
        assertThat(under(report, "Test error by readout time").get(0))
                .isEqualTo(new Block.Paragraph("Run 1, hold: trained once at T = 5, tested at others; epoch 1 and 13"
                        + " batches of the next; statistics policy hold."));
    }

    @Test
    void provenanceTellsAllThatIsNeededToRepeatIt() {
        Block.Table provenance = table(RunReport.of(List.of(run(1, Runs.demo()))), "Provenance");
        assertThat(provenance.rows())
                .contains(
                        List.of("Seed", "1"),
                        List.of("Engine", "nd4j, float"),
                        List.of("Device", "CPU, 2 threads"),
                        List.of("Data hash", "data"),
                        List.of("Network hash", "spec"),
                        List.of("Unfold", "0.1"),
                        List.of("Begun", "1970-01-01 00:00 UTC"));
    }

    @Test
    void aComparisonShowsWhatDiffersAndNothingElseBesideTheResults() {
        NetworkDocument other =
                Runs.demo().edit().training(Runs.demo().training().withSeed(9)).build();
        Report report = RunReport.of(List.of(run(1, Runs.demo()), run(2, other)));
        assertThat(table(report, "What differs").rows()).containsExactly(List.of("Seed", "1", "9"));
        assertThat(table(report, "What the runs share").rows())
                .extracting(row -> row.get(0))
                .contains("Batch", "States", "Weights")
                .doesNotContain("Seed");
        assertThat(report.blocks()).contains(new Block.Heading("Network of runs 1, 2"));
        assertThat(report.origin()).contains("seeds 1, 9");
    }

    @Test
    void aDifferenceThatNoFactSpeaksOfIsSaid() {
        NetworkDocument demo = Runs.demo();
        Normalization norm = demo.normalization();
        State first = demo.states().get(0);
        List<State> states = new ArrayList<>(demo.states());
        states.set(0, first.withActivation(first.activation() == Activation.NONE ? Activation.RELU : Activation.NONE));
        NetworkDocument other = demo.edit()
                .states(states)
                .data(new DataChoice("shapes", Optional.empty(), OptionalInt.of(512), OptionalInt.empty(), Extras.NONE))
                .normalization(new Normalization(norm.statistics(), norm.affine(), 0.01, norm.extras()))
                .build();
        Report report = RunReport.of(List.of(run(1, demo), run(2, other)));
        assertThat(table(report, "What differs").rows())
                .extracting(row -> row.get(0))
                .containsExactlyInAnyOrder(first.name() + " activation", "Norm epsilon", "Training images");
        assertThat(table(report, "What the runs share").rows())
                .extracting(row -> row.get(0))
                .contains("Weights", "Data")
                .doesNotContain("States");
    }

    @Test
    void thePageShowsCurvesAndTheNetworkWithoutAWindow() throws Exception {
        String html = new ReportHtml(new Typefaces()).write(RunReport.of(List.of(run(1, Runs.demo()))));
        assertThat(html.split("<svg ", -1))
                .as("error, error by time, loss, unrolled, matrix")
                .hasSize(6);
        assertThat(html).contains("Error against readout time", "No signal", "10.0 %", "feed-forward");
    }

    @Test
    void aRunWithoutAnEpochSaysSo() {
        RunViewModel fresh = new RunViewModel(1, Path.of("run"), Runs.demo(), RunRecord.of(List.of(Runs.started())));
        Report report = RunReport.of(List.of(fresh));
        assertThat(report.blocks()).contains(new Block.Paragraph("No epoch was measured yet, so there are no curves."));
    }
}
