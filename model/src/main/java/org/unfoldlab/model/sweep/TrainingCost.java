package org.unfoldlab.model.sweep;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.program.Counts;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent.EpochDone;

/**
 * How long runs will take, by how long others took: time goes with multiply-adds × training images × epochs. An
 * estimate: narrow networks keep a processor less busy than wide ones, and measuring many readout times adds to it. May be asked on any thread.
 */
public final class TrainingCost {
    /** Unrolling takes milliseconds, and estimates are asked for again with every epoch. */
    private final Map<NetworkDocument, Double> known = new ConcurrentHashMap<>();

    /**
     * Multiply-adds of the forward passes of a whole training.
     *
     * @param images in the training set, where the document does not say fewer
     */
    public double work(NetworkDocument document, int images) {
        int used = Math.min(images, document.data().trainImages().orElse(Integer.MAX_VALUE));
        return multiplyAdds(document) * used * document.training().epochs();
    }

    private double multiplyAdds(NetworkDocument document) {
        return known.computeIfAbsent(document, TrainingCost::counted);
    }

    private static double counted(NetworkDocument document) {
        return NetworkChecker.check(document) instanceof Checked.Valid valid
                ? Counts.of(Unroller.unroll(valid.network())).multiplyAdds()
                : 0;
    }

    /** Multiply-adds of training a second that a run reached, measuring included; absent before its first epoch. */
    public OptionalDouble speed(NetworkDocument document, RunRecord record) {
        double seconds =
                record.epochs().stream().mapToDouble(EpochDone::seconds).sum();
        if (record.started().isEmpty() || !(seconds > 0)) {
            return OptionalDouble.empty();
        }
        double images = record.started().get().trainImages();
        return OptionalDouble.of(
                multiplyAdds(document) * images * record.epochs().size() / seconds);
    }

    /**
     * How long is left: of what runs by its own estimate, of what waits by work and speed.
     *
     * @param waiting documents that were not begun
     * @param running what is left of each run under way
     * @param images in the training set
     * @param speed multiply-adds of training a second, of one worker; absent when nothing was measured
     * @param workers at once
     * @return absent when there is something waiting and no speed to tell by
     */
    public Optional<Duration> remaining(
            List<NetworkDocument> waiting, List<Duration> running, int images, OptionalDouble speed, int workers) {
        double[] work =
                waiting.stream().mapToDouble(document -> work(document, images)).toArray();
        return remaining(work, running, speed, workers);
    }

    /** The same by the {@linkplain #work work} of each that waits. */
    public Optional<Duration> remaining(double[] waiting, List<Duration> running, OptionalDouble speed, int workers) {
        boolean known = speed.isPresent() && speed.getAsDouble() > 0;
        if (waiting.length > 0 && !known) {
            return Optional.empty();
        }
        double seconds = waiting.length == 0 ? 0 : Arrays.stream(waiting).sum() / speed.getAsDouble();
        double longest = 0;
        for (Duration left : running) {
            seconds += left.toMillis() / 1000.0;
            longest = Math.max(longest, left.toMillis() / 1000.0);
        }
        int busy = Math.max(1, Math.min(workers, waiting.length + running.size()));
        return Optional.of(Duration.ofMillis(Math.round(1000 * Math.max(longest, seconds / busy))));
    }
}
