package org.unfoldlab.app.runs;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Room between things in a row. */
final class Gaps {
    private Gaps() {}

    /** Takes what room is left. */
    static Node growing() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
