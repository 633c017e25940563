package org.unfoldlab.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.viz.plot.Mark;
import org.unfoldlab.viz.plot.PlotModel;
import org.unfoldlab.viz.plot.Series;

class RunPlotsTest {
    private final RunViewModel run = Runs.trained(3, Runs.started(), Runs.epoch(1, 8), Runs.epoch(2, 8));

    private RunPlots plots() {
        return new RunPlots(Runs.demo(), List.of(run), Optional.of(run));
    }

    @Test
    void withoutARunNothingIsDrawnButChanceAndSilence() {
        RunPlots empty = new RunPlots(Runs.demo(), List.of(), Optional.empty());
        PlotModel plot = empty.errorByTime();
        assertThat(plot.isEmpty()).isTrue();
        assertThat(plot.references().get(0).text()).isEqualTo("chance, 90 %");
        assertThat(plot.spans()).singleElement().satisfies(span -> {
            assertThat(span.to()).isEqualTo(1.5);
            assertThat(span.reasons()).containsExactly("shortest path V1 → V2", "first answer at t = 2");
        });
    }

    @Test
    void errorsAreInPercentAndMissingOnesAreNotDrawn() {
        PlotModel byEpoch = plots().errorByEpoch();
        assertThat(byEpoch.series()).extracting(Series::name).containsExactly("3 train", "3 test");
        assertThat(byEpoch.series().get(1).at(2)).isEqualTo(10);
        assertThat(plots().lossByEpoch().series()).extracting(Series::name).containsExactly("3 train");
    }

    @Test
    void aReadoutWithoutSignalHasNoValue() {
        Series curve = plots().errorByTime().series().get(0);
        assertThat(curve.at(1)).isNaN();
        assertThat(curve.at(5)).isEqualTo(10);
    }

    @Test
    void theTrainedTimeStaysWhenTMoves() {
        var moved =
                Runs.demo().edit().readout(Runs.demo().readout().withTime(7)).build();
        PlotModel plot = new RunPlots(moved, List.of(run), Optional.of(run)).errorByTime();
        assertThat(plot.marks())
                .extracting(Mark::kind, Mark::x)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Mark.Kind.READOUT, 7.0),
                        org.assertj.core.groups.Tuple.tuple(Mark.Kind.TRAINED, 5.0),
                        org.assertj.core.groups.Tuple.tuple(Mark.Kind.RANGE_FROM, 1.0),
                        org.assertj.core.groups.Tuple.tuple(Mark.Kind.RANGE_TO, 8.0));
    }

    @Test
    void anInterruptedRunSaysWhereItStopped() {
        assertThat(plots().errorByEpoch().marks()).extracting(Mark::text).containsExactly("stopped after epoch 2");
    }

    @Test
    void aChangeOfTheRateLeavesALabelledTickWhereItWasMade() {
        RunViewModel changed = Runs.trained(
                1,
                Runs.started(),
                Runs.epoch(1, 8),
                new TrainingEvent.SettingChanged(Runs.AT, 2, 32, "learningRate", 0.05, 0.01),
                Runs.epoch(2, 8));
        PlotModel plot = new RunPlots(Runs.demo(), List.of(changed), Optional.of(changed)).errorByEpoch();
        assertThat(plot.marks())
                .filteredOn(mark -> mark.kind() == Mark.Kind.CHANGE)
                .singleElement()
                .satisfies(mark -> {
                    assertThat(mark.text()).isEqualTo("rate 0.05 → 0.01, by hand");
                    assertThat(mark.x()).as("half way through epoch 2").isEqualTo(1.5);
                });
    }
}
