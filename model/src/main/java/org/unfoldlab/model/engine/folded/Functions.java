package org.unfoldlab.model.engine.folded;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.network.CheckedTransition;
import org.unfoldlab.model.network.Layer;
import org.unfoldlab.model.network.Pipeline;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.WeightNames;

/** The functions of a network (SPEC §1): K of the paper's h_t = K(h_{t−1}) + h_{t−1}, letter by letter. */
final class Functions {
    private final Map<String, INDArray> weights;
    private final WeightNames names;
    private final Normalization.Affine affine;
    private final Norms norms;
    private final Gradients gradients;

    Functions(
            Map<String, INDArray> weights,
            WeightNames names,
            Normalization.Affine affine,
            Norms norms,
            Gradients gradients) {
        this.weights = weights;
        this.names = names;
        this.affine = affine;
        this.norms = norms;
        this.gradients = gradients;
    }

    /** Full key of a weight from its name within the step. */
    private interface Keys {
        String of(String weight);
    }

    /** The pre-net on the images. */
    Use preNet(Pipeline pipeline, INDArray images) {
        return pipeline(pipeline, images, "pre", 0, weight -> "pre/" + weight);
    }

    /** F(x) with its shortcut at step t. */
    Use transition(CheckedTransition transition, INDArray x, int t) {
        Step step = new Step(transition.id(), t);
        Keys keys = weight -> names.key(step, weight);
        Use f = pipeline(transition.pipeline(), x, transition.id(), t, keys);
        return switch (transition.shortcut()) {
            case NONE -> f;
            case IDENTITY -> both(f, new Use(x, g -> g));
            case PROJECTION -> both(f, projection(transition, x, keys.of("projection")));
            case PADDING -> both(f, padding(transition, x));
            case HIGHWAY -> highway(f, x, keys);
        };
    }

    /** Batch norm, ReLU, mean over the image, fully connected: logits [classes, N]. */
    Use postNet(INDArray h, int readout) {
        Use rectified = norm(h, "post/norm1", readout, true);
        rectified = rectified.then(relu(rectified.value()));
        INDArray y = rectified.value();
        long area = y.size(2) * y.size(3);
        INDArray pooled = y.mean(2, 3);
        INDArray w = weight("post/fc.weight");
        INDArray logits =
                w.mmul(pooled).addiColumnVector(weight("post/fc.bias").reshape('c', new long[] {w.size(0), 1}));
        Use end = new Use(logits, g -> {
            gradients.add("post/fc.weight", g.mmul(pooled.transpose()));
            gradients.add("post/fc.bias", g.sum(1));
            INDArray each = w.transpose().mmul(g).divi(area).reshape('c', new long[] {y.size(0), y.size(1), 1, 1});
            return Nd4j.zeros(y.dataType(), y.shape()).addi(each.broadcast(y.shape()));
        });
        return rectified.then(end);
    }

    /** max(x, 0). */
    static Use relu(INDArray x) {
        return new Use(Transforms.relu(x, true), g -> Transforms.step(x, true).muli(g));
    }

    private Use pipeline(Pipeline pipeline, INDArray x, String owner, int t, Keys keys) {
        Use use = new Use(x, g -> g);
        for (Layer layer : pipeline.layers()) {
            use = use.then(layer(layer, use.value(), owner, t, keys));
        }
        return use;
    }

    private Use layer(Layer layer, INDArray x, String owner, int t, Keys keys) {
        if (layer instanceof Layer.BatchNorm b) {
            return norm(x, owner + "/norm" + b.index(), t, !owner.equals("pre"));
        }
        if (layer instanceof Layer.Convolution c) {
            return convolution(c, x, keys.of("conv" + c.index()));
        }
        if (layer instanceof Layer.Deconvolution d) {
            return deconvolution(d, x, keys.of("conv" + d.index()));
        }
        if (layer instanceof Layer.Pool pool) {
            return Pools.apply(pool, x);
        }
        return relu(x);
    }

    private Use norm(INDArray x, String norm, int t, boolean learned) {
        NormPosition position = new NormPosition(norm, t);
        Use normed = norms.apply(x, position);
        if (!learned || affine == Normalization.Affine.NONE) {
            return normed;
        }
        String owner = affine == Normalization.Affine.SHARED ? norm : position.toString();
        return normed.then(affine(normed.value(), owner + ".gamma", owner + ".beta"));
    }

