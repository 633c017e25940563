package org.unfoldlab.model.program;

import java.util.HashSet;
import java.util.Set;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization.Affine;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.network.Layer;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.Pipeline;
import org.unfoldlab.model.network.WeightShape;

/*
 * The same number as the lowered program's, from names alone: lowering writes a node for every letter of every step,
 * which is too slow while a slider moves. That both agree is a test.
 */
/** Elements of the distinct tensors that running steps use (SPEC §5), counted without lowering. */
final class ParameterCount {
    private final Unrolling unrolling;
    private final NetworkDocument document;
    private final WeightNames names;
    private final Set<String> seen = new HashSet<>();
    private long count;

    private ParameterCount(Unrolling unrolling, Sharing sharing) {
        this.unrolling = unrolling;
        document = unrolling.network().document();
        names = new WeightNames(sharing);
    }

    /** Under a sharing that need not be the document's own. */
    static long of(Unrolling unrolling, Sharing sharing) {
        return unrolling.readouts().isEmpty() ? 0 : new ParameterCount(unrolling, sharing).total();
    }

    private long total() {
        Network network = unrolling.network();
        WeightShape.of(network.preNet()).forEach(weight -> count += weight.size());
        unrolling.running().forEach(this::add);
        long channels = network.state(document.readout().state()).channels();
        unrolling.readouts().forEach(readout -> addNorm("post/norm1", readout, channels));
        return count + (channels + 1) * document.classes();
    }

    private void add(TimedStep step) {
        if (seen.add(names.owner(step.step()))) {
            WeightShape.of(step.transition()).forEach(weight -> count += weight.size());
        }
        if (document.normalization().affine() != Affine.NONE) {
            addNorms(step.transition().pipeline(), step.transition().id(), step.time());
        }
    }

    private void addNorms(Pipeline pipeline, String owner, int time) {
        for (Layer layer : pipeline.layers()) {
            if (layer instanceof Layer.BatchNorm norm) {
                addNorm(owner + "/norm" + norm.index(), time, norm.input().channels());
            }
        }
    }

    /** γ and β, once for all times or once for each. */
    private void addNorm(String norm, int time, long channels) {
        Affine affine = document.normalization().affine();
        String key = affine == Affine.PER_TIME ? new NormPosition(norm, time).toString() : norm;
        if (affine != Affine.NONE && seen.add(key)) {
            count += 2 * channels;
        }
    }
}
