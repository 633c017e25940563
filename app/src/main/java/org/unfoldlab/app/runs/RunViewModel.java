package org.unfoldlab.app.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.Latest;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.RunFolder;
import org.unfoldlab.model.store.RunLabel;
import org.unfoldlab.model.train.WorkerCommand;

/**
 * One run. Events are folded on the worker's thread and left in a slot; {@link #poll()} brings the newest record to the
 * screen, as often as the screen likes, so that neither ever waits for the other.
 */
public final class RunViewModel {
    private final int number;
    private final Path folder;
    private final NetworkDocument network;
    private final ReadOnlyObjectWrapper<RunRecord> record = new ReadOnlyObjectWrapper<>(RunRecord.EMPTY);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.STARTING);
    private final ReadOnlyObjectWrapper<RunLabel> label = new ReadOnlyObjectWrapper<>(RunLabel.NONE);
    private final BooleanProperty shown = new SimpleBooleanProperty(true);
    private Optional<Path> sweep = Optional.empty();
    private boolean averaged;
    private final AtomicReference<RunRecord> folded;
    private final Latest<RunRecord> newest = new Latest<>();
    private final Latest<Worker.Ending> endings = new Latest<>();
    private Optional<Worker> worker = Optional.empty();
    private Optional<Worker.Ending> ending = Optional.empty();
    private boolean stopAsked;
    private List<String> options = List.of();
    private Optional<String> place = Optional.empty();

    /**
     * @param number from 1; decides colour and dash
     * @param network what it trains, which later edits never touch
     * @param known what its folder says so far
     */
    RunViewModel(int number, Path folder, NetworkDocument network, RunRecord known) {
        this.number = number;
        this.folder = folder;
        this.network = network;
        this.folded = new AtomicReference<>(known);
        record.set(known);
        phase.set(known.stopped().map(RunViewModel::phaseOf).orElse(Phase.LOST));
    }

    /** A run as its folder tells it, numbered as it is shown. */
    public static RunViewModel archived(int number, RunArchive.Found found) {
        RunViewModel run = new RunViewModel(number, found.folder(), found.network(), found.record());
        run.setLabel(found.label());
        if (found.record().stopped().isEmpty() && new RunFolder(found.folder()).isTraining()) {
            run.phase.set(Phase.TRAINING);
        }
        return run;
    }

    public int number() {
        return number;
    }

    public Path folder() {
        return folder;
    }

    public NetworkDocument network() {
        return network;
    }

    /** What people say about it. */
    public RunLabel label() {
        return label.get();
    }

    public ReadOnlyObjectProperty<RunLabel> labelProperty() {
        return label.getReadOnlyProperty();
    }

    void setLabel(RunLabel now) {
        label.set(now);
    }

    /** Its given name, else its network's title. */
    public String name() {
        return label().name().orElse(network.title());
    }

    /** Number of its colour and dash: the one that was chosen for it, else its own number. */
    public int colour() {
        return label().colour().orElse(number);
    }

    /** T that it was trained at. */
    public int trainedTime() {
        return record().started()
                .map(TrainingEvent.Started::readoutTime)
                .orElse(network.readout().time());
    }

    public RunRecord record() {
        return record.get();
    }

    public ReadOnlyObjectProperty<RunRecord> recordProperty() {
        return record.getReadOnlyProperty();
    }

    public Phase phase() {
        return phase.get();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** True if it is ticked: drawn in plots. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** The sweep's folder, if it belongs to one. */
    public Optional<Path> sweep() {
        return sweep;
    }

    void setSweep(Optional<Path> folder) {
        sweep = folder;
    }

    /** True if it is drawn by the mean of the runs that differ from it by nothing but their seed. */
    boolean isAveraged() {
        return averaged;
    }

    void setAveraged(boolean byMean) {
        averaged = byMean;
    }

    /** What it trains, whatever the seed: equal for repetitions of one experiment. */
    NetworkDocument condition() {
        return network.edit()
                .title("")
                .description("")
                .source("")
                .layout(Layout.EMPTY)
                .training(network.training().withSeed(0))
                .build();
    }

    /** What its folder said last, and whether another process trains it. */
    void follow(RunRecord now, boolean trainedElsewhere) {
        if (phase().isLive() || phase() == Phase.QUEUED) {
            return;
        }
        reload(now);
        Phase atRest = phaseAtRest();
        if (trainedElsewhere && atRest.isResumable()) { // who holds the folder of a finished run only tests it
            phase.set(Phase.ELSEWHERE);
        } else if (phase() == Phase.ELSEWHERE) {
            phase.set(atRest);
        }
    }

    private Phase phaseAtRest() {
        return record().stopped().map(RunViewModel::phaseOf).orElse(Phase.LOST);
    }

    /** Puts it into the queue: it will begin, or go on, when its turn comes. */
    void waitForTurn() {
        phase.set(Phase.QUEUED);
    }

    /** Takes it out of the queue again. */
    void giveUpTurn() {
        phase.set(phaseAtRest());
    }

    /** How its worker went, if it went without saying why. */
    public Optional<Worker.Ending> ending() {
        return ending;
    }

    /** What a worker tells, folded on its own thread. */
    Worker.Listener listener() {
        return new Worker.Listener() {
            @Override
            public void event(TrainingEvent event) {
                newest.offer(folded.updateAndGet(before -> before.with(event)));
            }

            @Override
            public void ended(Worker.Ending how) {
                endings.offer(how);
            }
        };
    }

    /** What its worker is told beside what to train; for the next start only. */
    void setOptions(List<String> said) {
        options = said;
    }

    /** Gives it a device of its own for its next training. */
    void place(String device) {
        place = Optional.of(device);
        setOptions(List.of("--device", device));
    }

    /** The device that it was given; empty where it computes where new runs do. */
    Optional<String> placed() {
        return place;
    }

    List<String> takeOptions() {
        List<String> said = options;
        options = List.of();
        return said;
    }

    /** Where it computed last, e.g. {@code CPU} or {@code cuda:0}; empty before it began. */
    public Optional<String> device() {
        return record().started().map(begun -> begun.provenance().device());
    }

    void starting() {
        stopAsked = false;
        ending = Optional.empty();
        phase.set(Phase.STARTING);
    }

    void attach(Worker live) {
        worker = Optional.of(live);
        if (stopAsked) {
            live.tell(Worker.Order.STOP);
        }
    }

    void tell(Worker.Order order) {
        if (order == Worker.Order.STOP) {
            stopAsked = true;
            phase.set(Phase.STOPPING);
        }
        worker.ifPresent(live -> live.tell(order));
    }

    /** Tells its worker something else; nothing happens without one. */
    void tell(WorkerCommand command) {
        worker.ifPresent(live -> live.tell(command));
    }

    /** Takes in what was measured of it while it does not train. */
    void reload(RunRecord now) {
        if (!phase().isLive()) {
            folded.set(now);
            record.set(now);
        }
    }

    /** The worker could not be started at all. */
    void failedToStart(String sentence) {
        ending = Optional.of(new Worker.Ending(1, sentence));
        phase.set(Phase.FAILED);
    }

    /** Brings what is new to the screen. True if anything was. */
    boolean poll() {
        Optional<Worker.Ending> gone = endings.poll();
        Optional<RunRecord> next = newest.poll();
        next.ifPresent(this::show);
        gone.ifPresent(this::close);
        return next.isPresent() || gone.isPresent();
    }

    private void show(RunRecord next) {
        record.set(next);
        switch (next.state()) {
            case WAITING -> {}
            case RUNNING -> phase.set(stopAsked ? Phase.STOPPING : Phase.TRAINING);
            case PAUSED -> phase.set(stopAsked ? Phase.STOPPING : Phase.PAUSED);
            case STOPPED -> phase.set(phaseOf(next.stopped().orElseThrow()));
        }
    }

    private void close(Worker.Ending how) {
        worker = Optional.empty();
        if (phase().isLive()) {
            ending = Optional.of(how);
            phase.set(how.lastWords().isEmpty() || how.exitCode() > 128 ? Phase.LOST : Phase.FAILED);
        }
    }

    private static Phase phaseOf(StopReason reason) {
        if (reason instanceof StopReason.Completed) {
            return Phase.FINISHED;
        }
        if (reason instanceof StopReason.StoppedByUser) {
            return Phase.STOPPED;
        }
        return reason instanceof StopReason.Diverged ? Phase.DIVERGED : Phase.FAILED;
    }
}
