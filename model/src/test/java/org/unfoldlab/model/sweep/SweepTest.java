package org.unfoldlab.model.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.program.Unroller;

class SweepTest {
    private static final NetworkDocument DEMO = Sweeps.preset("demo");

    @Provide
    Arbitrary<Sweep> sweeps() {
        return Sweeps.any();
    }

    @Property(tries = 40)
    void theNumberOfRunsIsTheProductAndEachCombinationComesOnce(@ForAll("sweeps") Sweep sweep) {
        List<PlannedRun> runs = sweep.runs();
        int product = sweep.values().values().stream().mapToInt(List::size).reduce(1, (a, b) -> a * b);
        assertThat(runs).hasSize(product).hasSize((int) sweep.size());
        Set<Map<Axis, String>> combinations = new HashSet<>();
        runs.forEach(run -> combinations.add(run.settings()));
        assertThat(combinations).hasSize(product);
        assertThat(runs.stream().map(PlannedRun::number).toList())
                .isEqualTo(IntStream.rangeClosed(1, product).boxed().toList());
    }

    @Property(tries = 40)
    void everyRunIsANetworkWithAnAnswerOrSaysWhyNot(@ForAll("sweeps") Sweep sweep) {
        for (PlannedRun run : sweep.runs()) {
            if (run.canTrain()) {
                Checked checked = NetworkChecker.check(run.document());
                assertThat(checked).isInstanceOf(Checked.Valid.class);
                assertThat(Unroller.unroll(((Checked.Valid) checked).network()).readouts())
                        .isNotEmpty();
            } else {
                assertThat(run.complaint()).isNotBlank().endsWith(".");
            }
        }
    }

    @Property(tries = 40)
    void runsThatCanBeTrainedAreDifferentExperimentsWithTheSettingsAskedFor(@ForAll("sweeps") Sweep sweep) {
        Set<NetworkDocument> seen = new HashSet<>();
        for (PlannedRun run : sweep.runs()) {
            run.settings().forEach((axis, value) -> {
                if (axis != Axis.WIDTH) {
                    assertThat(axis.valueOf(run.document())).contains(value);
                }
            });
            assertThat(run.canTrain() && !seen.add(run.document())).isFalse();
        }
    }

    @Property(tries = 40)
    void everyCombinationIsTrainedOnceBeforeTheNextSeedBegins(@ForAll("sweeps") Sweep sweep) {
        List<String> seeds = sweep.runs().stream()
                .map(run -> run.settings().getOrDefault(Axis.SEED, ""))
                .toList();
        assertThat(seeds)
                .isSortedAccordingTo((a, b) -> Integer.compare(
                        sweep.values().getOrDefault(Axis.SEED, List.of("")).indexOf(a),
                        sweep.values().getOrDefault(Axis.SEED, List.of("")).indexOf(b)));
    }

    @Test
    void aRunHasTheNameOfWhatIsVaried() {
        Sweep sweep = new Sweep(
                "Times",
                DEMO,
                Map.of(
                        Axis.TIME, List.of("3", "5"),
                        Axis.STATISTICS, List.of("shared", "per-time"),
                        Axis.SEED, List.of("1", "2"),
                        Axis.EPOCHS, List.of("2")));
        PlannedRun last = sweep.runs().get(7);
        assertThat(last.name()).isEqualTo("T = 5, TSBN, seed 2");
        assertThat(last.condition()).isEqualTo("T = 5, TSBN");
        assertThat(last.document().readout().time()).isEqualTo(5);
        assertThat(last.document().training().seed()).isEqualTo(2);
        assertThat(last.document().training().epochs()).isEqualTo(2);
        assertThat(last.document().normalization().statistics()).isEqualTo(Normalization.Statistics.PER_TIME);
        assertThat(new Sweep("Alone", DEMO, Map.of()).runs().get(0).name()).isEqualTo("Alone");
    }

    @Test
    void aWiderNetworkHasMoreChannelsEverywhereButInTheStimulus() {
        NetworkDocument written = DEMO.edit()
                .transitions(List.of(
                        DEMO.transitions().get(0).withFunction("B R C1:10 B R C3 B R C1:16"),
                        DEMO.transitions().get(1)))
                .build();
        NetworkDocument wide = new Sweep("Wide", written, Map.of(Axis.WIDTH, List.of("1.5")))
                .runs()
                .get(0)
                .document();
        assertThat(wide.states().stream().map(State::channels)).containsExactly(24, 48);
        assertThat(wide.transitions().get(0).function()).isEqualTo("B R C1:15 B R C3 B R C1:24");
        assertThat(wide.stimulus()).isEqualTo(written.stimulus());
        assertThat(new Sweep("Thin", DEMO, Map.of(Axis.WIDTH, List.of("0.001")))
                        .runs().get(0).document().states().stream().map(State::channels))
                .containsExactly(1, 1);
    }

    @Test
    void sharingAndOwnWeightsAreSet() {
        Sweep sweep = new Sweep("Sharing", DEMO, Map.of(Axis.SHARING, List.of("none", "over-time")));
        assertThat(sweep.runs().get(0).document().sharing()).isEqualTo(new Sharing.None());
        assertThat(sweep.runs().get(1).document().sharing()).isEqualTo(new Sharing.OverTime());
    }

    @Test
    void aRunWithoutSignalAndARepeatedRunSaySo() {
        Sweep times = new Sweep("Times", DEMO, Map.of(Axis.TIME, List.of("1", "5")));
        assertThat(times.runs().get(0).complaint())
                .isEqualTo("V2 has no signal at T = 1. Leave out this readout time.");
        assertThat(times.runs().get(1).canTrain()).isTrue();
        Sweep widths = new Sweep("Widths", DEMO, Map.of(Axis.WIDTH, List.of("1", "1.01")));
        assertThat(widths.runs().get(1).complaint()).startsWith("The run is the same as run 1");
    }

    @Test
    void tooManyRunsAreRefusedBeforeTheyAreMade() {
        List<String> numbers =
                IntStream.rangeClosed(1, 40).mapToObj(String::valueOf).toList();
        Sweep sweep = new Sweep("Many", DEMO, Map.of(Axis.TIME, numbers, Axis.SEED, numbers));
        assertThat(sweep.tooMany())
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("The sweep has 1600 runs"));
        assertThat(sweep.runs()).isEmpty();
    }

    @Test
    void equalValuesAreOneValueHoweverTheyAreWritten() {
        Sweep sweep = new Sweep("Widths", DEMO, Map.of(Axis.WIDTH, List.of("0.5", "0.50", ".5", "5e-1")));
        assertThat(sweep.values().get(Axis.WIDTH)).containsExactly("0.5");
        assertThat(Axis.TIME.canonical("0")).isEmpty();
        assertThat(Axis.TIME.canonical("2.5")).isEmpty();
        assertThat(Axis.TIME.canonical("5.0")).contains("5");
        assertThat(Axis.SEED.canonical("-3")).contains("-3");
        assertThat(Axis.WIDTH.canonical("-1")).isEmpty();
        assertThat(Axis.SHARING.canonical("sometimes")).isEmpty();
        assertThatThrownBy(() -> new Sweep("", DEMO, Map.of(Axis.TIME, List.of("x"))))
                .hasMessageContaining("time must be a whole number from 1");
    }
}