    private Use affine(INDArray x, String gamma, String beta) {
        INDArray scale = weight(gamma).reshape('c', new long[] {x.size(0), 1});
        INDArray shift = weight(beta).reshape('c', new long[] {x.size(0), 1});
        INDArray y = Arrays4.rows(x).mulColumnVector(scale).addiColumnVector(shift);
        return new Use(y.reshape('c', x.shape()), g -> {
            INDArray rows = Arrays4.rows(g);
            gradients.add(gamma, rows.mul(Arrays4.rows(x)).sum(1));
            gradients.add(beta, rows.sum(1));
            return rows.mulColumnVector(scale).reshape('c', x.shape());
        });
    }

    private Use convolution(Layer.Convolution c, INDArray x, String key) {
        return convolution(
                x,
                key,
                c.kernel(),
                c.stride(),
                c.kernel() / 2,
                c.output().height(),
                c.output().width());
    }

    private Use convolution(INDArray x, String key, int kernel, int stride, int padding, long height, long width) {
        INDArray w = weight(key);
        return new Use(Convolutions.forward(x, w, stride, padding, height, width), g -> {
            gradients.add(key, Convolutions.weightGradient(x, g, kernel, stride, padding));
            return Convolutions.adjoint(g, w, stride, padding, x.size(2), x.size(3));
        });
    }

    /** The adjoint of the convolution that would lead back; its weights are [in, out, k, k]. */
    private Use deconvolution(Layer.Deconvolution d, INDArray x, String key) {
        INDArray w = weight(key);
        int padding = d.kernel() / 2;
        INDArray y = Convolutions.adjoint(
                x, w, d.upsampling(), padding, d.output().height(), d.output().width());
        return new Use(y, g -> {
            gradients.add(key, Convolutions.weightGradient(g, x, d.kernel(), d.upsampling(), padding));
            return Convolutions.forward(g, w, d.upsampling(), padding, x.size(2), x.size(3));
        });
    }

    private Use projection(CheckedTransition transition, INDArray x, String key) {
        return convolution(
                x,
                key,
                1,
                transition.shortcutStride(),
                0,
                transition.output().height(),
                transition.output().width());
    }

    /** Subsampled x, zeros for the channels that it lacks. */
    private static Use padding(CheckedTransition transition, INDArray x) {
        int stride = transition.shortcutStride();
        long height = transition.output().height();
        long width = transition.output().width();
        INDArray y = Nd4j.zeros(x.dataType(), transition.output().channels(), x.size(1), height, width);
        channels(y, x.size(0)).assign(Arrays4.sampled(x, 0, 0, stride, height, width));
        return new Use(y, g -> {
            INDArray back = Nd4j.zeros(x.dataType(), x.shape());
            Arrays4.sampled(back, 0, 0, stride, height, width).addi(channels(g, x.size(0)));
            return back;
        });
    }

    private static INDArray channels(INDArray x, long count) {
        return x.get(
                org.nd4j.linalg.indexing.NDArrayIndex.interval(0, count),
                org.nd4j.linalg.indexing.NDArrayIndex.all(),
                org.nd4j.linalg.indexing.NDArrayIndex.all(),
                org.nd4j.linalg.indexing.NDArrayIndex.all());
    }

    /** y = F(x)·g + x·(1 − g), g = sigmoid(conv3×3(x) + b). */
    private Use highway(Use f, INDArray x, Keys keys) {
        String bias = keys.of("gate.bias");
        Use convolved = convolution(x, keys.of("gate"), 3, 1, 1, x.size(2), x.size(3));
        INDArray shifted =
                Arrays4.rows(convolved.value()).addColumnVector(weight(bias).reshape('c', new long[] {x.size(0), 1}));
        INDArray gate = Transforms.sigmoid(shifted, true).reshape('c', x.shape());
        INDArray carry = gate.rsub(1);
        INDArray y = f.value().mul(gate).addi(x.mul(carry));
        return new Use(y, g -> {
            INDArray atGate = f.value().sub(x).muli(g).muli(gate).muli(carry);
            gradients.add(bias, Arrays4.rows(atGate).sum(1));
            return f.backward()
                    .of(g.mul(gate))
                    .add(convolved.backward().of(atGate))
                    .addi(g.mul(carry));
        });
    }

    private static Use both(Use f, Use shortcut) {
        return new Use(
                f.value().add(shortcut.value()),
                g -> f.backward().of(g).add(shortcut.backward().of(g)));
    }

    private INDArray weight(String key) {
        INDArray weight = weights.get(key);
        if (weight == null) {
            throw new IllegalArgumentException("there is no weight " + key);
        }
        return weight;
    }
}
