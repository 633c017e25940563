package org.unfoldlab.model.engine.plan;

import java.util.List;
import org.unfoldlab.model.result.HostArray;

/** A schedule whose arrays have addresses and whose instructions are calls of a library. */
public interface Bound extends AutoCloseable {
    /** A call and the instruction that it computes, or a part of it. */
    record Step(Runnable call, String kind, Scheduled scheduled) {}

    /** To be told when learned tensors have changed, before the next run. */
    void learnedTensorsChanged();

    /** Before each run: brings learned tensors that have changed into the layouts that calls want. */
    void prepare();

    List<Step> forward();

    List<Step> adjoint();

    /** Copies images in; fewer than planned leave the rest as it was. */
    void writeImages(HostArray images);

    /** A copy of the first images of an array that flows between nodes, N×C×H×W. */
    HostArray read(Value value, int images);

    /** The elements of an array whose order is no matter of layout: per channel, or one for each image and channel. */
    Numbers numbers(Value value);

    /** False when an element is infinite or not a number. */
    boolean finite(Value value);

    /** Bytes held, without learned tensors. */
    long bytes();

    @Override
    void close();
}
