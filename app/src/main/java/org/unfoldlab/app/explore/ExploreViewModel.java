package org.unfoldlab.app.explore;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.app.explore.ExploreState.Lost;
import org.unfoldlab.app.explore.ExploreState.NothingTrained;
import org.unfoldlab.app.explore.ExploreState.Open;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.app.runs.RunsViewModel;
import org.unfoldlab.datasets.ImageShape;
import org.unfoldlab.model.explore.ExploreAnswer;
import org.unfoldlab.model.explore.ExploreAnswer.Picture;
import org.unfoldlab.model.explore.ExploreAnswer.Ready;
import org.unfoldlab.model.explore.ExploreQuestion;
import org.unfoldlab.model.explore.Spoiling;
import org.unfoldlab.model.result.TrainingEvent.CheckpointWritten;
import org.unfoldlab.viz.explore.ThoughtScene;
import org.unfoldlab.viz.graph.StateChannel;

/**
 * What Explore shows: a run, an image, how it is spoilt, what the network thinks of it. Belongs to the screen's thread;
 * everything that takes time is asked of another process.
 */
public final class ExploreViewModel {
    private static final int FARTHEST = 24;

    private final RunsViewModel runs;
    private final DocumentViewModel document;
    private final Conversation conversation;
    private final Thinking thinking;
    private final SurveyModel survey;
    private final ImageChoice images;
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final Map<String, Integer> channels = new HashMap<>();
    private ExploreState state = new NothingTrained(false);
    private Optional<RunViewModel> explored = Optional.empty();
    private Optional<SceneSource> source = Optional.empty();
    private Spoiling spoiling = Spoiling.NONE;
    private boolean difference;
    private boolean visible;
    private boolean renewing;
    private Optional<CheckpointWritten> renewedFor = Optional.empty();
    private OptionalInt shown = OptionalInt.empty();
    private String trouble = "";

    /** @param starter starts the processes that answer */
    public ExploreViewModel(
            Background background, Explorer.Starter starter, RunsViewModel runs, DocumentViewModel document) {
        this.runs = runs;
        this.document = document;
        conversation = new Conversation(background, starter);
        thinking = new Thinking(conversation, this::changed);
        survey = new SurveyModel(conversation);
        images = new ImageChoice(conversation, this::imageCame);
        runs.revisionProperty().subscribe(this::followRuns);
        document.documentProperty().subscribe(this::followReadoutTime);
        document.channelProperty().subscribe(this::followChannel);
        survey.revisionProperty().subscribe(this::followSurvey);
    }

    /** Changes whenever anything but the survey does. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    public ExploreState state() {
        return state;
    }

    public SurveyModel survey() {
        return survey;
    }

    /** The run that is explored. */
    public Optional<RunViewModel> run() {
        return explored;
    }

    public Optional<Picture> picture() {
        return images.picture();
    }

    public Spoiling spoiling() {
        return spoiling;
    }

    /** True to draw spoilt minus unspoilt maps. */
    public boolean difference() {
        return difference;
    }

    /** Why the last question has no answer; empty when it has. */
    public String trouble() {
        String first = trouble.isEmpty() ? images.trouble() : trouble;
        return first.isEmpty() ? thinking.trouble() : first;
    }

    /** True while an answer is awaited. */
    public boolean isBusy() {
        return thinking.isBusy();
    }

    /** What is drawn; absent until the first thought. It belongs to {@link #drawnPicture} as a whole. */
    public Optional<ThoughtScene> scene() {
        return thinking.fulfilled()
                .map(known -> known.wish()
                        .source()
                        .scene(
                                known.plain(),
                                known.spoilt(),
                                known.wish().ready().classNames(),
                                known.wish().picture().label(),
                                readoutTime(),
                                shown,
                                channels,
                                difference));
    }

    /** The image that the drawing is about; for moments it is not yet {@link #picture}. */
    public Optional<Picture> drawnPicture() {
        return thinking.fulfilled().map(known -> known.wish().picture());
    }

