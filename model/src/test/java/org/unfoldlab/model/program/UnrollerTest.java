package org.unfoldlab.model.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.Networks;

class UnrollerTest {
    @Test
    void keepsWhatCannotReachTheReadoutAsGhosts() {
        Unrolling unrolling = Unroller.unroll(Networks.valid(Networks.twoAreas(5)));
        assertThat(unrolling.ghosts())
                .extracting(step -> step.step().toString())
                .containsExactly("V1-V1@4", "V2-V1@4");
        assertThat(unrolling.running()).hasSize(12);
    }

    @Test
    void resNetRunsSelfThenAcrossThenSecondState() {
        Unrolling unrolling = Unroller.unroll(Networks.valid(Networks.resNet(6)));
        assertThat(unrolling.running())
                .extracting(step -> step.step().toString())
                .containsExactly("h1-h1@1", "h1-h1@2", "h1-h1@3", "h1-h2@4", "h2-h2@5");
    }

    @Test
    void countsOfTheSmallNetworksAreThoseWorkedOutByHand() {
        Counts counts = Counts.of(Unroller.unroll(Networks.valid(Networks.twoAreas(5))));
        assertThat(counts.parameters()).isEqualTo(2014);
        assertThat(counts.depth()).hasValue(11);
        assertThat(counts.multiplyAdds()).isEqualTo(136_572);
        assertThat(Counts.of(Unroller.unroll(Networks.valid(Networks.resNet(6))))
                        .parameters())
                .isEqualTo(2934);
    }

    @Test
    void depthOfTheFourAreasAtT5AndT8IsTwoTPlusThree() {
        for (int time : new int[] {5, 8, 10}) {
            Counts counts = Counts.of(Unroller.unroll(Networks.valid(Networks.fourAreas(time, false))));
            assertThat(counts.depth()).as("T = %d", time).hasValue(2 * time + 3);
        }
    }

    @Test
    void ownWeightsForEveryStepAreCountedForRunningStepsOnly() {
        NetworkDocument document =
                Networks.resNet(6).edit().sharing(new Sharing.None()).build();
        assertThat(Counts.of(Unroller.unroll(Networks.valid(document))).parameters())
                .isEqualTo(4230);
    }

    @Test
    void stepsOfOneTransitionShareWeightsButNotStatistics() {
        Program program = Lowering.lower(Unroller.unroll(Networks.valid(Networks.twoAreas(5))));
        assertThat(program.parameters())
                .containsOnlyKeys(
                        "pre/conv1",
                        "V1-V1/conv1",
                        "V1-V1/conv2",
                        "V1-V2/conv1",
                        "V1-V2/conv2",
                        "V2-V1/conv1",
                        "V2-V1/conv2",
                        "V2-V2/conv1",
                        "V2-V2/conv2",
                        "post/fc.weight",
                        "post/fc.bias");
        assertThat(statistics(program)).contains("V1-V1/norm1@1", "V1-V1/norm1@2", "post/norm1@5");
    }

    @Test
    void listedGroupsNameTheirWeightsAndLeaveOthersAlone() {
        NetworkDocument document = Networks.twoAreas(4)
                .edit()
                .sharing(new Sharing.Groups(List.of(List.of("V1-V1@1", "V1-V1@2"), List.of("V1-V2@1", "V1-V2@3"))))
                .build();
        Program program = Lowering.lower(Unroller.unroll(Networks.valid(document)));
        assertThat(program.parameters())
                .containsKeys("set1/conv1", "set2/conv2", "V1-V2/conv1@2", "V2-V2/conv1@2")
                .doesNotContainKeys("V1-V1/conv1", "V1-V2/conv1@1");
    }

    @Test
    void oneUnrollingServesUnlessAWindowRestrictsByT() {
        List<Integer> times = List.of(2, 3, 4, 5);
        assertThat(Unroller.oneUnrollingServes(Networks.valid(Networks.twoAreas(5)), times))
                .isTrue();
        assertThat(Unroller.oneUnrollingServes(Networks.valid(Networks.resNet(6)), times))
                .isFalse();
    }

    @Test
    void readoutWithoutSignalIsSilentAndCountsNothing() {
        Network network = Networks.valid(Networks.fourAreas(5, false));
        Unrolling unrolling = Unroller.unroll(network, 6, List.of(2, 3, 4, 5, 6));
        assertThat(unrolling.silent()).containsExactly(2, 3);
        assertThat(unrolling.readouts()).containsExactly(4, 5, 6);
        Counts none = Counts.of(Unroller.unroll(network, 2));
        assertThat(none.depth()).isEmpty();
        assertThat(none.parameters()).isZero();
    }

    @Property(tries = 60)
    void everyRunningStepIsReadByAnotherOrByAReadout(
            @ForAll @IntRange(min = 4, max = 20) int time, @ForAll boolean full) {
        Unrolling unrolling = Unroller.unroll(Networks.valid(Networks.fourAreas(time, full)));
        Set<StateAt> read = new HashSet<>();
        unrolling.readouts().forEach(readout -> read.add(unrolling.readoutSource(readout)));
        unrolling.running().forEach(step -> read.add(step.input()));
        assertThat(unrolling.running()).allMatch(step -> read.contains(step.output()));
        assertThat(unrolling.ghosts()).noneMatch(step -> read.contains(step.output()));
    }

    @Property(tries = 60)
    void everyNodeReadsEarlierNodesOnly(@ForAll @IntRange(min = 4, max = 12) int time, @ForAll boolean full) {
        Program program = Lowering.lower(Unroller.unroll(Networks.valid(Networks.fourAreas(time, full))));
        assertThat(program.nodes()).allMatch(node -> node.inputs().stream().allMatch(input -> input < node.id()));
    }

    private static List<String> statistics(Program program) {
        return program.nodes().stream()
                .filter(node -> node.operation() instanceof Operation.BatchNorm)
                .map(node -> program.statisticsKey(((Operation.BatchNorm) node.operation()).position()))
                .toList();
    }
}
