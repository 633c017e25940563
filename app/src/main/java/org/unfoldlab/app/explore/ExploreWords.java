package org.unfoldlab.app.explore;

import java.util.Locale;
import java.util.OptionalInt;
import org.unfoldlab.app.runs.Worker;
import org.unfoldlab.model.explore.ExploreAnswer.Picture;
import org.unfoldlab.model.explore.ExploreAnswer.Ready;
import org.unfoldlab.model.result.TestChoices.Turn;

/** What Explore says. */
final class ExploreWords {
    private ExploreWords() {}

    /** Why a process is gone, as a sentence. */
    static String ending(Worker.Ending ending) {
        return switch (ending.exitCode()) {
            case 137 -> "The system ended the process that answers, perhaps for lack of memory.";
            case 134, 139 -> "The process that answers crashed in native code.";
            case 143 -> "The process that answers was ended from outside.";
            default ->
                ending.lastWords().isEmpty()
                        ? "The process that answers ended with code " + ending.exitCode() + "."
                        : ending.lastWords().replaceFirst("^unfold: ", "");
        };
    }

    /** E.g. {@code Test image 214 of 1,024 · run 3, epoch 23}. */
    static String origin(Picture picture, Ready ready, int run) {
        String image = picture.image().isPresent()
                ? "Test image " + count(picture.image().getAsInt()) + " of " + count(ready.testImages())
                : picture.name() + ", brought to " + ready.width() + "×" + ready.height() + " px";
        return image + " · run " + run + ", " + epoch(ready);
    }

    /** E.g. {@code epoch 3}, or {@code epoch 3 and 12 batches}. */
    static String epoch(Ready ready) {
        return "epoch " + ready.epochs()
                + (ready.batches() == 0
                        ? ""
                        : " and " + ready.batches() + (ready.batches() == 1 ? " batch" : " batches"));
    }

    /** E.g. {@code triangle until t = 6}. */
    static String before(Turn turn, String className) {
        return className + " until t = " + turn.time();
    }

    /** What an image is called where no class is known. */
    static String title(Picture picture) {
        OptionalInt image = picture.image();
        return image.isPresent() ? "Test image " + image.getAsInt() : picture.name();
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
