package org.unfoldlab.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.unfoldlab.app.Background;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.RunRecord;

/**
 * The runs of this window: one may train, any may be looked at. Belongs to the screen's thread; workers are started in
 * the background.
 */
public final class RunsViewModel {
    private final Background background;
    private final Worker.Starter starter;
    private final Path home;
    private final ObservableList<RunViewModel> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<RunViewModel>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private Consumer<RunViewModel> onInterrupted = run -> {};

    /**
     * @param starter starts workers
     * @param home the folder that run folders lie in
     */
    public RunsViewModel(Background background, Worker.Starter starter, Path home) {
        this.background = background;
        this.starter = starter;
        this.home = home;
    }

    /** All runs, the newest first. */
    public ObservableList<RunViewModel> runs() {
        return FXCollections.unmodifiableObservableList(runs);
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

    /** Told when a worker dies, or training ends with an error. */
    public void setOnInterrupted(Consumer<RunViewModel> action) {
        onInterrupted = action;
    }

    public void choose(RunViewModel run) {
        chosen.set(Optional.of(run));
        changed();
    }

    /** The run that trains now, or is about to. */
    public Optional<RunViewModel> live() {
        return runs.stream().filter(run -> run.phase().isLive()).findFirst();
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
        int number = runs.stream().mapToInt(RunViewModel::number).max().orElse(0) + 1;
        RunViewModel run = new RunViewModel(number, RunFolders.fresh(home, network, number), network, RunRecord.EMPTY);
        runs.add(0, run);
        choose(run);
        start(run, Optional.of(network));
    }

    /** Adds a run that another start of the program left behind. */
    public void add(Path folder, NetworkDocument network, RunRecord known) {
        int number = runs.stream().mapToInt(RunViewModel::number).max().orElse(0) + 1;
        RunViewModel run = new RunViewModel(number, folder, network, known);
        run.shownProperty().set(false);
        run.shownProperty().subscribe(this::changed);
        runs.add(0, run);
        changed();
    }

    /** Goes on with a run from its last checkpoint. */
    public void resume(RunViewModel run) {
        if (live().isEmpty() && run.phase().isResumable()) {
            choose(run);
            start(run, Optional.empty());
        }
    }

    /** Asks the live run for something; does nothing without one. */
    public void tell(Worker.Order order) {
        live().ifPresent(run -> run.tell(order));
        changed();
    }

    /** Brings what is new to the screen. */
    public void poll() {
        boolean news = false;
        for (RunViewModel run : List.copyOf(runs)) {
            boolean lived = run.phase().isLive();
            news |= run.poll();
            if (lived && isTrouble(run.phase())) {
                onInterrupted.accept(run);
            }
        }
        if (news) {
            changed();
        }
    }

    private static boolean isTrouble(Phase phase) {
        return phase == Phase.LOST || phase == Phase.FAILED || phase == Phase.DIVERGED;
    }

    private void start(RunViewModel run, Optional<NetworkDocument> network) {
        run.starting();
        run.shownProperty().subscribe(this::changed);
        Callable<Worker> work = () -> starter.start(run.folder(), network, run.listener());
        background.run("Starting a worker", work, run::attach, e -> {
            run.failedToStart(e instanceof IOException ? String.valueOf(e.getMessage()) : e.toString());
            onInterrupted.accept(run);
            changed();
        });
        changed();
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
