package org.unfoldlab.app.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.unfoldlab.datasets.catalog.Catalog;
import org.unfoldlab.datasets.catalog.CatalogEntry;
import org.unfoldlab.model.graph.DataChoice;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.sweep.TrainingCost;

/** The runs that wait for their turn, in order. Belongs to the screen's thread. */
public final class TrainingQueue {
    private final TrainingCost cost = new TrainingCost();
    private final List<RunViewModel> waiting = new ArrayList<>();
    private Optional<Duration> estimate = Optional.empty();
    private List<String> devices = List.of();
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

    /**
     * Spreads runs over devices, one run at a time on each.
     *
     * @param now as they are written after {@code --device}; empty to train one run at a time where new runs compute
     */
    void setDevices(List<String> now) {
        devices = List.copyOf(now);
    }

    private int places() {
        return Math.max(1, devices.size());
    }

    /** Takes the next one out and gives it a place, unless there is none, the queue is paused or empty. */
    Optional<RunViewModel> takeNext(List<RunViewModel> live) {
        if (paused || waiting.isEmpty() || live.size() >= places()) {
            return Optional.empty();
        }
        RunViewModel next = waiting.remove(0);
        freeDevice(live).ifPresent(next::place);
        return Optional.of(next);
    }

    /** A run that was not placed computes where new runs do: on the first device. */
    private Optional<String> freeDevice(List<RunViewModel> live) {
        List<String> free = new ArrayList<>(devices);
        live.forEach(run -> free.remove(run.placed().orElse(free.isEmpty() ? "" : devices.get(0))));
        return free.stream().findFirst();
    }

    /**
     * What an estimate is made from: plain values, so that it can be computed on any thread.
     *
     * @param cost remembers what it counted
     * @param waiting documents that wait
     * @param live the runs that train
     * @param measured runs with epochs, the best source for the speed first
     */
    record Basis(
            TrainingCost cost,
            List<NetworkDocument> waiting,
            List<RunRecord> live,
            List<Measured> measured,
            int workers) {
        /** Counts and unrolls networks, so not on the screen's thread. */
        Optional<Duration> estimate() {
            List<Duration> running =
                    live.stream().flatMap(record -> record.remaining().stream()).toList();
            if (waiting.isEmpty() && running.isEmpty()) {
                return Optional.empty();
            }
            List<OptionalDouble> works = waiting.stream().map(this::work).toList();
            if (works.stream().anyMatch(OptionalDouble::isEmpty)) {
                return Optional.empty();
            }
            double[] known =
                    works.stream().mapToDouble(OptionalDouble::getAsDouble).toArray();
            return cost.remaining(known, running, speed(), workers);
        }

        private OptionalDouble speed() {
            return measured.stream()
                    .map(one -> cost.speed(one.network(), one.record()))
                    .filter(OptionalDouble::isPresent)
                    .findFirst()
                    .orElse(OptionalDouble.empty());
        }

        /** Absent where nobody knows how many images there are, as in a folder of images that was never read. */
        private OptionalDouble work(NetworkDocument document) {
            DataChoice data = document.data();
            OptionalInt images = seen(data)
                    .or(() -> Catalog.entries().stream()
                            .filter(entry -> entry.name().equals(data.set()))
                            .map(CatalogEntry::train)
                            .findFirst())
                    .map(OptionalInt::of)
                    .orElse(data.trainImages());
            return images.isPresent()
                    ? OptionalDouble.of(cost.work(document, images.getAsInt()))
                    : OptionalDouble.empty();
        }

        /** What a run found that took all training images of the same place. */
        private Optional<Integer> seen(DataChoice data) {
            return measured.stream()
                    .filter(one -> one.network().data().set().equals(data.set()))
                    .filter(one -> one.network().data().path().equals(data.path()))
                    .filter(one -> one.network().data().trainImages().isEmpty())
                    .flatMap(one -> one.record().started().stream())
                    .map(TrainingEvent.Started::trainImages)
                    .findFirst();
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
        List<RunViewModel> live =
                runs.stream().filter(run -> run.phase().isLive()).toList();
        List<RunViewModel> order = new ArrayList<>(live);
        runs.stream().filter(run -> !live.contains(run)).forEach(order::add);
        List<Measured> measured = order.stream()
                .filter(run -> !run.record().epochs().isEmpty())
                .map(run -> new Measured(run.network(), run.record()))
                .toList();
        return new Basis(
                cost, documents, live.stream().map(RunViewModel::record).toList(), measured, places());
    }
}
