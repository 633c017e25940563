package org.unfoldlab.model.engine.unfolded;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unfoldlab.model.program.Origin;
import org.unfoldlab.model.program.Parameter;

/**
 * One layer's own tensor: a copy of a learned tensor that other layers may hold copies of too.
 *
 * @param parameter the tensor that this is a copy of
 * @param layer name of the layer
 * @param name the layer's own word for the tensor
 * @param origin the step that uses it
 */
public record Copy(Parameter parameter, String layer, String name, Origin origin) {
    String fullName() {
        return layer + "_" + name;
    }

    /** From the contract's axes to the layer's: a dense layer keeps [in, out]. */
    INDArray toLayer(INDArray value) {
        if (parameter.kind() == Parameter.Kind.FULLY_CONNECTED) {
            return value.transpose();
        }
        return parameter.shape().size() == 1 ? value.reshape(1, parameter.size()) : value;
    }

    /** From the layer's axes to the contract's. */
    INDArray fromLayer(INDArray value) {
        if (parameter.kind() == Parameter.Kind.FULLY_CONNECTED) {
            return value.transpose();
        }
        List<Integer> shape = parameter.shape();
        return value.dup('c')
                .reshape('c', shape.stream().mapToLong(Integer::longValue).toArray());
    }
}
