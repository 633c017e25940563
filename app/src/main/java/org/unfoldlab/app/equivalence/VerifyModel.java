package org.unfoldlab.app.equivalence;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.app.editor.Drawing;
import org.unfoldlab.model.equivalence.Alteration;
import org.unfoldlab.model.equivalence.EquivalenceReport;
import org.unfoldlab.model.equivalence.EquivalenceSettings;
import org.unfoldlab.model.equivalence.Finding;
import org.unfoldlab.model.equivalence.Push;
import org.unfoldlab.model.equivalence.Verdict;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.program.Counts;

/**
 * The check of the open network. Belongs to the screen's thread. What was found is forgotten as soon as the network or T
 * changes, so that no figure is ever shown beside a network that it does not belong to.
 */
public final class VerifyModel {
    private final Background background;
    private final DocumentViewModel document;
    private final Checker checker;
    private final ReadOnlyObjectWrapper<EquivalenceSettings> settings =
            new ReadOnlyObjectWrapper<>(EquivalenceSettings.USUAL);
    private final ReadOnlyObjectWrapper<BenchRecord> record = new ReadOnlyObjectWrapper<>(BenchRecord.EMPTY);
    private final ReadOnlyObjectWrapper<CheckPhase> phase = new ReadOnlyObjectWrapper<>(new CheckPhase.Idle());
    private final IntegerProperty trainingStep = new SimpleIntegerProperty();
    private OptionalInt chosenBatch = OptionalInt.empty();
    private Optional<Checker.Check> running = Optional.empty();
    private NetworkDocument checked;
    private long attempt;
    private long startedAt;

    public VerifyModel(Background background, DocumentViewModel document, Checker checker) {
        this.background = background;
        this.document = document;
        this.checker = checker;
        checked = experiment(document.document());
        document.documentProperty().subscribe(this::documentChanged);
        document.drawingProperty().subscribe(drawing -> fitBatch());
    }

    public ReadOnlyObjectProperty<EquivalenceSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public EquivalenceSettings settings() {
        return settings.get();
    }

    public ReadOnlyObjectProperty<BenchRecord> recordProperty() {
        return record.getReadOnlyProperty();
    }

    public BenchRecord record() {
        return record.get();
    }

    public ReadOnlyObjectProperty<CheckPhase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public CheckPhase phase() {
        return phase.get();
    }

    /** After how many training steps states are shown. */
    public IntegerProperty trainingStepProperty() {
        return trainingStep;
    }

    public DocumentViewModel document() {
        return document;
    }

    Background background() {
        return background;
    }

    /** Why nothing can be checked now; empty if something can. */
    public String blocked() {
        Drawing drawing = document.drawing();
        if (drawing.errors() > 0) {
            return "The network has problems. Repair them first: the button at the lower left lists them in Draw.";
        }
        return drawing.silent()
                ? "No signal yet at T = " + drawing.readoutTime() + ", so there is nothing to compare. Read out later."
                : "";
    }

    /** Changes precision, training steps or seed; what was found before is forgotten. */
    public void change(UnaryOperator<EquivalenceSettings> edit) {
        EquivalenceSettings changed = edit.apply(settings());
        if (!changed.equals(settings())) {
            settings.set(changed);
            forget();
        }
    }

    /** Compares so many images; absent for as many as are quick. */
    public void chooseBatch(OptionalInt images) {
        chosenBatch = images;
        fitBatch();
    }

    /** True if the number of images is left to the program. */
    public boolean isUsualBatch() {
        return chosenBatch.isEmpty();
    }

    private void fitBatch() {
        int images = chosenBatch.orElseGet(() -> document.drawing()
                .counts()
                .map(Counts::multiplyAdds)
                .map(EquivalenceSettings::usualBatch)
                .orElse(settings().batch()));
        if (images != settings().batch()) {
            change(now -> now.withBatch(images));
        }
    }

    /** Makes something different on purpose, or mends it, and checks again. */
    public void alter(UnaryOperator<Alteration> edit) {
        change(now -> now.withAlteration(edit.apply(now.alteration())));
        start();
    }

    /** Lets a step's copy move on its own, or ties it again. */
    public void toggleUntied(Step step) {
        alter(now -> {
            Set<Step> steps = new HashSet<>(now.untied());
            if (!steps.remove(step)) {
                steps.add(step);
            }
            return now.withUntied(steps);
        });
    }

