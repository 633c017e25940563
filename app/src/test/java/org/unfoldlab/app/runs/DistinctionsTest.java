package org.unfoldlab.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Training.Schedule;
import org.unfoldlab.model.store.RunLabel;

class DistinctionsTest {
    private static RunViewModel run(int number, NetworkDocument network) {
        return new RunViewModel(
                number, Path.of("run-" + number), network, Runs.trained(number).record());
    }

    private static NetworkDocument read(NetworkDocument network, int time) {
        return network.edit().readout(network.readout().withTime(time)).build();
    }

    private static NetworkDocument seeded(NetworkDocument network, long seed) {
        return network.edit().training(network.training().withSeed(seed)).build();
    }

    @Test
    void runsOfOneNameAreToldApartByWhatDiffersInTheWordsOfASweep() {
        RunViewModel one = run(1, read(Runs.demo(), 5));
        RunViewModel two = run(2, seeded(read(Runs.demo(), 7), 3));
        Distinctions distinctions = Distinctions.none().renewed(List.of(one, two));
        assertThat(distinctions.of(one)).isEqualTo("T = 5, seed 1");
        assertThat(distinctions.of(two)).isEqualTo("T = 7, seed 3");
    }

    @Test
    void whatASweepHasNoWordsForGoesByTheNameOfItsField() {
        NetworkDocument paper = Runs.demo()
                .edit()
                .training(Runs.demo().training().withSchedule(new Schedule.Paper()))
                .build();
        RunViewModel one = run(1, Runs.demo());
        RunViewModel two = run(2, paper);
        assertThat(Distinctions.none().renewed(List.of(one, two)).of(two)).isEqualTo("Learning rates paper");
    }

    @Test
    void aRunAloneWithItsNameAndTheSameRunTwiceNeedNoWords() {
        RunViewModel one = run(1, Runs.demo());
        RunViewModel again = run(2, Runs.demo());
        RunViewModel other = run(3, seeded(Runs.demo(), 3));
        other.setLabel(RunLabel.NONE.withName("Another seed"));
        Distinctions distinctions = Distinctions.none().renewed(List.of(one, again, other));
        assertThat(List.of(distinctions.of(one), distinctions.of(again), distinctions.of(other)))
                .containsOnly("");
    }

    @Test
    void theyAreFoundAnewOnlyWhenRunsOrNamesChange() {
        RunViewModel one = run(1, Runs.demo());
        RunViewModel two = run(2, seeded(Runs.demo(), 3));
        Distinctions distinctions = Distinctions.none().renewed(List.of(one, two));
        assertThat(distinctions.renewed(List.of(one, two))).isSameAs(distinctions);
        two.setLabel(RunLabel.NONE.withName("Another seed"));
        assertThat(distinctions.renewed(List.of(one, two)).of(one)).isEmpty();
    }
}
