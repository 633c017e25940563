package org.unfoldlab.model.engine;

import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Origin;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.result.HostArray;

/**
 * A program laid out by an engine. Not thread-safe: one thread owns it. Arrays that go in are copied, arrays that come
 * out are copies.
 */
public interface Executable extends AutoCloseable {
    Program program();

    Plan plan();

    /**
     * Sets learned tensors by key. Keys that the program does not use are ignored, so that one checkpoint serves every
     * readout time.
     *
     * @throws IllegalArgumentException when a key that the program uses is missing or has another size, naming it
     */
    void setParameters(Map<String, HostArray> values);

    /** All learned tensors that the program uses, by key. */
    Map<String, HostArray> parameters();

    /** Sets the momentum v of each learned tensor; missing keys become zero. {@link Mode#TRAIN} only. */
    void setVelocities(Map<String, HostArray> values);

    /** The momentum v of each learned tensor. {@link Mode#TRAIN} only. */
    Map<String, HostArray> velocities();

    /**
     * Sets running averages ({@link Mode#TRAIN}; missing keys become mean 0, variance 1) or the statistics to use
     * ({@link Mode#EVALUATE}; all are needed), by {@link Program#statisticsKey}.
     */
    void setStatistics(Map<String, ChannelStatistics> values);

    /** The running averages or the statistics in use, by {@link Program#statisticsKey}. */
    Map<String, ChannelStatistics> statistics();

    /**
     * Runs forward.
     *
     * @param images N×C×H×W, N = the plan's batch; {@link Mode#EVALUATE} takes fewer as well
     */
    void forward(HostArray images);

    /** Forward, loss and gradients at the last readout; updates nothing. {@link Mode#TRAIN} only. */
    StepResult gradient(HostArray images, int[] labels);

    /** {@link #gradient}, then running averages and, if all is finite, the update. {@link Mode#TRAIN} only. */
    StepResult train(HostArray images, int[] labels, Update update);

    /** N×classes logits of the last run at one of the program's readout times. */
    HostArray logits(int readoutTime);

    /** h(t) of the last run, N×C×H×W; the plan must keep states. */
    HostArray state(StateAt state);

    /** The batch's own statistics in the last run, at every position that ran. Not in {@link Mode#EVALUATE}. */
    Map<NormPosition, ChannelStatistics> batchStatistics();

    /** Gradient of the loss in the last run, by key; tied uses are summed. {@link Mode#TRAIN} only. */
    Map<String, HostArray> gradients();

    /** Where the last run first held something that is not finite, forwards first; for messages. */
    Optional<Origin> firstNotFinite();

    /**
     * Repeats the last run call by call and times each: milliseconds by kind of operation, in the engine's words.
     * Updates nothing. Empty where the engine cannot tell.
     */
    default Map<String, Double> millisecondsByKind() {
        return Map.of();
    }

    /** Bytes held in buffers. */
    long bufferBytes();

    /** Frees all buffers now. */
    @Override
    void close();
}
