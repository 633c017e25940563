package org.unfoldlab.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;

class RunWordsTest {
    @Test
    void anUnknownShareIsADash() {
        assertThat(RunWords.percent(OptionalDouble.empty())).isEqualTo("–");
        assertThat(RunWords.percent(OptionalDouble.of(Double.NaN))).isEqualTo("–");
        assertThat(RunWords.percent(OptionalDouble.of(0.1316))).isEqualTo("13.2 %");
    }

    @Test
    void durationsAreReadable() {
        assertThat(RunWords.duration(Duration.ofSeconds(42))).isEqualTo("42 s");
        assertThat(RunWords.duration(Duration.ofSeconds(250))).isEqualTo("4 min 10 s");
        assertThat(RunWords.duration(Duration.ofMinutes(5))).isEqualTo("5 min");
        assertThat(RunWords.duration(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }

    @Test
    void aFinishedRunSaysSo() {
        RunViewModel run = Runs.trained(
                2, Runs.started(), Runs.epoch(1, 5), new TrainingEvent.Stopped(Runs.AT, new StopReason.Completed()));
        assertThat(RunWords.headline(run)).isEqualTo("Run 2 · finished, 1 epoch");
    }

    @Test
    void divergenceNamesPlaceAndWhatIsSafe() {
        RunViewModel run = Runs.trained(
                1,
                Runs.started(),
                new TrainingEvent.Stopped(
                        Runs.AT,
                        new StopReason.Diverged("V1-V2@3", 2, 7, Double.NaN, java.util.OptionalInt.of(1), 0.003)));
        assertThat(run.phase()).isEqualTo(Phase.DIVERGED);
        assertThat(RunWords.whatHappened(run)).isEqualTo("Loss is not a number at V1-V2@3, epoch 2");
        assertThat(RunWords.whatIsSafe(run))
                .startsWith("Nothing was saved yet.")
                .endsWith("Try rate 0.003.");
    }

    @Test
    void whyItCouldNotGoOnComesBeforeWhyItStoppedTheTimeBefore() {
        RunViewModel run = Runs.trained(
                1,
                Runs.started(),
                new TrainingEvent.Stopped(Runs.AT, new StopReason.DeviceLost("The card was lost.", "cuda:0")));
        assertThat(RunWords.whatHappened(run)).isEqualTo("The card was lost.");
        run.starting();
        run.failedToStart("unfold: There is no cuda:0.");
        assertThat(RunWords.whatHappened(run)).isEqualTo("Training could not go on: There is no cuda:0.");
        assertThat(RunWords.whatIsSafe(run))
                .as("the old reason's sentences say it, but are not shown")
                .contains("saved");
    }

    @Test
    void theProgramsNameInATerminalIsNoPartOfTheReason() {
        RunViewModel run = Runs.trained(1);
        run.failedToStart("unfold: The folder is not empty.");
        assertThat(RunWords.whatHappened(run)).isEqualTo("Training could not start: The folder is not empty.");
    }

    @Test
    void aRunWithoutAnEndWasInterrupted() {
        assertThat(Runs.trained(1, Runs.started(), Runs.epoch(1, 5)).phase()).isEqualTo(Phase.LOST);
    }

    @Test
    void aFigureIsNotPartedFromItsUnit() {
        assertThat(RunWords.unparted("Epoch 23: 17.2 %, best 17.2 % in epoch 23"))
                .isEqualTo("Epoch\u00a023:\u00a017.2\u00a0%, best\u00a017.2\u00a0% in epoch\u00a023");
        assertThat(RunWords.unparted("T = 5 · 12 epochs")).isEqualTo("T\u00a0=\u00a05 · 12 epochs");
    }
}
