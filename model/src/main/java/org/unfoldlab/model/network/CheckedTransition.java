package org.unfoldlab.model.network;

import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.graph.Window;

/**
 * A transition whose ends exist, whose function leads from one to the other and whose window can be read.
 */
public record CheckedTransition(
        Transition transition, State source, State target, Pipeline pipeline, Window window, Direction direction) {
    public String id() {
        return transition.id();
    }

    public Shortcut shortcut() {
        return transition.shortcut();
    }

    public Shape input() {
        return pipeline.input();
    }

    public Shape output() {
        return pipeline.output();
    }

    /** Stride of a projection or padding shortcut: source size over target size. */
    public int shortcutStride() {
        return input().height() / output().height();
    }

    /** Multiply-adds of one step for one image: function, projection and gate (SPEC §5). */
    public long multiplyAdds() {
        long shortcut = switch (shortcut()) {
            case PROJECTION -> input().channels() * output().size();
            case HIGHWAY -> input().channels() * 9L * output().size();
            case NONE, IDENTITY, PADDING -> 0;
        };
        return pipeline.multiplyAdds() + shortcut;
    }
}
