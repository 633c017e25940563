package org.unfoldlab.model.program.optimize;

import java.util.Set;
import org.unfoldlab.model.program.Program;

/** Applies the passes that rewrite programs. */
public final class Optimizer {
    private Optimizer() {}

    /**
     * The same computation by the batch's own statistics: to train, or to measure statistics.
     *
     * @param passes those to apply; what only planners know is ignored here
     */
    public static Program byBatchStatistics(Program program, Set<Pass> passes) {
        return common(program, passes);
    }

    /**
     * The same computation by given statistics. Equal work is shared among batch norms whose statistics may have been
     * given apart: whoever executes the result must see to it that they are alike, or leave {@link Pass#EQUAL_WORK} out.
     */
    public static Program byGivenStatistics(Program program, Set<Pass> passes) {
        Program common = common(program, passes);
        return passes.contains(Pass.FOLDED_NORMS) ? FoldedNorms.rewrite(common) : common;
    }

    private static Program common(Program program, Set<Pass> passes) {
        Program now = program;
        if (passes.contains(Pass.EQUAL_WORK)) {
            now = EqualWork.rewrite(now);
        }
        if (passes.contains(Pass.FUSED_RELU)) {
            now = FusedRelu.rewrite(now);
        }
        if (passes.contains(Pass.FLAT_SUMS)) {
            now = FlatSums.rewrite(now);
        }
        if (passes.contains(Pass.STACKED_CONVOLUTIONS)) {
            now = StackedConvolutions.rewrite(now);
        }
        return passes.contains(Pass.CONVOLUTION_SUMS) ? ConvolutionSums.rewrite(now) : now;
    }
}
