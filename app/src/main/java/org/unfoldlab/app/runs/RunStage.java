package org.unfoldlab.app.runs;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Right of the list of runs: their plots, or the table that compares them. */
final class RunStage extends StackPane {
    RunStage(Node plots, RunsViewModel runs) {
        CompareView compare = new CompareView(runs);
        plots.visibleProperty().bind(runs.comparingProperty().not());
        compare.visibleProperty().bind(runs.comparingProperty());
        getChildren().addAll(plots, compare);
        setMinWidth(0);
        runs.revisionProperty().subscribe(() -> {
            if (runs.comparingProperty().get()) {
                compare.refresh();
            }
        });
    }
}
