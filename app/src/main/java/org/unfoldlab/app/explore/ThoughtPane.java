package org.unfoldlab.app.explore;

import java.util.OptionalInt;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.unfoldlab.app.shell.Scrolling;
import org.unfoldlab.viz.explore.ThoughtView;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;

/** Holds the drawing of a thought, which scrolls sideways where it is wider; the names of its rows stay in sight. */
final class ThoughtPane extends ScrollPane {
    private final ThoughtView thought;
    private OptionalInt wanted = OptionalInt.empty();

    ThoughtPane(ThoughtView thought) {
        super(thought);
        this.thought = thought;
        setFitToHeight(true);
        setFitToWidth(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setId("thought-scroll");
        thought.seenFromProperty()
                .bind(Bindings.createDoubleBinding(
                        this::seenFrom, hvalueProperty(), viewportBoundsProperty(), thought.widthProperty()));
    }

    private double seenFrom() {
        return getHvalue() * hidden();
    }

    /** How much wider the drawing is than what is seen of it, in px. */
    private double hidden() {
        return Math.max(0, thought.getWidth() - getViewportBounds().getWidth());
    }

    /**
     * Scrolls as far as is needed to see what happens at t. What is drawn may have changed just before and lie otherwise
     * after the next layout, so this waits for it; the newest wish counts.
     */
    void reveal(int t) {
        if (getScene() == null) {
            scrollTo(t);
            return;
        }
        boolean waiting = wanted.isPresent();
        wanted = OptionalInt.of(t);
        if (!waiting) {
            revealAfterLayout(getScene());
        }
    }

    private void revealAfterLayout(Scene scene) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                wanted.ifPresent(ThoughtPane.this::scrollTo);
                wanted = OptionalInt.empty();
            }
        });
        Platform.requestNextPulse();
    }

    private void scrollTo(int t) {
        thought.column(t).filter(column -> hidden() > 0).ifPresent(column -> {
            double seen = getViewportBounds().getWidth();
            setHvalue(Scrolling.toSee(seenFrom(), hidden(), seen, column.from(), column.to()));
        });
    }

    /** Scrolls to a map that is chosen, e.g. by keys. */
    void reveal(Selection selection) {
        selection.single().ifPresent(item -> {
            if (item instanceof Item.OfStateAt map) {
                reveal(map.at().time());
            }
        });
    }
}
