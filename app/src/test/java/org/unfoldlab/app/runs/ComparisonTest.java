package org.unfoldlab.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.graph.Training.Schedule;

class ComparisonTest {
    @Test
    void onlyWhatDiffersIsListedAndTheLowestErrorIsMarked() {
        RunViewModel one = Runs.trained(1, Runs.started(), Runs.epoch(1, 8));
        RunViewModel two = new RunViewModel(
                2,
                one.folder().resolveSibling("run-2"),
                one.network()
                        .edit()
                        .training(one.network().training().withSeed(9).withSchedule(new Schedule.Paper()))
                        .build(),
                one.record().with(Runs.epoch(1, 4)));
        Comparison comparison = Comparison.of(List.of(one, two));
        assertThat(comparison.settings())
                .containsExactly(
                        new Comparison.Row(
                                "Learning rates",
                                List.of("0.05 until 8, 0.01 until 11, 0.001 until 12", "paper"),
                                OptionalInt.empty()),
                        new Comparison.Row("Seed", List.of("1", "9"), OptionalInt.empty()));
        assertThat(comparison.results())
                .contains(new Comparison.Row("Test error, newest", List.of("10.0 %", "10.0 %"), OptionalInt.empty()));
        assertThat(comparison.readouts())
                .hasSize(7)
                .contains(new Comparison.Row("T = 4", List.of("12.5 %", "12.5 %"), OptionalInt.empty()))
                .contains(new Comparison.Row("T = 8", List.of("6.3 %", "–"), OptionalInt.empty()));
        assertThat(comparison.asText(List.of("a", "b"))).startsWith("\ta\tb\nLearning rates\t0.05 until 8");
    }

    @Test
    void namesOfFieldsAreWords() {
        assertThat(Comparison.words("readout.time")).isEqualTo("Readout time T");
        assertThat(Comparison.words("states.V1.channels")).isEqualTo("V1 channels");
        assertThat(Comparison.words("transitions.V1-V2.function")).isEqualTo("V1-V2 function");
    }
}
