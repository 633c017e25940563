package org.unfoldlab.app.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.sweep.TrainingCost;

/** The runs that wait for their turn, in order. Belongs to the screen's thread. */
public final class TrainingQueue {
    private final TrainingCost cost = new TrainingCost();
    private final List<RunViewModel> waiting = new ArrayList<>();
    private Optional<Duration> estimate = Optional.empty();
    private boolean paused;

    /** All that wait, the next one first. */
    public List<RunViewModel> waiting() {
        return List.copyOf(waiting);
    }

    /** True if nothing more is started; what trains goes on. */
    public boolean isPaused() {
        return paused;
    }

    /** How long all of them and the one that trains will take; absent while nothing was measured. */
    public Optional<Duration> estimate() {
        return estimate;
    }

    /** Its place in the queue, from 1; 0 if it does not wait. */
    public int placeOf(RunViewModel run) {
        return waiting.indexOf(run) + 1;
    }

    void setPaused(boolean nowPaused) {
        paused = nowPaused;
    }

    void setEstimate(Optional<Duration> now) {
        estimate = now;
    }

    void add(RunViewModel run) {
        run.waitForTurn();
        waiting.add(run);
    }

    void remove(RunViewModel run) {
        waiting.remove(run);
    }

    /** Takes the next one out, unless the queue is paused or empty. */
    Optional<RunViewModel> takeNext() {
        return paused || waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.remove(0));
    }

    /**
     * What an estimate is made from: plain values, so that it can be computed on any thread.
     *
     * @param cost remembers what it counted
     * @param waiting documents that wait
     * @param live the run that trains, if one does
     * @param measured runs with epochs, the best source for the speed first
     */
    record Basis(TrainingCost cost, List<NetworkDocument> waiting, Optional<RunRecord> live, List<Measured> measured) {
        /** Counts and unrolls networks, so not on the screen's thread. */
        Optional<Duration> estimate() {
            List<Duration> running =
                    live.flatMap(RunRecord::remaining).map(List::of).orElse(List.of());
            if (waiting.isEmpty() && running.isEmpty()) {
                return Optional.empty();
            }
            for (Measured one : measured) {
                OptionalDouble speed = cost.speed(one.network(), one.record());
                if (speed.isPresent()) {
                    int images = one.record()
                            .started()
                            .map(TrainingEvent.Started::trainImages)
                            .orElse(Integer.MAX_VALUE);
                    return cost.remaining(waiting, running, images, speed, 1);
                }
            }
            return cost.remaining(waiting, running, Integer.MAX_VALUE, OptionalDouble.empty(), 1);
        }
    }

    /** A run whose epochs tell the speed of this machine. */
    record Measured(NetworkDocument network, RunRecord record) {}

    /** The basis of an estimate, of these runs. */
    Basis basis(List<RunViewModel> runs) {
        return basis(runs, waiting.stream().map(RunViewModel::network).toList());
    }

    /** The basis of an estimate for documents that do not wait yet. */
    Basis basis(List<RunViewModel> runs, List<NetworkDocument> documents) {
        Optional<RunViewModel> live =
                runs.stream().filter(run -> run.phase().isLive()).findFirst();
        List<RunViewModel> order = new ArrayList<>(runs);
        live.filter(order::remove).ifPresent(run -> order.add(0, run));
        List<Measured> measured = order.stream()
                .filter(run -> !run.record().epochs().isEmpty())
                .map(run -> new Measured(run.network(), run.record()))
                .toList();
        return new Basis(cost, documents, live.map(RunViewModel::record), measured);
    }
}
