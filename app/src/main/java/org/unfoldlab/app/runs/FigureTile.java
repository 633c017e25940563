package org.unfoldlab.app.runs;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
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
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final double SIDE = 14;
    private static final double ROOM_FOR_A_FOOT = 70;
    private static final Insets AT_THE_RIGHT = new Insets(0, SIDE, 0, 0);
    private static final Insets AT_THE_FOOT = new Insets(0, 12, 6, 12);

    private final Label name = new Label();
    private final Label figure = new Label(RunWords.UNKNOWN);
    private final Label unit = new Label();
    private final Tile tile;
    private final Node beside;
    private final boolean below;
    private final BooleanProperty compact = new SimpleBooleanProperty(this, "compact");

    /** @param beside at the right of the figure, or below it if it is wide; an empty region for nothing */
    FigureTile(String title, Node beside, boolean below) {
        this.beside = beside;
        this.below = below;
        name.setText(title);
        name.getStyleClass().add("tile-name");
        figure.getStyleClass().add("tile-figure");
        unit.getStyleClass().add("tile-unit");
        tile = TileBuilder.create()
                .skinType(Tile.SkinType.CUSTOM)
                .animated(false)
                .build();
        tile.setMinSize(0, 0);
        getChildren().addAll(tile, content());
        getStyleClass().add("figure-tile");
        setAccessibleRole(AccessibleRole.TEXT);
        Theme.lookOf(this).subscribe(this::dress);
        compact.subscribe(this::arrange);
        if (!below) {
            getChildren().add(beside);
            showBesideWhereThereIsRoom();
        }
    }

    private VBox content() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(4, figure, unit, gap);
        line.setAlignment(Pos.BASELINE_LEFT);
        VBox content = new VBox(name, line);
        if (below) {
            Region air = new Region();
            VBox.setVgrow(air, Priority.ALWAYS);
            content.getChildren().addAll(air, beside);
        }
        content.setAlignment(Pos.TOP_LEFT);
        content.getStyleClass().add("tile-content");
        content.setMouseTransparent(true);
        return content;
    }

    private void showBesideWhereThereIsRoom() {
        beside.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        this::hasRoomBeside,
                        compact,
                        widthProperty(),
                        heightProperty(),
                        name.widthProperty(),
                        figure.widthProperty(),
                        unit.widthProperty()));
    }

    /** A narrow tile has smaller figures, and what stood beside them at its foot. */
    void setCompact(boolean on) {
        compact.set(on);
    }

    private void arrange(boolean narrow) {
        pseudoClassStateChanged(COMPACT, narrow);
        if (!below) {
            StackPane.setAlignment(beside, narrow ? Pos.BOTTOM_CENTER : Pos.CENTER_RIGHT);
            StackPane.setMargin(beside, narrow ? AT_THE_FOOT : AT_THE_RIGHT);
        }
    }

    private boolean hasRoomBeside() {
        return compact.get()
                ? getHeight() > ROOM_FOR_A_FOOT
                : getWidth() > textWidth() + beside.prefWidth(-1) + 3 * SIDE;
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