    /** The checkpoint that the drawing is of. */
    public Optional<Ready> drawnReady() {
        return thinking.fulfilled().map(known -> known.wish().ready());
    }

    /** What the process said of the run when it was loaded. */
    public Optional<Ready> ready() {
        return state instanceof Open open ? Optional.of(open.ready()) : Optional.empty();
    }

    /** T of the document: the same in every mode. */
    public int readoutTime() {
        return document.document().readout().time();
    }

    /** Explore is on the screen, or no longer: only then a process is started. */
    public void setVisible(boolean on) {
        visible = on;
        followRuns();
    }

    /** Starts the process again after it was lost. */
    public void restart() {
        explored.ifPresent(this::load);
    }

    private void followRuns() {
        if (!visible) {
            return;
        }
        if (runs.chosen().isEmpty()) {
            chooseNewest();
            return;
        }
        Optional<RunViewModel> target = runs.chosen();
        if (target.isEmpty() || !hasCheckpoint(target.get())) {
            leave(target);
        } else if (!explored.equals(target)) {
            explored = target;
            load(target.get());
        } else {
            renewIfOld(target.get());
        }
    }

    /** The newest run that can be explored comes into focus, for every mode; without one there is nothing to see. */
    private void chooseNewest() {
        runs.runs().stream()
                .filter(ExploreViewModel::hasCheckpoint)
                .findFirst()
                .ifPresentOrElse(runs::choose, () -> leave(Optional.empty()));
    }

    private static boolean hasCheckpoint(RunViewModel run) {
        return run.record().checkpoint().isPresent();
    }

    private void leave(Optional<RunViewModel> target) {
        boolean training = target.map(run -> run.phase().isTraining()).orElse(false);
        if (explored.isPresent()) {
            conversation.end();
            forget();
            explored = Optional.empty();
        }
        show(new NothingTrained(training));
    }

    private void load(RunViewModel run) {
        forget();
        show(new ExploreState.Loading(run.number()));
        Path folder = run.folder();
        conversation.begin(folder, answer -> hear(run, answer), ending -> {
            boolean loaded = state instanceof Open;
            thinking.clear();
            survey.stopped();
            show(new Lost(run.number(), loaded, ExploreWords.ending(ending)));
        });
    }

    private void forget() {
        thinking.clear();
        survey.clear();
        images.clear();
        source = Optional.empty();
        spoiling = Spoiling.NONE;
        renewing = false;
        renewedFor = Optional.empty();
        shown = OptionalInt.empty();
        trouble = "";
    }

    private void hear(RunViewModel run, ExploreAnswer answer) {
        if (answer instanceof Ready ready) {
            open(run, ready);
        } else if (answer instanceof ExploreAnswer.Trouble what) {
            conversation.end();
            show(new Lost(run.number(), false, what.sentence()));
        }
    }

    private void open(RunViewModel run, Ready ready) {
        source = SceneSource.of(run.network(), last(ready), readoutTime());
        show(new Open(run.number(), ready));
        images.fetch(0);
        if (runs.live().isEmpty()) {
            beginSurvey(SurveyModel.SAMPLE);
        }
    }

    /** Every newer checkpoint is taken, one after the other. */
    private void renewIfOld(RunViewModel run) {
        if (renewing || !(state instanceof Open open)) {
            return;
        }
        CheckpointWritten newest = run.record().checkpoint().orElseThrow();
        Ready now = open.ready();
        boolean tried = renewedFor.equals(Optional.of(newest));
        boolean newer = newest.epochsDone() > now.epochs()
                || newest.epochsDone() == now.epochs() && newest.batchesDone() > now.batches();
        if (newer && !tried) {
            renewing = true;
            renewedFor = Optional.of(newest);
            conversation.ask(ExploreQuestion.Renew::new, answer -> renewed(run, answer));
        }
    }

