package org.unfoldlab.model.engine.folded;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.unfoldlab.model.network.Layer;

/** Pooling over non-overlapping squares, place by place in the square; arrays C×N×H×W. */
final class Pools {
    private Pools() {}

    static Use apply(Layer.Pool pool, INDArray x) {
        return pool.kind() == Layer.PoolKind.AVERAGE ? average(pool, x) : maximum(pool, x);
    }

    private static Use average(Layer.Pool pool, INDArray x) {
        int f = pool.factor();
        INDArray sum = at(pool, x, 0).dup('c');
        for (int place = 1; place < f * f; place++) {
            sum.addi(at(pool, x, place));
        }
        return new Use(sum.divi(f * f), g -> {
            INDArray back = Nd4j.zeros(x.dataType(), x.shape());
            for (int place = 0; place < f * f; place++) {
                at(pool, back, place).assign(g.div(f * f));
            }
            return back;
        });
    }

    /** The gradient goes to the first place, row by row, that holds the maximum. */
    private static Use maximum(Layer.Pool pool, INDArray x) {
        int places = pool.factor() * pool.factor();
        INDArray largest = at(pool, x, 0).dup('c');
        for (int place = 1; place < places; place++) {
            largest = Transforms.max(largest, at(pool, x, place).dup('c'), true);
        }
        INDArray y = largest;
        return new Use(y, g -> {
            INDArray back = Nd4j.zeros(x.dataType(), x.shape());
            INDArray left = g.dup('c');
            for (int place = 0; place < places; place++) {
                INDArray here = left.mul(at(pool, x, place).dup('c').eq(y).castTo(x.dataType()));
                at(pool, back, place).assign(here);
                left.subi(here);
            }
            return back;
        });
    }

    /** The values at one place of every square: a view. */
    private static INDArray at(Layer.Pool pool, INDArray x, int place) {
        int f = pool.factor();
        return Arrays4.sampled(
                x,
                place / f,
                place % f,
                f,
                pool.output().height(),
                pool.output().width());
    }
}
