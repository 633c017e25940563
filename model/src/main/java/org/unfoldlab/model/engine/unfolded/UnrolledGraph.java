package org.unfoldlab.model.engine.unfolded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.program.Node;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Origin;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.StateAt;

/** One feed-forward network for one readout time, with what its layers gave in the last run. */
final class UnrolledGraph {
    private final Program program;
    private final ComputationGraph graph;
    private final List<Copy> copies;
    private Map<String, INDArray> activations = Map.of();

    UnrolledGraph(Program program, DataType type) {
        this.program = program;
        LayerByLayer.Written written = LayerByLayer.write(program, type);
        graph = new ComputationGraph(written.configuration());
        graph.init();
        graph.setListeners(new ForwardPasses());
        copies = written.copies();
    }

    List<Copy> copies() {
        return copies;
    }

    Program program() {
        return program;
    }

    INDArray value(Copy copy) {
        return copy.fromLayer(graph.getParam(copy.fullName()));
    }

    void set(Copy copy, INDArray value) {
        INDArray own = graph.getParam(copy.fullName());
        own.assign(copy.toLayer(value).reshape(own.shape()));
    }

    void setStatistics(Node node, ChannelStatistics statistics) {
        String name = LayerByLayer.name(node.id());
        assign(name + "_mean", statistics.mean());
        assign(name + "_var", statistics.variance());
    }

    private void assign(String parameter, double[] values) {
        INDArray own = graph.getParam(parameter);
        own.assign(Nd4j.createFromArray(values).castTo(own.dataType()).reshape(own.shape()));
    }

    /**
     * Keeps what the layers gave on the way forward of training, so that it need not be computed twice. Copied, since
     * the layers' own arrays lie in memory that the next pass writes over.
     */
    private final class ForwardPasses extends BaseTrainingListener {
        @Override
        public void onForwardPass(Model model, Map<String, INDArray> layers) {
            Map<String, INDArray> kept = new LinkedHashMap<>();
            layers.forEach((name, value) -> kept.put(name, value.detach()));
            activations = kept;
        }
    }

    /** Runs forward; {@code batchStatistics} says whose statistics normalise. */
    void forward(INDArray images, boolean batchStatistics) {
        activations = graph.feedForward(new INDArray[] {images}, batchStatistics);
    }

    /**
     * Runs forward and backward.
     *
     * @param answers N×classes, 1 at the label
     * @return gradient of the mean cross-entropy for every copy
     */
    Map<Copy, INDArray> gradients(INDArray images, INDArray answers) {
        graph.setInput(0, images);
        graph.setLabel(0, answers);
        computeGradientAndScore();
        Map<Copy, INDArray> gradients = new LinkedHashMap<>();
        Map<String, INDArray> summed = graph.gradient().gradientForVariable();
        for (Copy copy : copies) {
            INDArray gradient = Objects.requireNonNull(summed.get(copy.fullName()));
            gradients.put(copy, copy.fromLayer(gradient).div(images.size(0)));
        }
        return gradients;
    }

    /** M2.1 leaves the memory of its activations open; what comes after must not land in it. */
    private void computeGradientAndScore() {
        try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            graph.computeGradientAndScore();
        }
    }

    INDArray logits() {
        return activation(program.lastLogits());
    }

    Optional<INDArray> state(StateAt state) {
        return Optional.ofNullable(program.states().get(state)).map(this::activation);
    }

    /** Mean and biased variance of what each batch norm read in the last run. */
    Map<NormPosition, ChannelStatistics> batchStatistics() {
        Map<NormPosition, ChannelStatistics> statistics = new LinkedHashMap<>();
        for (Node node : norms()) {
            INDArray x = activation(node.inputs().get(0));
            INDArray mean = x.mean(0, 2, 3);
            INDArray variance = x.var(false, 0, 2, 3);
            statistics.put(
                    ((Operation.BatchNorm) node.operation()).position(),
                    new ChannelStatistics(
                            mean.ravel().toDoubleVector(), variance.ravel().toDoubleVector()));
        }
        return statistics;
    }

    List<Node> norms() {
        List<Node> norms = new ArrayList<>();
        for (Node node : program.nodes()) {
            if (node.operation() instanceof Operation.BatchNorm) {
                norms.add(node);
            }
        }
        return norms;
    }

    Optional<Origin> firstNotFinite() {
        return program.nodes().stream()
                .filter(node -> activations.containsKey(LayerByLayer.name(node.id())))
                .filter(node ->
                        !Double.isFinite(activation(node.id()).norm2Number().doubleValue()))
                .map(Node::origin)
                .findFirst();
    }

    private INDArray activation(int node) {
        INDArray value = activations.get(LayerByLayer.name(node));
        if (value == null) {
            throw new IllegalStateException("nothing has been run yet");
        }
        return value;
    }
}
