package org.unfoldlab.app.editor;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.unfoldlab.app.shell.Command;
import org.unfoldlab.app.shell.Hints;
import org.unfoldlab.viz.theme.Theme;

/**
 * Where the inspector stands: beside the page, folded away to a bar, or, in a window too narrow for both, as a drawer
 * over the page, shut until it is asked for.
 */
final class InspectorPlace {
    /** Narrower than this, in px at normal text size, it is a drawer. */
    private static final double NARROW = 1100;

    private final BorderPane frame;
    private final Node page;
    private final Region inspector;
    private final StackPane middle;
    private final VBox bar;
    private boolean beside = true;
    private boolean drawn;
    private boolean away;

    /** @param frame has the page in its middle from now on, and at its right the inspector or its bar */
    InspectorPlace(BorderPane frame, Node page, Region inspector) {
        this.frame = frame;
        this.page = page;
        this.inspector = inspector;
        middle = new StackPane(page);
        bar = new VBox(
                Hints.iconButton(MaterialDesignD.DOCK_RIGHT, Command.of("Inspector", "Shortcut+I", this::toggle)));
        bar.getStyleClass().add("inspector-bar");
        bar.setId("inspector-bar");
        StackPane.setAlignment(inspector, Pos.CENTER_RIGHT);
        inspector.setMaxWidth(Region.USE_PREF_SIZE);
        frame.setCenter(middle);
        frame.widthProperty().subscribe(this::arrange);
        Theme.lookOf(frame).subscribe(this::arrange);
    }

    /** Folds it away, or brings it back. */
    void toggle() {
        if (isNarrow()) {
            drawn = !drawn;
        } else {
            beside = !beside;
        }
        arrange();
    }

    /** True to show nothing but the page. */
    void setAway(boolean on) {
        away = on;
        arrange();
    }

    private boolean isNarrow() {
        double width = frame.getWidth();
        return width > 0 && width < NARROW * Theme.lookOf(frame).getValue().scale();
    }

    private void arrange() {
        boolean narrow = isNarrow();
        drawn &= narrow;
        boolean over = narrow && drawn && !away;
        Region right = narrow || !beside ? bar : inspector;
        put(over ? List.of(page, inspector) : List.of(page));
        frame.setRight(away ? null : right);
    }

    /** What is taken out and put back loses the focus, and this is asked at every px of a window's new width. */
    private void put(List<Node> wanted) {
        if (!middle.getChildren().equals(wanted)) {
            middle.getChildren().setAll(wanted);
        }
    }
}
