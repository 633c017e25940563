package org.unfoldlab.app.explore;

import java.util.Optional;
import org.unfoldlab.datasets.ImageShape;
import org.unfoldlab.model.explore.ExploreAnswer;
import org.unfoldlab.model.explore.ExploreAnswer.Picture;
import org.unfoldlab.model.explore.ExploreAnswer.Ready;
import org.unfoldlab.model.explore.ExploreQuestion;
import org.unfoldlab.model.explore.Spoiling;
import org.unfoldlab.model.result.Thought;

/**
 * Shows the network the image, and the spoilt image beside it. One question is under way at a time; what changes
 * meanwhile is asked when it is answered, and only the newest of it, so that a dragged patch never queues up. What is
 * known belongs to one wish as a whole: an old thought is never told of a new image.
 */
final class Thinking {
    private final Conversation conversation;
    private final Runnable changed;
    private Optional<Wish> wish = Optional.empty();
    private Optional<Fulfilled> plain = Optional.empty();
    private Optional<Fulfilled> fulfilled = Optional.empty();
    private boolean underWay;
    private int round;
    private String trouble = "";

    /**
     * What shall be thought about.
     *
     * @param ready the checkpoint that is asked
     * @param source up to which readout time, and which states
     */
    record Wish(Picture picture, Spoiling spoiling, Ready ready, SceneSource source) {
        private Wish unspoilt() {
            return new Wish(picture, Spoiling.NONE, ready, source);
        }

        byte[] pixels() {
            ImageShape shape = new ImageShape(ready.channels(), ready.height(), ready.width());
            return spoiling.apply(picture.pixels(), shape, ready.neutral());
        }
    }

    /**
     * A wish and all that came of it.
     *
     * @param plain the thought about the image as it is
     * @param spoilt the thought about the spoilt image, if it is spoilt
     */
    record Fulfilled(Wish wish, Thought plain, Optional<Thought> spoilt) {}

    /** @param changed told when there is a new thought, or trouble */
    Thinking(Conversation conversation, Runnable changed) {
        this.conversation = conversation;
        this.changed = changed;
    }

    /** Thinks about something else as soon as possible. */
    void about(Wish next) {
        wish = Optional.of(next);
        trouble = "";
        goOn();
    }

    /** Forgets everything; the network is gone. */
    void clear() {
        round++;
        underWay = false;
        wish = Optional.empty();
        plain = Optional.empty();
        fulfilled = Optional.empty();
        trouble = "";
    }

    /** The newest wish that is fulfilled; it may not be the newest wish. */
    Optional<Fulfilled> fulfilled() {
        return fulfilled;
    }

    /** True while the newest wish is not fulfilled. */
    boolean isBusy() {
        return underWay;
    }

    /** Why the last question has no answer; empty when it has. */
    String trouble() {
        return trouble;
    }

    private void goOn() {
        if (underWay || wish.isEmpty()) {
            return;
        }
        Wish now = wish.get();
        Optional<Fulfilled> known = plain.filter(of -> of.wish().equals(now.unspoilt()));
        if (fulfilled.map(Fulfilled::wish).equals(wish)) {
            return;
        }
        if (known.isEmpty()) {
            ask(now.unspoilt());
        } else if (now.spoiling().isNone()) {
            fulfilled = known;
        } else {
            ask(now);
        }
    }

    private void ask(Wish asked) {
        underWay = true;
        int mine = round;
        SceneSource source = asked.source();
        conversation.ask(
                id -> new ExploreQuestion.Think(id, asked.pixels(), source.last(), source.shownTime()), answer -> {
                    if (mine == round) {
                        hear(asked, answer);
                    }
                });
    }

    private void hear(Wish asked, ExploreAnswer answer) {
        underWay = false;
        if (answer instanceof ExploreAnswer.Thinks thinks) {
            take(asked, thinks.thought());
            goOn();
        } else if (answer instanceof ExploreAnswer.Trouble what) {
            trouble = what.sentence();
            plain = Optional.empty();
            fulfilled = Optional.empty();
            goOnUnless(asked);
        }
        changed.run();
    }

    private void take(Wish asked, Thought thought) {
        if (asked.spoiling().isNone()) {
            plain = Optional.of(new Fulfilled(asked, thought, Optional.empty()));
        } else {
            fulfilled = plain.filter(of -> of.wish().equals(asked.unspoilt()))
                    .map(of -> new Fulfilled(asked, of.plain(), Optional.of(thought)));
        }
    }

    /** What failed is not tried again by itself; what was wished meanwhile is. */
    private void goOnUnless(Wish failed) {
        boolean same = wish.map(Wish::unspoilt).equals(Optional.of(failed.unspoilt()));
        if (same) {
            wish = Optional.empty();
        } else {
            goOn();
        }
    }
}