    private void renewed(RunViewModel run, ExploreAnswer answer) {
        renewing = false;
        if (answer instanceof Ready ready) {
            state = new Open(run.number(), ready);
            trouble = "";
            think();
        } else if (answer instanceof ExploreAnswer.Trouble what) {
            trouble = what.sentence();
        }
        changed();
    }

    /** How far is looked: to T, to the trained time, and as far as is measured within reason. */
    private int last(Ready ready) {
        int usual =
                Math.max(ready.trainedTime(), Math.min(ready.last(), Math.max(FARTHEST / 2, 2 * ready.trainedTime())));
        int farthest = Math.max(usual, Math.max(FARTHEST, 3 * ready.trainedTime()));
        return Math.max(usual, Math.min(readoutTime(), farthest));
    }

    private void followReadoutTime() {
        if (state instanceof Open open && explored.isPresent()) {
            source = SceneSource.of(explored.get().network(), last(open.ready()), readoutTime());
            think();
        }
        changed();
    }

    /** Shows a test image. */
    public void choose(int image) {
        images.setByUser();
        images.fetch(image);
    }

    /** Shows the test image after this one. */
    public void next() {
        int count = ready().map(Ready::testImages).orElse(0);
        if (count > 0) {
            images.setByUser();
            images.next(count);
        }
    }

    /** Shows an image from a file of any size. */
    public void open(Path file) {
        images.setByUser();
        images.load(file);
    }

    /** Looks through test images. */
    public void browse(OptionalInt label, int from, int count, Consumer<ExploreAnswer> heard) {
        conversation.ask(id -> new ExploreQuestion.Browse(id, label, from, count), heard);
    }

    private void imageCame() {
        if (images.trouble().isEmpty()) {
            shown = OptionalInt.empty();
            think();
        }
        changed();
    }

    /** Spoils the image in another way. */
    public void spoil(Spoiling next) {
        if (!next.equals(spoiling)) {
            spoiling = next;
            images.setByUser();
            think();
            changed();
        }
    }

    public void setDifference(boolean on) {
        difference = on;
        changed();
    }

    /** Shows what happens up to t; what comes later is still to come. */
    public void stepTo(int t) {
        shown = t >= farthest() ? OptionalInt.empty() : OptionalInt.of(Math.max(0, t));
        changed();
    }

    /** The t up to which everything is shown. */
    public int shownTime() {
        return shown.orElse(farthest());
    }

    /** The largest t that is looked at. */
    public int farthest() {
        return source.map(SceneSource::last).orElse(0);
    }

    /** The image as the network sees it, channels × height × width bytes. */
    public Optional<byte[]> seenPixels() {
        return ready().flatMap(
                        now -> images.picture().map(of -> spoiling.apply(of.pixels(), shape(now), now.neutral())));
    }

    private static ImageShape shape(Ready ready) {
        return new ImageShape(ready.channels(), ready.height(), ready.width());
    }

    private void think() {
        if (state instanceof Open open && images.picture().isPresent() && source.isPresent()) {
            Ready ready = open.ready();
            thinking.about(new Thinking.Wish(images.picture().get(), spoiling, ready, source.get()));
        }
    }

    /** Asks for all images that need time and those that lose by it. */
    public void beginSurvey(int images) {
        source.ifPresent(from -> survey.begin(from.last(), images));
    }

    /** Until the user chooses one, the image that needs the most time is shown. */
    private void followSurvey() {
        if (!images.isByUser() && survey.found().isPresent()) {
            images.setByUser();
            survey.needTime(readoutTime()).stream().findFirst().ifPresent(turn -> images.fetch(turn.image()));
        }
    }

    private void followChannel(Optional<StateChannel> channel) {
        channel.ifPresent(chosen -> {
            channels.put(chosen.state(), chosen.channel());
            changed();
        });
    }

    private void show(ExploreState next) {
        if (!next.equals(state)) {
            state = next;
            changed();
        }
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
