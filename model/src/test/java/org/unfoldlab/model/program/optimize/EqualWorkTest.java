package org.unfoldlab.model.program.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;

class EqualWorkTest {
    private static Program program(NetworkDocument document) {
        return Lowering.lower(Unroller.unroll(Networks.valid(document)));
    }

    private static List<Operation.BatchNorm> norms(Program program) {
        return program.nodes().stream()
                .filter(node -> node.operation() instanceof Operation.BatchNorm)
                .map(node -> (Operation.BatchNorm) node.operation())
                .toList();
    }

    @Test
    void transitionsThatLeaveOneStateAtOneStepShareTheirFirstNorm() {
        Program plain = program(Networks.twoAreas(4));
        Program shared = EqualWork.rewrite(plain);
        // States that two transitions leave: V1 at 0, 1, 2 and V2 at 1, 2.
        assertThat(norms(shared).size()).isLessThan(norms(plain).size());
        assertThat(norms(shared).get(0).positions())
                .containsExactly(new NormPosition("V1-V1/norm1", 1), new NormPosition("V1-V2/norm1", 1));
    }

    @Test
    void everyPositionIsStillComputed() {
        Program plain = program(Networks.twoAreas(4));
        assertThat(norms(EqualWork.rewrite(plain)).stream().flatMap(norm -> norm.positions().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        norms(plain).stream().map(Operation.BatchNorm::position).toList());
    }

    @Test
    void nodesKeepTheirOrderAndNumbers() {
        Program shared = EqualWork.rewrite(program(Networks.fourAreas(4, true)));
        for (int i = 0; i < shared.nodes().size(); i++) {
            assertThat(shared.nodes().get(i).id()).isEqualTo(i);
            int id = i;
            assertThat(shared.nodes().get(i).inputs()).allMatch(input -> input < id);
        }
    }

    @Test
    void normsWithAffineParametersOfTheirOwnStayApart() {
        Program plain = program(Networks.twoAreas(4)
                .edit()
                .normalization(new Normalization(Normalization.Statistics.PER_TIME, Normalization.Affine.SHARED, 1e-5))
                .build());
        assertThat(norms(EqualWork.rewrite(plain))).hasSameSizeAs(norms(plain));
    }
}
