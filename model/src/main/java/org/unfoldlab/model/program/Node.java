package org.unfoldlab.model.program;

import java.util.List;
import org.unfoldlab.model.network.Shape;

/**
 * One computation of a program.
 *
 * @param id its place in {@link Program#nodes()}
 * @param inputs ids of earlier nodes
 * @param shape of the output, for one image
 * @param origin what in the drawing it belongs to
 */
public record Node(int id, Operation operation, List<Integer> inputs, Shape shape, Origin origin) {
    public Node {
        inputs = List.copyOf(inputs);
    }
}
