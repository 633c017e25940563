package org.unfoldlab.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.unfoldlab.app.Background;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.store.RunFolder;
import org.unfoldlab.model.store.RunLabel;
import org.unfoldlab.model.store.RunLabels;

/**
 * The runs of this window: one may train, others may wait for it, any may be looked at. Belongs to the screen's thread;
 * workers are started in the background.
 */
public final class RunsViewModel {
    private static final int COLOURS = 5;

    private final Background background;
    private final Worker.Starter starter;
    private final Set<RunViewModel> looking = new HashSet<>();
    private final TrainingQueue queue = new TrainingQueue();
    private final RunShelf shelf = new RunShelf();
    private final ObservableList<RunViewModel> runs = shelf.runs();
    private final ReadOnlyObjectWrapper<Optional<RunViewModel>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final BooleanProperty comparing = new SimpleBooleanProperty();
    private final BooleanProperty averaging = new SimpleBooleanProperty();
    private Path home;
    private Consumer<RunViewModel> onInterrupted = run -> {};
    private Consumer<String> onTrouble = sentence -> {};
    private Optional<Runnable> whenIdle = Optional.empty();
    private Optional<RunViewModel> lastStarted = Optional.empty();

    /**
     * @param starter starts workers
     * @param home the folder that run folders lie in
     */
    public RunsViewModel(Background background, Worker.Starter starter, Path home) {
        this.background = background;
        this.starter = starter;
        this.home = home;
        comparing.subscribe(this::changed);
        averaging.subscribe(this::changed);
    }

    /** All runs, the newest first; numbers go by when this window first saw a run. */
    public ObservableList<RunViewModel> runs() {
        return FXCollections.unmodifiableObservableList(runs);
    }

    /** The runs that wait for their turn. */
    public TrainingQueue queue() {
        return queue;
    }

    /** The folder that new runs go to. */
    public Path home() {
        return home;
    }

    /** The run in focus, if there is one. */
    public ReadOnlyObjectProperty<Optional<RunViewModel>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public Optional<RunViewModel> chosen() {
        return chosen.get();
    }

    /** Changes whenever anything of any run does, so that a view can follow all of them by one subscription. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** True while the ticked runs are compared in a table in place of the plots. */
    public BooleanProperty comparingProperty() {
        return comparing;
    }

    /** True to draw finished runs that differ by nothing but their seed as their mean and spread. */
    public BooleanProperty averagingProperty() {
        return averaging;
    }

    /** Told when a worker dies, or training ends with an error. */
    public void setOnInterrupted(Consumer<RunViewModel> action) {
        onInterrupted = action;
    }

    /** Told what could not be read or written, in a sentence. */
    public void setOnTrouble(Consumer<String> action) {
        onTrouble = action;
    }

    public void choose(RunViewModel run) {
        chosen.set(Optional.of(run));
        changed();
    }

    /** The run that trains now, or is about to; the chosen one, if several do. */
    public Optional<RunViewModel> live() {
        List<RunViewModel> live = allLive();
        return chosen().filter(live::contains).or(() -> live.stream().findFirst());
    }

    /** All runs that train now, or are about to. */
    public List<RunViewModel> allLive() {
        return runs.stream().filter(run -> run.phase().isLive()).toList();
    }

    /** Runs that are ticked, and the chosen one. */
    public List<RunViewModel> shown() {
        return runs.stream()
                .filter(run -> run.shownProperty().get() || chosen().equals(Optional.of(run)))
                .toList();
    }

    /** Trains a network in a new run, unless one trains already. */
    public void train(NetworkDocument network) {
        if (live().isPresent()) {
            return;
        }
        int number = shelf.nextNumber();
        RunViewModel run = new RunViewModel(number, RunFolders.fresh(home, network, number), network, RunRecord.EMPTY);
        run.setLabel(RunLabel.NONE.withColour((number - 1) % COLOURS + 1));
        include(run);
        choose(run);
        start(run);
    }

