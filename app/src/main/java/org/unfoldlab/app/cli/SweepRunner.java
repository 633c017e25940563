package org.unfoldlab.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.unfoldlab.app.runs.Worker;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.RunFolder;
import org.unfoldlab.model.store.RunLabel;
import org.unfoldlab.model.store.RunLabels;
import org.unfoldlab.model.store.StoreException;
import org.unfoldlab.model.store.SweepFolder;
import org.unfoldlab.model.sweep.PlannedRun;
import org.unfoldlab.model.sweep.Sweep;
import org.unfoldlab.model.sweep.SweepQueue;
import org.unfoldlab.model.sweep.SweepQueue.State;

/*
 * Workers tell what happens on threads of their own; everything that they tell goes through one queue to the thread
 * that called run(), so that nothing here is shared.
 */
/** Works through a sweep with workers in processes of their own, until all is done or it is told to stop. */
final class SweepRunner {
    private final SweepFolder folder;
    private final Sweep sweep;
    private final Map<String, PlannedRun> runs = new HashMap<>();
    private final Map<String, Path> folders = new HashMap<>();
    private final Map<String, RunRecord> records = new HashMap<>();
    private final Map<String, Worker> workers = new HashMap<>();
    private final Map<String, Worker.Starter> occupied = new HashMap<>();
    private final Deque<Worker.Starter> free;
    private final SweepView view;
    private final BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();
    private SweepQueue queue;

    /** What reaches the calling thread. */
    private sealed interface Happening {
        record Told(String key, TrainingEvent event) implements Happening {}

        record Ended(String key, Worker.Ending how) implements Happening {}

        record StopAsked() implements Happening {}
    }

    /**
     * Gets ready.
     *
     * @param sweep the plan, which is put into the folder
     * @param planned those of its runs that can be trained
     * @param starters one for each run that may train at once
     */
    SweepRunner(
            SweepFolder folder, Sweep sweep, List<PlannedRun> planned, List<Worker.Starter> starters, SweepView view) {
        this.folder = folder;
        this.sweep = sweep;
        this.view = view;
        this.free = new ArrayDeque<>(starters);
        List<SweepQueue.Entry> entries = new ArrayList<>();
        for (PlannedRun run : planned) {
            String key = NetworkFiles.specHash(run.document());
            runs.put(key, run);
            entries.add(new SweepQueue.Entry(key, State.WAITING));
        }
        queue = new SweepQueue(entries, starters.size(), false);
    }

    /** Asks for an end: what trains writes a checkpoint. On any thread. */
    void stop() {
        happenings.add(new Happening.StopAsked());
    }

    /**
     * Trains what is left.
     *
     * @return false when a run failed
     * @throws StoreException when the folder cannot be used, or another process works through it
     */
    boolean run() throws StoreException {
        try (Holding held = new Holding(folder.hold())) {
            folder.put(sweep);
            rememberWhatIsDone();
            view.open(records(), queue);
            while (true) {
                startWhatMay();
                if (queue.isOver()) {
                    break;
                }
                handle(happenings.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        view.close(records(), queue);
        return queue.count(State.FAILED) == 0;
    }

    /** A lock that lets go without complaint. */
    private record Holding(AutoCloseable lock) implements AutoCloseable {
        @Override
        public void close() throws StoreException {
            try {
                lock.close();
            } catch (Exception e) {
                throw new StoreException("The lock of the sweep cannot be let go of: " + e.getMessage() + ".", e);
            }
        }
    }

    private void rememberWhatIsDone() throws StoreException {
        for (Map.Entry<String, Path> known : folder.runs().entrySet()) {
            if (runs.containsKey(known.getKey())) {
                RunRecord record = RunFolder.open(known.getValue()).record();
                folders.put(known.getKey(), known.getValue());
                records.put(known.getKey(), record);
                queue = queue.with(known.getKey(), SweepFolder.state(record));
            }
        }
    }

    private void startWhatMay() {
        for (String key : queue.startable()) {
            Worker.Starter place = free.pop();
            occupied.put(key, place);
            queue = queue.with(key, State.RUNNING);
            try {
                workers.put(key, start(key, place));
            } catch (IOException e) {
                end(key, State.FAILED, String.valueOf(e.getMessage()));
            }
        }
    }

    private Worker start(String key, Worker.Starter place) throws IOException {
        PlannedRun run = planned(key);
        Path known = folders.get(key);
        Path where = known == null ? folder.fresh(run) : known;
        folders.put(key, where);
        return place.start(where, known == null ? Optional.of(run.document()) : Optional.empty(), listener(key));
    }

    private Worker.Listener listener(String key) {
        return new Worker.Listener() {
            @Override
            public void event(TrainingEvent event) {
                happenings.add(new Happening.Told(key, event));
            }

            @Override
            public void ended(Worker.Ending ending) {
                happenings.add(new Happening.Ended(key, ending));
            }
        };
    }

    private void handle(Happening happening) {
        if (happening instanceof Happening.Told told) {
            fold(told.key(), told.event());
        } else if (happening instanceof Happening.Ended ended) {
            ended(ended.key(), ended.how());
        } else {
            queue = queue.withPaused(true);
            workers.values().forEach(worker -> worker.tell(Worker.Order.STOP));
        }
    }

    private void fold(String key, TrainingEvent event) {
        records.put(key, record(key).with(event));
        if (event instanceof TrainingEvent.Started) {
            label(key);
        }
        view.show(planned(key), event, records(), queue);
    }

    /** The run's name, unless it has one already. A label is a comfort: without it the run is as good. */
    private void label(String key) {
        Path where = Objects.requireNonNull(folders.get(key));
        RunLabel label = RunLabels.read(where);
        if (label.name().isEmpty()) {
            try {
                RunLabels.write(where, label.withName(planned(key).name()));
            } catch (StoreException e) {
                view.note(String.valueOf(e.getMessage()));
            }
        }
    }

    private void ended(String key, Worker.Ending how) {
        Optional<StopReason> reason = record(key).stopped();
        if (reason.isPresent() && reason.get() instanceof StopReason.Completed) {
            end(key, State.FINISHED, "");
        } else if (queue.paused()) {
            end(key, State.WAITING, "");
        } else {
            end(key, State.FAILED, reason.flatMap(StopWords::trouble).orElse(how.words()));
        }
    }

    private void end(String key, State state, String trouble) {
        workers.remove(key);
        free.push(Objects.requireNonNull(occupied.remove(key)));
        queue = queue.with(key, state);
        view.ended(planned(key), trouble, records(), queue);
    }

    private PlannedRun planned(String key) {
        return Objects.requireNonNull(runs.get(key));
    }

    private RunRecord record(String key) {
        return records.getOrDefault(key, RunRecord.EMPTY);
    }

    /** What is known of each run, by its number. */
    private Map<Integer, RunRecord> records() {
        Map<Integer, RunRecord> byNumber = new HashMap<>();
        records.forEach((key, record) -> byNumber.put(planned(key).number(), record));
        return byNumber;
    }
}
