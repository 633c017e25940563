package org.unfoldlab.app.explore;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.unfoldlab.model.explore.ExploreAnswer;
import org.unfoldlab.model.explore.ExploreAnswer.Picture;
import org.unfoldlab.model.explore.ExploreQuestion;

/** The image in focus: a test image by its number, or one from a file. */
final class ImageChoice {
    private final Conversation conversation;
    private final Runnable changed;
    private Optional<Picture> picture = Optional.empty();
    private String trouble = "";
    private boolean byUser;

    /** @param changed told when another image has come, or trouble */
    ImageChoice(Conversation conversation, Runnable changed) {
        this.conversation = conversation;
        this.changed = changed;
    }

    /** The image; absent until the first has come. */
    Optional<Picture> picture() {
        return picture;
    }

    /** Why the last image that was asked for has not come; empty when it has. */
    String trouble() {
        return trouble;
    }

    /** True as soon as the user has chosen or changed an image, so that none is chosen for them any more. */
    boolean isByUser() {
        return byUser;
    }

    void setByUser() {
        byUser = true;
    }

    /** Asks for a test image. */
    void fetch(int image) {
        conversation.ask(id -> new ExploreQuestion.Fetch(id, image), this::take);
    }

    /** Asks for the test image after this one. */
    void next(int images) {
        int now = picture.map(Picture::image).orElse(OptionalInt.empty()).orElse(-1);
        fetch((now + 1) % images);
    }

    /** Asks for an image from a file of any size. */
    void load(Path file) {
        conversation.ask(id -> new ExploreQuestion.Load(id, file.toString()), this::take);
    }

    void clear() {
        picture = Optional.empty();
        trouble = "";
        byUser = false;
    }

    private void take(ExploreAnswer answer) {
        if (answer instanceof ExploreAnswer.Fetched fetched) {
            trouble = "";
            picture = Optional.of(fetched.picture());
        } else if (answer instanceof ExploreAnswer.Trouble what) {
            trouble = what.sentence();
        }
        changed.run();
    }
}
