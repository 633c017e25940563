package org.unfoldlab.viz.graph;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** What a function becomes: its layers, output size, parameters and multiply-adds, as rows of an inspector. */
final class BecomesGrid {
    private final GridPane grid = InspectorParts.grid(false);
    private final Label layers = InspectorParts.figure();
    private final Label output = InspectorParts.figure();
    private final Label parameters = InspectorParts.figure();
    private final Label multiplyAdds = InspectorParts.figure();

    /** @param work name of the row of multiply-adds, which says what they are counted for */
    BecomesGrid(String work) {
        layers.setWrapText(true);
        layers.setTextAlignment(TextAlignment.RIGHT);
        layers.setMinHeight(Region.USE_PREF_SIZE);
        InspectorParts.figureRow(grid, "Layers", layers);
        InspectorParts.figureRow(grid, "Output", output);
        InspectorParts.figureRow(grid, "Parameters", parameters);
        InspectorParts.figureRow(grid, work, multiplyAdds);
    }

    /** The rows, to which an inspector may add its own. */
    GridPane grid() {
        return grid;
    }

    void show(Optional<TransitionFigures> figures) {
        layers.setText(figures.map(TransitionFigures::layers).orElse(InspectorParts.UNKNOWN));
        output.setText(figures.map(f -> f.output().toString()).orElse(InspectorParts.UNKNOWN));
        parameters.setText(
                figures.map(f -> TransitionWords.count(f.parameters())).orElse(InspectorParts.UNKNOWN));
        multiplyAdds.setText(
                figures.map(f -> InspectorParts.millions(f.multiplyAdds())).orElse(InspectorParts.UNKNOWN));
    }
}
