package org.unfoldlab.model.engine.folded;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The gradient of every weight: the sum over all uses of the weight (SPEC §3). */
final class Gradients {
    private final Map<String, INDArray> sums = new LinkedHashMap<>();

    void add(String key, INDArray gradient) {
        sums.merge(key, gradient, INDArray::add);
    }

    Map<String, INDArray> sums() {
        return sums;
    }
}
