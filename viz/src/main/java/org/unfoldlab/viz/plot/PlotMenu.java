package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/** What can be done with a plot: the button at its title, the context menu, and the keys that the items name. */
public final class PlotMenu {
    private static final double SIDE = 28;
    private static final String OF_WINDOW = "org.unfoldlab.viz.plot.menu";

    private final PlotView view;
    private final Button button = new Button("⋯");
    private final ContextMenu menu = new ContextMenu();
    private final List<Supplier<List<MenuItem>>> more = new ArrayList<>();

    PlotMenu(PlotView view) {
        this.view = view;
        button.getStyleClass().addAll("small", "icon-only", "plot-menu");
        button.setStyle("-fx-content-display: text-only;");
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip("Table, log axis, smoothing, zoom (context menu key)"));
        button.setAccessibleText("What can be done with this plot");
        button.setOnAction(event -> show());
        button.visibleProperty()
                .bind(view.hoverProperty().or(view.focusedProperty()).or(menu.showingProperty()));
    }

    /** Adds commands to the menus of all plots of a window; asked each time a menu opens. */
    public static void addToAll(Scene scene, Function<PlotView, List<MenuItem>> items) {
        scene.getProperties().put(OF_WINDOW, (OfWindow) items::apply);
    }

    /** What a window offers at each of its plots. */
    private interface OfWindow extends Function<PlotView, List<MenuItem>> {}

    /** Adds commands; asked each time the menu opens. */
    public void add(Supplier<List<MenuItem>> items) {
        more.add(items);
    }

    Button button() {
        return button;
    }

    void layOut(double width) {
        button.resizeRelocate(Math.max(0, width - SIDE), 0, SIDE, SIDE);
    }

    void show() {
        fill();
        menu.show(button, Side.BOTTOM, 0, 0);
    }

    void show(double screenX, double screenY) {
        fill();
        menu.show(view, screenX, screenY);
    }

    /** False, and nothing done, if there is nothing that a log axis could hold. */
    boolean toggleLog() {
        if (!PlotOptions.canBeLog(view.model())) {
            return false;
        }
        view.setOptions(view.options().withLog(!view.options().log()));
        return true;
    }

    /** False, and nothing done, if no line is long enough. */
    boolean toggleSmooth() {
        if (!PlotOptions.canBeSmooth(view.model())) {
            return false;
        }
        view.setOptions(view.options().withSmooth(!view.options().smooth()));
        return true;
    }

    private void fill() {
        menu.getItems().setAll(table(), log(), smooth(), zoom());
        more.forEach(items -> add(items.get()));
        if (view.getScene() != null && view.getScene().getProperties().get(OF_WINDOW) instanceof OfWindow ofWindow) {
            add(ofWindow.apply(view));
        }
    }

    private void add(List<MenuItem> items) {
        if (!items.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().addAll(items);
        }
    }

    private MenuItem table() {
        CheckMenuItem item = new CheckMenuItem("Table (T)");
        item.setSelected(view.showsTable());
        item.setOnAction(event -> view.setShowsTable(!view.showsTable()));
        return item;
    }

    private MenuItem log() {
        boolean can = PlotOptions.canBeLog(view.model());
        CheckMenuItem item = new CheckMenuItem(can ? "Log axis (L)" : "Log axis: not for values below 0");
        item.setDisable(!can);
        item.setSelected(can && view.options().log());
        item.setOnAction(event -> toggleLog());
        return item;
    }

    private MenuItem smooth() {
        boolean can = PlotOptions.canBeSmooth(view.model());
        String name = "Mean of " + PlotOptions.WINDOW + " over the raw line (S)";
        CheckMenuItem item = new CheckMenuItem(can ? name : "Smoothing: lines are too short");
        item.setDisable(!can);
        item.setSelected(can && view.options().smooth());
        item.setOnAction(event -> toggleSmooth());
        return item;
    }

    private MenuItem zoom() {
        boolean zoomed = view.zoom().isPresent();
        MenuItem item = new MenuItem(zoomed ? "Show all (0)" : "Drag in the plot to zoom");
        item.setDisable(!zoomed);
        item.setOnAction(event -> view.setZoom(Optional.empty()));
        return item;
    }
}
