package org.unfoldlab.model.engine.folded;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.program.NormPosition;

/**
 * Batch normalisation (x − mean) / √(variance + ε), with the batch's own statistics, which are remembered, or with
 * given ones.
 */
final class Norms {
    /** Statistics to use instead of the batch's. */
    interface Given {
        ChannelStatistics at(NormPosition position);
    }

    private final double epsilon;
    private final @org.jspecify.annotations.Nullable Given given;
    private final Map<NormPosition, ChannelStatistics> measured = new LinkedHashMap<>();

    /** Normalises by the batch. */
    Norms(double epsilon) {
        this.epsilon = epsilon;
        given = null;
    }

    /** Normalises by given statistics. */
    Norms(double epsilon, Given given) {
        this.epsilon = epsilon;
        this.given = given;
    }

    /** The batch's statistics at every position so far, in the order of use. */
    Map<NormPosition, ChannelStatistics> measured() {
        return measured;
    }

    /** Normalises x, [C, N, H, W]. */
    Use apply(INDArray x, NormPosition position) {
        INDArray rows = Arrays4.rows(x);
        Given fixed = given;
        if (fixed != null) {
            ChannelStatistics statistics = fixed.at(position);
            INDArray inverse = inverseDeviation(column(statistics.variance(), x));
            INDArray y = rows.subColumnVector(column(statistics.mean(), x)).muliColumnVector(inverse);
            return new Use(
                    y.reshape('c', x.shape()),
                    g -> Arrays4.rows(g).mulColumnVector(inverse).reshape('c', x.shape()));
        }
        INDArray mean = rows.mean(true, 1);
        INDArray centred = rows.subColumnVector(mean);
        INDArray variance = centred.mul(centred).mean(true, 1);
        measured.put(
                position,
                new ChannelStatistics(
                        mean.ravel().toDoubleVector(), variance.ravel().toDoubleVector()));
        INDArray inverse = inverseDeviation(variance);
        INDArray y = centred.muliColumnVector(inverse);
        return new Use(
                y.reshape('c', x.shape()),
                g -> backward(Arrays4.rows(g), y, inverse).reshape('c', x.shape()));
    }

    /** ∂x = (g − mean(g) − y·mean(g·y)) / √(variance + ε), means over the row (Ioffe and Szegedy 2015, §3). */
    private static INDArray backward(INDArray g, INDArray y, INDArray inverse) {
        INDArray along = y.mulColumnVector(g.mul(y).mean(true, 1));
        return g.subColumnVector(g.mean(true, 1)).subi(along).muliColumnVector(inverse);
    }

    private INDArray inverseDeviation(INDArray variance) {
        return Transforms.sqrt(variance.add(epsilon), true).rdivi(1);
    }

    private static INDArray column(double[] values, INDArray like) {
        return Nd4j.createFromArray(values).castTo(like.dataType()).reshape('c', new long[] {values.length, 1});
    }
}
