package org.unfoldlab.model.engine.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.assertj.core.api.Assumptions;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.engine.plan.Instruction;

class FusedConvolutionsTest {
    private static final long[] ONE = {1, 1};
    private static final long[] NONE = {0, 0};

    private final PointerScope scope = new PointerScope();
    private Optional<FusedConvolutions> found = Optional.empty();
    private FusedConvolutions fused;

    @BeforeEach
    void find() throws Exception {
        Natives.load(false);
        found = FusedConvolutions.find();
        Assumptions.assumeThat(found).as("a LibTorch with oneDNN").isPresent();
        fused = found.orElseThrow();
        torch.manual_seed(1);
    }

    @AfterEach
    void close() {
        found.ifPresent(FusedConvolutions::close);
        scope.close();
    }

    @Test
    void reluGivesWhatConvolutionAndReluGive() {
        for (int stride = 1; stride <= 2; stride++) {
            Tensor x = images(3, 8, 7, 7);
            Tensor w = torch.randn(16, 8, 3, 3);
            Tensor bias = torch.randn(16);
            Tensor expected = torch.relu(convolved(x, w, new TensorOptional(bias), stride));
            assertThat(distance(fused.relu(x, w, bias, new Instruction.Geometry(3, stride, 1)), expected))
                    .isLessThan(1e-5);
        }
    }

    @Test
    void addingWritesOverTheSum() {
        Tensor x = images(3, 8, 7, 7);
        Tensor w = torch.randn(8, 8, 3, 3);
        Tensor sum = images(3, 8, 7, 7);
        Tensor expected = sum.add(convolved(x, w, new TensorOptional(), 1));
        fused.addTo(sum, x, w, new Instruction.Geometry(3, 1, 1));
        assertThat(distance(sum, expected)).isLessThan(1e-5);
    }

    /** The stack that a result came on is gone by then; the result must not be. */
    @Test
    void aResultOutlivesItsCall() {
        Tensor x = images(1, 8, 4, 4);
        Tensor w = torch.randn(8, 8, 3, 3);
        Tensor kept;
        try (PointerScope call = new PointerScope()) {
            kept = fused.relu(x, w, null, new Instruction.Geometry(3, 1, 1));
            kept.retainReference();
        }
        for (int i = 0; i < 100; i++) {
            try (PointerScope call = new PointerScope()) {
                fused.relu(x, w, null, new Instruction.Geometry(3, 1, 1));
            }
        }
        assertThat(distance(kept, torch.relu(convolved(x, w, new TensorOptional(), 1))))
                .isLessThan(1e-5);
        kept.close();
    }

    private static Tensor images(long... shape) {
        return torch.randn(shape).contiguous(torch.MemoryFormat.ChannelsLast);
    }

    private static Tensor convolved(Tensor x, Tensor w, TensorOptional bias, long stride) {
        return torch.convolution(x, w, bias, new long[] {stride, stride}, ONE, ONE, false, NONE, 1);
    }

    private static double distance(Tensor a, Tensor b) {
        return a.sub(b).abs().max().item_double();
    }
}
