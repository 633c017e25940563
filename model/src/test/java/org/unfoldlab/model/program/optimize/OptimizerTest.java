package org.unfoldlab.model.program.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;

class OptimizerTest {
    private static Program program(NetworkDocument document) {
        return Lowering.lower(Unroller.unroll(Networks.valid(document)));
    }

    private static <T extends Operation> List<T> all(Program program, Class<T> kind) {
        return program.nodes().stream()
                .map(node -> node.operation())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Test
    void everyReluBehindANormBecomesPartOfIt() {
        Program fused = FusedRelu.rewrite(program(Networks.twoAreas(4)));
        assertThat(all(fused, Operation.Relu.class)).isEmpty();
        assertThat(all(fused, Operation.BatchNorm.class)).allMatch(Operation.BatchNorm::relu);
    }

    @Test
    void aSumOfSumsBecomesOne() {
        Program plain = program(Networks.twoAreas(4));
        Program flat = FlatSums.rewrite(plain);
        assertThat(all(flat, Operation.Sum.class).size())
                .isLessThan(all(plain, Operation.Sum.class).size());
        // V1 takes over from itself, with its shortcut, and from V2: three addends, halved.
        assertThat(flat.nodes().stream()
                        .filter(node -> node.operation() instanceof Operation.Sum sum && sum.scale() == 0.5))
                .anyMatch(node -> node.inputs().size() == 3);
    }

    @Test
    void convolutionsOfOneInputAndGeometryAreStacked() {
        Program shared = EqualWork.rewrite(program(Networks.fourAreas(4, true)));
        Program stacked = StackedConvolutions.rewrite(FusedRelu.rewrite(shared));
        assertThat(all(stacked, Operation.Slice.class)).isNotEmpty();
        assertThat(all(stacked, Operation.Convolution.class))
                .anyMatch(c -> c.weights().size() > 1);
        long weights = all(stacked, Operation.Convolution.class).stream()
                .mapToLong(c -> c.weights().size())
                .sum();
        assertThat(weights).isEqualTo(all(shared, Operation.Convolution.class).size());
    }

    @Test
    void normsOfConvolutionsAreFoldedOnlyByGivenStatistics() {
        Program plain = program(Networks.twoAreas(4));
        assertThat(all(Optimizer.byBatchStatistics(plain, Pass.all()), Operation.NormedConvolution.class))
                .isEmpty();
        assertThat(all(Optimizer.byGivenStatistics(plain, Pass.usual()), Operation.NormedConvolution.class))
                .isNotEmpty()
                .allMatch(normed -> normed.norm().relu());
    }

    @Test
    void aConvolutionAddsUpItsSum() {
        Program flat = FlatSums.rewrite(program(Networks.twoAreas(4)));
        Program summed = ConvolutionSums.rewrite(flat);
        assertThat(all(summed, Operation.Sum.class)).isEmpty();
        assertThat(all(summed, Operation.ConvolutionSum.class)).hasSameSizeAs(all(flat, Operation.Sum.class));
    }

    @Test
    void withoutPassesAProgramStaysAsItIs() {
        Program plain = program(Networks.fourAreas(4, true));
        assertThat(Optimizer.byBatchStatistics(plain, Set.of())).isEqualTo(plain);
        assertThat(Optimizer.byGivenStatistics(plain, Set.of())).isEqualTo(plain);
    }

    @ParameterizedTest
    @EnumSource(Pass.class)
    void aPassKeepsOrderShapesAndParameters(Pass pass) {
        Program plain = program(Networks.fourAreas(4, true));
        Program rewritten = Optimizer.byGivenStatistics(plain, EnumSet.of(pass));
        for (int i = 0; i < rewritten.nodes().size(); i++) {
            int id = i;
            assertThat(rewritten.nodes().get(i).id()).isEqualTo(i);
            assertThat(rewritten.nodes().get(i).inputs()).allMatch(input -> input < id);
        }
        assertThat(rewritten.parameters()).isEqualTo(plain.parameters());
        plain.states()
                .forEach((state, node) -> assertThat(rewritten
                                .nodes()
                                .get(Objects.requireNonNull(rewritten.states().get(state)))
                                .shape())
                        .isEqualTo(plain.nodes().get(node).shape()));
    }

    @ParameterizedTest
    @EnumSource(Pass.class)
    void aPassIsFoundByItsWord(Pass pass) {
        assertThat(Pass.named(pass.word())).contains(pass);
    }
}
