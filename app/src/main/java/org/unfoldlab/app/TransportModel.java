package org.unfoldlab.app;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.app.runs.Phase;
import org.unfoldlab.app.runs.RunPictures;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.app.runs.RunWords;
import org.unfoldlab.app.runs.RunsViewModel;
import org.unfoldlab.app.shell.ErrorWords;
import org.unfoldlab.app.shell.TransportState;
import org.unfoldlab.app.shell.TransportState.Action;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.viz.unrolled.ReadoutErrors;

/** What the transport says: of the run that trains, else of the chosen one; and the error at T. */
public final class TransportModel {
    private final DocumentViewModel document;
    private final RunsViewModel runs;
    private final ReadOnlyObjectWrapper<TransportState> state =
            new ReadOnlyObjectWrapper<>(new TransportState(Action.TRAIN, "Ready", ""));
    private final ReadOnlyObjectWrapper<ReadoutErrors> readoutErrors = new ReadOnlyObjectWrapper<>(ReadoutErrors.NONE);
    private final ReadOnlyObjectWrapper<ErrorWords> error = new ReadOnlyObjectWrapper<>(ErrorWords.NOT_TRAINED);

    TransportModel(DocumentViewModel document, RunsViewModel runs) {
        this.document = document;
        this.runs = runs;
        runs.revisionProperty().subscribe(this::refresh);
        document.documentProperty().subscribe(this::refresh);
    }

    public ReadOnlyObjectProperty<TransportState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ErrorWords> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Test errors of the chosen run by readout time, for the ledger. */
    public ReadOnlyObjectProperty<ReadoutErrors> readoutErrorsProperty() {
        return readoutErrors.getReadOnlyProperty();
    }

    private void refresh() {
        state.set(runs.live().map(this::ofLive).orElseGet(this::ofIdle));
        readoutErrors.set(runs.chosen().map(RunPictures::errorsByTime).orElse(ReadoutErrors.NONE));
        error.set(runs.chosen().map(this::errorOf).orElse(ErrorWords.NOT_TRAINED));
    }

    /** Editing while a run trains never touches that run, and the transport says so. */
    private TransportState ofLive(RunViewModel run) {
        Action action = run.phase() == Phase.PAUSED ? Action.CONTINUE : Action.PAUSE;
        String changed = sameNetwork(run.network(), document.document()) ? "" : " · " + changedSince(run);
        return new TransportState(action, RunWords.headline(run), RunWords.detail(run) + changed);
    }

    private static String changedSince(RunViewModel run) {
        return "changed since run " + run.number();
    }

    private TransportState ofIdle() {
        NetworkDocument now = document.document();
        String plan = now.training().epochs() + " epochs on " + now.data().set() + " · seed "
                + now.training().seed();
        Optional<RunViewModel> run = runs.chosen();
        if (run.isEmpty()) {
            return new TransportState(Action.TRAIN, "Ready", plan);
        }
        boolean changed = !sameExperiment(run.get().network(), now);
        return changed
                ? new TransportState(
                        Action.TRAIN,
                        "Ready",
                        changedSince(run.get()) + " · seed " + now.training().seed())
                : new TransportState(Action.TRAIN, RunWords.headline(run.get()), RunWords.detail(run.get()));
    }

    private ErrorWords errorOf(RunViewModel run) {
        NetworkDocument now = document.document();
        if (run.record().epochs().isEmpty()) {
            return new ErrorWords("", run.phase().isTraining() ? "not measured yet" : "not trained");
        }
        Optional<ReadoutPoint> point = RunWords.at(run.record(), now.readout().time());
        if (point.isEmpty()) {
            return new ErrorWords("", "not measured");
        }
        if (point.get() instanceof ReadoutPoint.NoSignal) {
            return ErrorWords.NO_SIGNAL;
        }
        OptionalDouble wrong = point.get().error();
        String whose = sameNetwork(run.network(), now) ? "error" : "error in run " + run.number();
        return wrong.isPresent() ? new ErrorWords(RunWords.percent(wrong), whose) : new ErrorWords("", "no answer");
    }

    /** True if training now would repeat the run. */
    private static boolean sameExperiment(NetworkDocument ran, NetworkDocument now) {
        return atRest(ran).equals(atRest(now));
    }

    /** The same but for T, which is only where we look. */
    private static boolean sameNetwork(NetworkDocument ran, NetworkDocument now) {
        return atRest(now).edit().readout(ran.readout()).build().equals(atRest(ran));
    }

    /** Without what is no part of the experiment. */
    private static NetworkDocument atRest(NetworkDocument document) {
        return document.edit()
                .title("")
                .description("")
                .source("")
                .layout(org.unfoldlab.model.graph.Layout.EMPTY)
                .build();
    }
}
