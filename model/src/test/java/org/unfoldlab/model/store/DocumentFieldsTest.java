package org.unfoldlab.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.store.DocumentFields.Difference;
import org.unfoldlab.model.sweep.PlannedRun;
import org.unfoldlab.model.sweep.Sweep;
import org.unfoldlab.model.sweep.Sweeps;

class DocumentFieldsTest {
    private static final NetworkDocument DEMO = Sweeps.preset("demo");

    @Provide
    Arbitrary<Sweep> sweeps() {
        return Sweeps.any();
    }

    /** What makes two runs different experiments is always shown, and nothing else is. */
    @Property(tries = 30)
    void networksDifferInSomeFieldExactlyIfTheyAreDifferentExperiments(@ForAll("sweeps") Sweep sweep) {
        List<PlannedRun> runs = sweep.runs();
        NetworkDocument first = runs.get(0).document();
        for (PlannedRun run : runs) {
            boolean same = NetworkFiles.specHash(first).equals(NetworkFiles.specHash(run.document()));
            assertThat(DocumentFields.differences(List.of(first, run.document()))
                            .isEmpty())
                    .isEqualTo(same);
        }
    }

    @Test
    void aDifferenceNamesTheFieldByStateOrTransition() {
        NetworkDocument other = DEMO.edit()
                .title("another title")
                .states(List.of(
                        DEMO.states().get(0).withSize(8, 16, 16), DEMO.states().get(1)))
                .transitions(DEMO.transitions().subList(0, 3))
                .training(DEMO.training().withSeed(7))
                .build();
        assertThat(DocumentFields.differences(List.of(DEMO, other)))
                .contains(
                        new Difference("states.V1.channels", List.of(Optional.of("16"), Optional.of("8"))),
                        new Difference("training.seed", List.of(Optional.of("1"), Optional.of("7"))),
                        new Difference("transitions.V2-V2.function", List.of(Optional.of("BRCx2"), Optional.empty())))
                .noneMatch(difference -> difference.path().contains("title"));
    }
}