    /** Pushes a weight of a step's copy, or takes the push back. */
    public void togglePush(Step step) {
        Optional<Push> push = Optional.of(new Push(step, Push.USUAL));
        alter(now -> now.withPush(now.push().equals(push) ? Optional.empty() : push));
    }

    /** Starts, or starts anew. */
    public void start() {
        if (!blocked().isEmpty()) {
            return;
        }
        forget();
        long mine = ++attempt;
        startedAt = System.nanoTime();
        NetworkDocument network = document.document();
        EquivalenceSettings now = settings();
        phase.set(new CheckPhase.Running("Starting both engines", 0.05));
        background.run(
                "Starting a check",
                () -> checker.start(network, now, new Listening(mine)),
                check -> {
                    if (mine == attempt && phase() instanceof CheckPhase.Running) {
                        running = Optional.of(check);
                    } else if (mine != attempt) {
                        check.cancel();
                    }
                },
                e -> ended(mine, "Nothing was compared", String.valueOf(e.getMessage())));
    }

    /** Ends a check that runs. */
    public void cancel() {
        if (phase() instanceof CheckPhase.Running) {
            forget();
        }
    }

    private void forget() {
        attempt++;
        running.ifPresent(Checker.Check::cancel);
        running = Optional.empty();
        record.set(BenchRecord.EMPTY);
        trainingStep.set(0);
        phase.set(new CheckPhase.Idle());
    }

    private void documentChanged() {
        NetworkDocument now = experiment(document.document());
        if (!now.equals(checked)) {
            checked = now;
            settings.set(settings().withAlteration(Alteration.NONE));
            forget();
        }
    }

    /** Without what no check depends on. */
    private static NetworkDocument experiment(NetworkDocument document) {
        return document.edit()
                .title("")
                .description("")
                .source("")
                .layout(Layout.EMPTY)
                .build();
    }

    /** Told from another thread; what belongs to an earlier attempt is dropped. */
    private final class Listening implements Checker.Listener {
        private final long mine;

        Listening(long mine) {
            this.mine = mine;
        }

        @Override
        public void found(Finding finding) {
            background.onScreen(() -> {
                if (mine == attempt) {
                    accept(finding);
                }
            });
        }

        @Override
        public void ended(int exitCode, String lastWords) {
            background.onScreen(() -> {
                if (mine == attempt && record().report().isEmpty()) {
                    String words = lastWords.isEmpty()
                            ? "The checking process ended with code " + exitCode + ". The network is safe; check again."
                            : lastWords;
                    VerifyModel.this.ended(mine, "Nothing was compared", words);
                }
            });
        }
    }

    private void accept(Finding finding) {
        record.set(record().with(finding));
        if (finding instanceof Finding.Finished finished) {
            running = Optional.empty();
            trainingStep.set(firstOf(finished.report()));
            phase.set(new CheckPhase.Done((System.nanoTime() - startedAt) / 1e9));
        } else {
            phase.set(progress(finding));
        }
    }

    /** After how many training steps the first difference shows. */
    private static int firstOf(EquivalenceReport report) {
        if (report.verdict() instanceof Verdict.Different different
                && different.first() instanceof Verdict.OfState place) {
            return place.trainingSteps();
        }
        return 0;
    }

    private CheckPhase progress(Finding finding) {
        int steps = settings().trainingSteps();
        if (finding instanceof Finding.Built built) {
            return new CheckPhase.Running("Running " + built.layers() + " layers both ways", 0.15);
        }
        if (finding instanceof Finding.Trained trained) {
            double share = 0.3 + 0.65 * trained.trainingSteps() / Math.max(1, steps);
            return new CheckPhase.Running("Training step " + trained.trainingSteps() + " of " + steps, share);
        }
        return new CheckPhase.Running(steps > 0 ? "Training step 0 of " + steps : "Comparing", 0.3);
    }

    private void ended(long mine, String headline, String words) {
        if (mine == attempt) {
            running = Optional.empty();
            phase.set(new CheckPhase.Ended(headline, words));
        }
    }

    /** The words for what was altered; empty when nothing was. */
    public List<String> alterations() {
        return settings().alteration().words();
    }
}
