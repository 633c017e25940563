package org.unfoldlab.app.explore;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.unfoldlab.model.explore.ExploreAnswer;
import org.unfoldlab.model.explore.ExploreAnswer.Picture;
import org.unfoldlab.model.explore.ExploreQuestion;
import org.unfoldlab.model.result.TestChoices.Turn;

/** The images that need time and those that lose by it: found in the background, and their small pictures. */
public final class SurveyModel {
    /** Images that are asked for unless all are wanted. */
    public static final int SAMPLE = 1024;

    private final Conversation conversation;
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final Map<Integer, Picture> pictures = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private Optional<ExploreAnswer.Surveyed> found = Optional.empty();
    private OptionalDouble progress = OptionalDouble.empty();
    private String trouble = "";
    private long running;
    private int wantedTo;
    private int askedTo;

    SurveyModel(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Changes whenever anything here does. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** What was found last. */
    public Optional<ExploreAnswer.Surveyed> found() {
        return found;
    }

    /** The largest readout time that was asked for what was found. */
    public int askedTo() {
        return askedTo;
    }

    /** Share of the survey under way; absent when none is. */
    public OptionalDouble progress() {
        return progress;
    }

    /** Why the last survey gave nothing; empty when it did. */
    public String trouble() {
        return trouble;
    }

    /** Images wrong at first and right at T. */
    public List<Turn> needTime(int readoutTime) {
        return found.map(all -> all.choices().needTime(readoutTime)).orElse(List.of());
    }

    /** Images right at first and wrong at T. */
    public List<Turn> loseByTime(int readoutTime) {
        return found.map(all -> all.choices().loseByTime(readoutTime)).orElse(List.of());
    }

    /**
     * Begins a survey in place of the one under way.
     *
     * @param last the largest readout time
     * @param images at most so many
     */
    void begin(int last, int images) {
        progress = OptionalDouble.of(0);
        trouble = "";
        wantedTo = last;
        conversation.ask(
                id -> {
                    running = id;
                    return new ExploreQuestion.Survey(id, last, images);
                },
                this::hear);
        changed();
    }

    /** Gives the survey under way up; what was found before stays. */
    public void cancel() {
        if (progress.isPresent()) {
            conversation.ask(ExploreQuestion.Cancel::new, answer -> {});
            stopped();
        }
    }

    /** The survey under way was given up by the process. */
    void stopped() {
        progress = OptionalDouble.empty();
        running = 0;
        changed();
    }

    /** Forgets everything: another run is explored. */
    void clear() {
        pictures.clear();
        asked.clear();
        found = Optional.empty();
        trouble = "";
        stopped();
    }

    private void hear(ExploreAnswer answer) {
        if (answer.id() != running) {
            return;
        }
        if (answer instanceof ExploreAnswer.Progress how) {
            progress = OptionalDouble.of(how.done());
            changed();
            return;
        }
        if (answer instanceof ExploreAnswer.Surveyed all) {
            found = Optional.of(all);
            askedTo = wantedTo;
        } else if (answer instanceof ExploreAnswer.Trouble what) {
            trouble = what.sentence();
        }
        stopped();
    }

    /** The picture of a test image; asked for when it is not here yet, and then announced. */
    public Optional<Picture> picture(int number) {
        Picture known = pictures.get(number);
        if (known == null && asked.add(number)) {
            conversation.ask(id -> new ExploreQuestion.Fetch(id, number), answer -> {
                if (answer instanceof ExploreAnswer.Fetched fetched) {
                    pictures.put(number, fetched.picture());
                    changed();
                }
            });
        }
        return Optional.ofNullable(known);
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