    /** Ends the run that trains, if one does, keeping it, and trains a network from its start in a new run. */
    public void startOver(NetworkDocument network) {
        if (live().isEmpty()) {
            train(network);
            return;
        }
        whenIdle = Optional.of(() -> train(network));
        allLive().forEach(run -> run.tell(Worker.Order.STOP));
        tell(Worker.Order.STOP);
    }

    /** Adds runs that their folders tell of, each between those that are older and those that are newer. */
    public void add(List<RunArchive.Found> oldestFirst) {
        shelf.add(oldestFirst).forEach(this::watch);
        changed();
    }

    /**
     * Lets runs wait for their turn, in this order; the first starts at once if nothing trains.
     *
     * @param ticked true to draw them as they train
     */
    public void enqueue(List<RunArchive.Waiting> waiting, boolean ticked) {
        for (RunArchive.Waiting next : waiting) {
            RunViewModel run = find(next.folder()).orElseGet(() -> planned(next, ticked));
            if (!run.phase().isTraining() && queue.placeOf(run) == 0) {
                queue.add(run);
            }
        }
        goOn();
        estimateAgain();
        changed();
    }

    private RunViewModel planned(RunArchive.Waiting next, boolean ticked) {
        int number = shelf.nextNumber();
        RunViewModel run = new RunViewModel(number, next.folder(), next.network(), RunRecord.EMPTY);
        run.setLabel(RunLabel.NONE.withName(next.name()).withColour((number - 1) % COLOURS + 1));
        run.setSweep(Optional.of(next.sweep()));
        run.shownProperty().set(ticked);
        include(run);
        return run;
    }

    /** From now on, runs of the queue are spread over these devices; see {@link TrainingQueue#setDevices}. */
    public void spreadQueueOver(List<String> devices) {
        queue.setDevices(devices);
        goOn();
    }

    /** Starts nothing more, or goes on with the queue; the run that trains is left alone. */
    public void setQueuePaused(boolean paused) {
        queue.setPaused(paused);
        goOn();
        changed();
    }

    /** Gives the waiting runs up. Those that were never begun leave the list. */
    public void clearQueue() {
        for (RunViewModel run : queue.waiting()) {
            leaveQueue(run);
        }
        changed();
    }

    /** Gives one waiting run up; one whose turn has come meanwhile goes on. */
    public void leaveQueue(RunViewModel run) {
        if (queue.placeOf(run) == 0) {
            return;
        }
        queue.remove(run);
        run.giveUpTurn();
        if (run.record().started().isEmpty()) {
            remove(run);
        }
        estimateAgain();
        changed();
    }

    /** The run in a folder, if it is one of these. */
    public Optional<RunViewModel> find(Path folder) {
        return shelf.find(folder);
    }

    /** Runs that stand under this one. */
    public List<RunViewModel> below(RunViewModel run) {
        return shelf.below(run);
    }

    /**
     * Puts a run back to its place in the list, after it was taken away.
     *
     * @param below what stood under it
     */
    public void putBack(RunViewModel run, List<RunViewModel> below) {
        shelf.putBack(run, below);
        changed();
    }

    /** Takes a run from the list; its folder stays. */
    public void remove(RunViewModel run) {
        runs.remove(run);
        if (chosen().equals(Optional.of(run))) {
            chosen.set(live().or(() -> runs.stream().findFirst()));
        }
        changed();
    }

    /** Works with another folder: its runs take the place of those that do not train. */
    public void moveTo(Path folder) {
        home = folder;
        queue.waiting().forEach(queue::remove);
        runs.removeIf(run -> !run.phase().isLive());
        chosen.set(live());
        changed();
    }

    /** Looks how far the runs are that train elsewhere; what ended there can be gone on with here. */
    public void followOthers() {
        runs.stream().filter(run -> run.phase() == Phase.ELSEWHERE).toList().forEach(this::lookAgain);
    }

    /** Reads a run's folder again. */
    public void lookAgain(RunViewModel run) {
        if (!looking.add(run)) {
            return;
        }
        background.run(
                "Reading a run again",
                () -> RunArchive.read(run.folder(), 1).found(),
                found -> {
                    looking.remove(run);
                    found.forEach(now -> run.follow(now.record(), now.training()));
                    changed();
                },
                e -> looking.remove(run));
    }

