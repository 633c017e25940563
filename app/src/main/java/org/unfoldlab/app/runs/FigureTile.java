package org.unfoldlab.app.runs;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/** A TilesFX tile in the window's own type and colours: a name, a figure with its unit, perhaps something beside. */
final class FigureTile extends StackPane {
    private static final double SIDE = 14;

    private final Label name = new Label();
    private final Label figure = new Label(RunWords.UNKNOWN);
    private final Label unit = new Label();
    private final Tile tile;

    /** @param beside at the right of the figure, or below it if it is wide; an empty region for nothing */
    FigureTile(String title, Node beside, boolean below) {
        name.setText(title);
        name.getStyleClass().add("tile-name");
        figure.getStyleClass().add("tile-figure");
        unit.getStyleClass().add("tile-unit");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(4, figure, unit, gap);
        line.setAlignment(Pos.BASELINE_LEFT);
        VBox content = new VBox(name, line);
        if (below) {
            content.getChildren().add(beside);
        }
        content.setAlignment(Pos.TOP_LEFT);
        content.getStyleClass().add("tile-content");
        content.setMouseTransparent(true);
        tile = TileBuilder.create()
                .skinType(Tile.SkinType.CUSTOM)
                .animated(false)
                .build();
        tile.setMinSize(0, 0);
        getChildren().addAll(tile, content);
        if (!below) {
            StackPane.setAlignment(beside, Pos.CENTER_RIGHT);
            getChildren().add(beside);
            StackPane.setMargin(beside, new Insets(0, SIDE, 0, 0));
        }
        getStyleClass().add("figure-tile");
        setAccessibleRole(AccessibleRole.TEXT);
        Theme.lookOf(this).subscribe(this::dress);
        if (!below) {
            beside.visibleProperty()
                    .bind(Bindings.createBooleanBinding(
                            () -> getWidth() > textWidth() + beside.prefWidth(-1) + 3 * SIDE,
                            widthProperty(),
                            name.widthProperty(),
                            figure.widthProperty(),
                            unit.widthProperty()));
        }
    }

    /** A line beside the figure must never lie over it. */
    private double textWidth() {
        return Math.max(name.prefWidth(-1), figure.prefWidth(-1) + unit.prefWidth(-1) + 4);
    }

    /** Shows a figure; a dash if it is not known. */
    void show(String title, String value, String unitText) {
        name.setText(title);
        figure.setText(value);
        unit.setText(unitText);
        setAccessibleText(title + ": " + value + " " + unitText);
    }

    private void dress(Look look) {
        tile.setBackgroundColor(Color.TRANSPARENT);
        tile.setForegroundBaseColor(look.tokens().text());
        tile.setTitleColor(look.tokens().muted());
        tile.setValueColor(look.tokens().text());
        tile.setUnitColor(look.tokens().muted());
        tile.setBarColor(look.tokens().control());
        tile.setBorderColor(Color.TRANSPARENT);
    }
}
