package org.unfoldlab.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** The parts of the window that F6 goes round, in the order header, stage, transport. */
final class Regions {
    private final Supplier<List<Node>> regions;

    Regions(Supplier<List<Node>> regions) {
        this.regions = regions;
    }

    /** Moves the focus to the first control of the next region. */
    void next(Scene scene) {
        List<Node> all = regions.get();
        int here = indexOf(all, scene.getFocusOwner());
        for (int i = 1; i <= all.size(); i++) {
            Optional<Node> first = firstControl(all.get((here + i) % all.size()));
            if (first.isPresent()) {
                first.get().requestFocus();
                return;
            }
        }
    }

    private static int indexOf(List<Node> all, @org.jspecify.annotations.Nullable Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (all.contains(node)) {
                return all.indexOf(node);
            }
        }
        return all.size() - 1;
    }

    /** The first thing in there that takes the focus. */
    static Optional<Node> firstControl(Node root) {
        if (!root.isVisible() || root.isDisabled()) {
            return Optional.empty();
        }
        if (root.isFocusTraversable()) {
            return Optional.of(root);
        }
        Stream<Node> children =
                root instanceof Parent parent ? parent.getChildrenUnmodifiable().stream() : Stream.empty();
        return children.map(Regions::firstControl).flatMap(Optional::stream).findFirst();
    }
}