    /** Changes what is said about a run, and writes it into its folder soon. */
    public void relabel(RunViewModel run, UnaryOperator<RunLabel> change) {
        RunLabel now = change.apply(run.label());
        if (!now.equals(run.label())) {
            run.setLabel(now);
            writeLabel(run);
            changed();
        }
    }

    /** A run that has not begun has no folder yet; its label is written when it begins. */
    private void writeLabel(RunViewModel run) {
        RunLabel label = run.label();
        Callable<Boolean> work = () -> {
            boolean there = RunFolder.isRun(run.folder());
            if (there) {
                RunLabels.write(run.folder(), label);
            }
            return there;
        };
        background.run("Writing a label", work, written -> {}, e -> onTrouble.accept(String.valueOf(e.getMessage())));
    }

    /** Goes on with a run from its last checkpoint. */
    public void resume(RunViewModel run) {
        resume(run, List.of());
    }

    /** The same with more to say to its worker, e.g. {@code --device cpu}. */
    public void resume(RunViewModel run, List<String> options) {
        if (live().isEmpty() && run.phase().isResumable()) {
            run.setOptions(options);
            choose(run);
            start(run);
        }
    }

    /** Asks the live run for something; does nothing without one. Who stops a run wants no other to start. */
    public void tell(Worker.Order order) {
        if (order == Worker.Order.STOP && live().isPresent() && !queue.waiting().isEmpty()) {
            queue.setPaused(true);
        }
        live().ifPresent(run -> run.tell(order));
        changed();
    }

    /** Brings what is new to the screen. */
    public void poll() {
        boolean news = false;
        for (RunViewModel run : List.copyOf(runs)) {
            news |= poll(run);
        }
        if (news) {
            goOn();
            changed();
        }
    }

    private boolean poll(RunViewModel run) {
        Phase before = run.phase();
        boolean begun = run.record().started().isPresent();
        int epochs = run.record().epochsDone();
        boolean news = run.poll();
        if (!begun && run.record().started().isPresent()) {
            writeLabel(run);
        }
        if (before.isLive() && run.phase().isTrouble()) {
            onInterrupted.accept(run);
        }
        if (run.record().epochsDone() != epochs || before != run.phase()) {
            estimateAgain();
        }
        return news;
    }

    /** Starts what is next where there is a place. Who looks at another run than the last one is not drawn from it. */
    private void goOn() {
        if (whenIdle.isPresent()) {
            if (live().isEmpty()) {
                Runnable first = whenIdle.get();
                whenIdle = Optional.empty();
                first.run();
            }
            return;
        }
        for (var next = queue.takeNext(allLive()); next.isPresent(); next = queue.takeNext(allLive())) {
            boolean followed = chosen().isEmpty() || chosen().equals(lastStarted);
            start(next.get());
            if (followed) {
                choose(next.get());
            }
        }
    }

    private void estimateAgain() {
        if (queue.waiting().isEmpty()) {
            queue.setEstimate(Optional.empty());
            return;
        }
        TrainingQueue.Basis basis = queue.basis(runs);
        background.run("Estimating", basis::estimate, estimate -> {
            queue.setEstimate(estimate);
            changed();
        });
    }

    private void include(RunViewModel run) {
        runs.add(0, run);
        watch(run);
    }

    private void watch(RunViewModel run) {
        run.shownProperty().subscribe(this::changed);
    }

    /** Trains what was never begun, goes on with what was. */
    private void start(RunViewModel run) {
        boolean begun = run.record().started().isPresent();
        run.starting();
        lastStarted = Optional.of(run);
        Worker.Starter told = starter.with(run.takeOptions());
        Callable<Worker> work =
                () -> told.start(run.folder(), begun ? Optional.empty() : Optional.of(run.network()), run.listener());
        background.run("Starting a worker", work, run::attach, e -> {
            run.failedToStart(e instanceof IOException ? String.valueOf(e.getMessage()) : e.toString());
            onInterrupted.accept(run);
            goOn();
            changed();
        });
        changed();
    }

    private void changed() {
        SeedMeans.mark(runs, averaging.get());
        revision.set(revision.get() + 1);
    }
}
