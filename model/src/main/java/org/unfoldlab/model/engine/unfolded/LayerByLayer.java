package org.unfoldlab.model.engine.unfolded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.unfoldlab.model.network.Layer;
import org.unfoldlab.model.network.Shape;
import org.unfoldlab.model.program.Node;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Program;

/** Writes the nodes of an unrolled network down as DeepLearning4J layers, each with storage of its own. */
final class LayerByLayer {
    static final String STIMULUS = "stimulus";
    static final String LOSS = "loss";

    private final Program program;
    private final ComputationGraphConfiguration.GraphBuilder graph;
    private final List<Copy> copies = new ArrayList<>();

    private LayerByLayer(Program program, DataType type) {
        this.program = program;
        Shape images = program.stimulus().shape();
        graph = new NeuralNetConfiguration.Builder()
                .dataType(type)
                .updater(new NoOp())
                .weightInit(WeightInit.ZERO)
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.NONE)
                .graphBuilder()
                .addInputs(STIMULUS)
                .setInputTypes(InputType.convolutional(images.height(), images.width(), images.channels()));
    }

    /**
     * The layers and the copies of learned tensors that they hold.
     *
     * @param configuration ready to become a {@code ComputationGraph}
     */
    record Written(ComputationGraphConfiguration configuration, List<Copy> copies) {}

    /** Writes a program that has one readout. */
    static Written write(Program program, DataType type) {
        LayerByLayer writer = new LayerByLayer(program, type);
        program.nodes().stream().skip(1).forEach(writer::node);
        LossMCXENT crossEntropy = new LossMCXENT();
        crossEntropy.setSoftmaxClipEps(0);
        writer.graph.addLayer(
                LOSS,
                new LossLayer.Builder(crossEntropy)
                        .activation(Activation.SOFTMAX)
                        .build(),
                name(program.lastLogits()));
        return new Written(writer.graph.setOutputs(LOSS).build(), writer.copies);
    }

    /** Name of the layer that computes a node. */
    static String name(int node) {
        return node == 0 ? STIMULUS : "n" + node;
    }

    private void node(Node node) {
        String[] inputs = node.inputs().stream().map(LayerByLayer::name).toArray(String[]::new);
        Operation operation = node.operation();
        String name = name(node.id());
        if (operation instanceof Operation.Convolution c && c.weights().size() == 1) {
            convolution(node, c, inputs);
        } else if (operation instanceof Operation.Deconvolution d) {
            deconvolution(node, d, inputs);
        } else if (operation instanceof Operation.BatchNorm b && !b.relu()) {
            batchNorm(node, b, inputs);
        } else if (operation instanceof Operation.Relu) {
            activation(name, Activation.RELU, inputs);
        } else if (operation instanceof Operation.Sigmoid) {
            activation(name, Activation.SIGMOID, inputs);
        } else if (operation instanceof Operation.Pool pool) {
            pool(name, pool, inputs);
        } else if (operation instanceof Operation.Sum sum) {
            boolean mean = sum.scale() != 1;
            graph.addVertex(
                    name,
                    new ElementWiseVertex(mean ? ElementWiseVertex.Op.Average : ElementWiseVertex.Op.Add),
                    inputs);
        } else if (operation instanceof Operation.Mix) {
            mix(name, inputs);
        } else if (operation instanceof Operation.Padding padding) {
            padding(node, padding, inputs[0]);
        } else if (operation instanceof Operation.GlobalAverage) {
            graph.addLayer(name, new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), inputs);
        } else if (operation instanceof Operation.FullyConnected f) {
            fullyConnected(node, f, inputs);
        } else {
            throw new UnsupportedOperationException(
                    "it has no layer for " + operation.getClass().getSimpleName() + " at " + node.origin() + ".");
        }
    }

    private void activation(String name, Activation activation, String[] inputs) {
        graph.addLayer(
                name, new ActivationLayer.Builder().activation(activation).build(), inputs);
    }

    private void convolution(Node node, Operation.Convolution c, String[] inputs) {
        Shape in = program.nodes().get(node.inputs().get(0)).shape();
        graph.addLayer(
                name(node.id()),
                new RememberingConvolution(new ConvolutionLayer.Builder(c.kernel(), c.kernel())
                        .stride(c.stride(), c.stride())
                        .padding(c.padding(), c.padding())
                        .convolutionMode(ConvolutionMode.Truncate)
                        .nIn(in.channels())
                        .nOut(node.shape().channels())
                        .hasBias(c.bias().isPresent())
                        .activation(Activation.IDENTITY)),
                inputs);
        copy(node, c.weights().get(0), "W");
        c.bias().ifPresent(bias -> copy(node, bias, "b"));
    }

    /*
     * DeepLearning4J knows no output padding. Without padding its deconvolution gives u(H-1)+k rows; the contract's are
     * rows p ... p+uH-1 of these, so the rest is cropped, or zeros are appended where the kernel is too small to reach.
     */
    private void deconvolution(Node node, Operation.Deconvolution d, String[] inputs) {
        Shape in = program.nodes().get(node.inputs().get(0)).shape();
        int missing = d.padding() + d.upsampling() - d.kernel();
        String whole = name(node.id()) + "whole";
        graph.addLayer(
                whole,
                new Deconvolution2D.Builder(d.kernel(), d.kernel())
                        .stride(d.upsampling(), d.upsampling())
                        .convolutionMode(ConvolutionMode.Truncate)
                        .nIn(in.channels())
                        .nOut(node.shape().channels())
                        .hasBias(false)
                        .activation(Activation.IDENTITY)
                        .build(),
                inputs);
        copies.add(new Copy(program.parameter(d.weight()), whole, "W", node.origin()));
        if (missing > 0) {
            graph.addLayer(name(node.id()), new ZeroPaddingLayer.Builder(0, missing, 0, missing).build(), whole);
        } else {
            int p = d.padding();
            graph.addLayer(name(node.id()), new Cropping2D.Builder(p, -missing, p, -missing).build(), whole);
        }
    }

    private void batchNorm(Node node, Operation.BatchNorm b, String[] inputs) {
        Optional<Operation.Affine> affine = b.affine();
        graph.addLayer(
                name(node.id()),
                new BatchNormalization.Builder()
                        .lockGammaBeta(affine.isEmpty())
                        .useLogStd(false)
                        .eps(program.normalization().epsilon())
                        .nIn(node.shape().channels())
                        .nOut(node.shape().channels())
                        .build(),
                inputs);
        affine.ifPresent(keys -> {
            copy(node, keys.gamma(), "gamma");
            copy(node, keys.beta(), "beta");
        });
    }

    private void pool(String name, Operation.Pool pool, String[] inputs) {
        boolean average = pool.kind() == Layer.PoolKind.AVERAGE;
        graph.addLayer(
                name,
                subsampling(
                        average ? SubsamplingLayer.PoolingType.AVG : SubsamplingLayer.PoolingType.MAX,
                        pool.factor(),
                        pool.factor()),
                inputs);
    }

    private static SubsamplingLayer subsampling(SubsamplingLayer.PoolingType type, int kernel, int stride) {
        return new SubsamplingLayer.Builder(type)
                .kernelSize(kernel, kernel)
                .stride(stride, stride)
                .convolutionMode(ConvolutionMode.Truncate)
                .build();
    }

    /** H·g + x·(1 − g) as x + g·(H − x). */
    private void mix(String name, String[] inputs) {
        graph.addVertex(
                name + "difference", new ElementWiseVertex(ElementWiseVertex.Op.Subtract), inputs[0], inputs[1]);
        graph.addVertex(
                name + "gated", new ElementWiseVertex(ElementWiseVertex.Op.Product), inputs[2], name + "difference");
        graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), inputs[1], name + "gated");
    }

    /**
     * Subsampling by a pool of one pixel; the missing channels are channels of x times zero: all of x as often as it
     * fits, then single ones, since {@code SubsetVertex} (M2.1) miscounts the channels of a larger subset.
     */
    private void padding(Node node, Operation.Padding padding, String input) {
        int channels = program.nodes().get(node.inputs().get(0)).shape().channels();
        String name = name(node.id());
        int missing = node.shape().channels() - channels;
        String sampled = missing > 0 ? name + "sampled" : name;
        graph.addLayer(sampled, subsampling(SubsamplingLayer.PoolingType.MAX, 1, padding.stride()), input);
        List<String> parts = new ArrayList<>(List.of(sampled));
        for (int made = 0; made < missing; made += missing - made >= channels ? channels : 1) {
            String from = sampled;
            if (missing - made < channels) {
                from = name + "single" + made;
                graph.addVertex(from, new SubsetVertex(0, 0), sampled);
            }
            graph.addVertex(name + "zeros" + made, new ScaleVertex(0), from);
            parts.add(name + "zeros" + made);
        }
        if (missing > 0) {
            graph.addVertex(name, new MergeVertex(), parts.toArray(String[]::new));
        }
    }

    private void fullyConnected(Node node, Operation.FullyConnected f, String[] inputs) {
        Shape in = program.nodes().get(node.inputs().get(0)).shape();
        graph.addLayer(
                name(node.id()),
                new DenseLayer.Builder()
                        .nIn(in.channels())
                        .nOut(node.shape().channels())
                        .activation(Activation.IDENTITY)
                        .build(),
                inputs);
        copy(node, f.weight(), "W");
        copy(node, f.bias(), "b");
    }

    private void copy(Node node, String key, String name) {
        copies.add(new Copy(program.parameter(key), name(node.id()), name, node.origin()));
    }
}
