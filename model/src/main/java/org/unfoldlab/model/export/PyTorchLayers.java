package org.unfoldlab.model.export;

import java.util.List;
import org.unfoldlab.model.network.CheckedTransition;
import org.unfoldlab.model.network.Layer;
import org.unfoldlab.model.network.Pipeline;

/** The letters of a pipeline as lines of PyTorch that change {@code y}. */
final class PyTorchLayers {
    private PyTorchLayers() {}

    /** @param owner of the norms: a transition's id or {@code pre} */
    static List<String> lines(Pipeline pipeline, String owner) {
        return pipeline.layers().stream()
                .map(layer -> "    y = " + expression(layer, owner))
                .toList();
    }

    private static String expression(Layer layer, String owner) {
        if (layer instanceof Layer.BatchNorm norm) {
            return "net.norm(y, " + Python.string(owner + "/norm" + norm.index()) + ", t)";
        }
        if (layer instanceof Layer.Convolution c) {
            return "F.conv2d(y, w(\"conv" + c.index() + "\"), stride=" + c.stride() + ", padding=" + c.kernel() / 2
                    + ")";
        }
        if (layer instanceof Layer.Deconvolution d) {
            return "F.conv_transpose2d(y, w(\"conv" + d.index() + "\"), stride=" + d.upsampling() + ", padding="
                    + d.kernel() / 2 + ", output_padding=" + (d.upsampling() - 1) + ")";
        }
        if (layer instanceof Layer.Pool pool) {
            String kind = pool.kind() == Layer.PoolKind.AVERAGE ? "avg" : "max";
            return "F." + kind + "_pool2d(y, " + pool.factor() + ")";
        }
        return "F.relu(y)";
    }

    /** What the step brings to its target, from {@code y} = F(x) and {@code x}. */
    static String withShortcut(CheckedTransition transition) {
        int stride = transition.shortcutStride();
        return switch (transition.shortcut()) {
            case NONE -> "y";
            case IDENTITY -> "y + x";
            case PROJECTION -> "y + F.conv2d(x, w(\"projection\"), stride=" + stride + ")";
            case PADDING ->
                "y + _shrink(x, " + stride + ", " + transition.output().channels() + ")";
            case HIGHWAY -> "torch.lerp(x, y, torch.sigmoid(F.conv2d(x, w(\"gate\"), w(\"gate.bias\"), padding=1)))";
        };
    }
}
