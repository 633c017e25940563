package org.unfoldlab.app.shell;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** The window's upper edge: menu, title and save state, undo, redo; modes in the centre; lecture view and theme. */
final class HeaderBar extends StackPane {
    private static final double LONGEST_TITLE = 220;

    private final Button menuButton = new Button("", Hints.icon(MaterialDesignM.MENU));
    private final ContextMenu menu;

    /**
     * @param title of the document
     * @param saveState e.g. {@code Edited · not saved}
     * @param chip says where new runs compute
     * @param modes those that can be shown
     * @param mode the one that is shown
     */
    HeaderBar(
            Commands commands,
            ObservableValue<String> title,
            ObservableValue<String> saveState,
            Node chip,
            List<Mode> modes,
            ObjectProperty<Mode> mode) {
        menu = CommandMenu.contextMenu(commands);
        prepareMenuButton();
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox edges = new HBox(
                menuButton,
                titleBox(title, saveState),
                Hints.iconButton(MaterialDesignU.UNDO, commands.undo()),
                Hints.iconButton(MaterialDesignR.REDO, commands.redo()),
                gap,
                chip,
                Hints.iconButton(MaterialDesignP.PRESENTATION, commands.lecture()),
                Hints.iconButton(MaterialDesignT.THEME_LIGHT_DARK, commands.theme()));
        edges.getStyleClass().add("header");
        HBox tabs = modeTabs(modes, mode);
        tabs.setPickOnBounds(false);
        tabs.setMaxWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(edges, tabs);
        setAlignment(Pos.CENTER);
        getStyleClass().add("header-frame");
    }

    /** Opens the menu of all commands. */
    void showMenu() {
        menu.show(menuButton, Side.BOTTOM, 0, 4);
    }

    private void prepareMenuButton() {
        menuButton.getStyleClass().add("icon-only");
        menuButton.setId("menu");
        menuButton.setAccessibleText("Menu");
        menuButton.setOnAction(event -> {
            if (menu.isShowing()) {
                menu.hide();
            } else {
                showMenu();
            }
        });
        Hints.explain(menuButton, () -> "All commands  F10");
    }

    private static Node titleBox(ObservableValue<String> title, ObservableValue<String> saveState) {
        Label name = new Label();
        name.setId("document-title");
        name.getStyleClass().add("strong");
        name.textProperty().bind(title);
        name.setMaxWidth(LONGEST_TITLE);
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        Label state = new Label();
        state.setId("save-state");
        state.getStyleClass().addAll("axis-text", "muted");
        state.textProperty().bind(saveState);
        VBox box = new VBox(name, state);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("title-box");
        return box;
    }

    private static HBox modeTabs(List<Mode> modes, ObjectProperty<Mode> mode) {
        HBox tabs = new HBox();
        tabs.getStyleClass().add("mode-tabs");
        ToggleGroup group = new ToggleGroup();
        for (Mode each : modes) {
            ToggleButton tab = new ToggleButton(each.title());
            tab.setId("mode-" + Hints.idOf(each.title()));
            tab.getStyleClass().add("mode-tab");
            tab.setToggleGroup(group);
            tab.setOnAction(event -> {
                mode.set(each);
                tab.setSelected(true);
            });
            mode.subscribe(now -> tab.setSelected(now == each));
            Hints.explain(tab, () -> each.title() + "  " + Commands.modeKey(each));
            tabs.getChildren().add(tab);
        }
        return tabs;
    }
}
