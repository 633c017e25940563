package org.unfoldlab.model.engine.unfolded;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * DeepLearning4J's convolution, which on its way back computes its forward pass once more; this one remembers it. The
 * values are the same.
 */
final class RememberingConvolution extends ConvolutionLayer {
    RememberingConvolution(Builder builder) {
        super(builder);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            @Nullable Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType type) {
        Remembering layer = new Remembering(conf, type);
        if (listeners != null) {
            layer.setListeners(listeners);
        }
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(conf, parameters, initialise));
        layer.setConf(conf);
        return layer;
    }

    /** The layer at work: keeps output and gathered input from the way forward until the way back has used them. */
    private static final class Remembering extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer {
        private transient @Nullable Pair<INDArray, INDArray> forward;
        private transient @Nullable INDArray gathered;

        Remembering(NeuralNetConfiguration conf, DataType type) {
            super(conf, type);
        }

        @Override
        protected Pair<INDArray, INDArray> preOutput(
                boolean training, boolean forBackprop, LayerWorkspaceMgr workspaces) {
            Pair<INDArray, INDArray> known = forward;
            forward = null;
            if (forBackprop && known != null) {
                gathered = known.getSecond();
                return known;
            }
            Pair<INDArray, INDArray> computed = outsideWorkingMemory(training, workspaces);
            forward = training && !forBackprop ? computed : null;
            return computed;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            Pair<Gradient, INDArray> gradients = super.backpropGradient(epsilon, workspaces);
            if (gathered != null && gathered.closeable()) {
                gathered.close();
            }
            gathered = null;
            return gradients;
        }

        /** What is remembered must outlive the forward pass of this layer, after which working memory is reused. */
        private Pair<INDArray, INDArray> outsideWorkingMemory(boolean training, LayerWorkspaceMgr workspaces) {
            try (MemoryWorkspace none = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
                return super.preOutput(training, true, workspaces);
            }
        }
    }
}
