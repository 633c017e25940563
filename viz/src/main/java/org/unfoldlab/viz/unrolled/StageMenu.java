package org.unfoldlab.viz.unrolled;

import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.unfoldlab.viz.graph.GraphCommands;
import org.unfoldlab.viz.graph.Item;

/** The menus of states, transitions and the board. */
final class StageMenu {
    private final StageView view;
    private final GraphCommands commands;

    StageMenu(StageView view) {
        this.view = view;
        commands = view.commands();
    }

    /** The menu for what lies under the pointer. */
    ContextMenu of(Optional<Item> item, double x, double y) {
        ContextMenu menu = new ContextMenu();
        if (item.isPresent() && item.get() instanceof Item.OfState state) {
            ofState(menu, state.name());
        } else if (item.isPresent() && (item.get() instanceof Item.OfTransition || item.get() instanceof Item.OfStep)) {
            ofTransition(menu, item.get());
        } else {
            ofBoard(menu, x, y);
        }
        return menu;
    }

    private void ofState(ContextMenu menu, String name) {
        menu.getItems()
                .addAll(
                        item("Rename", () -> view.rename(name)),
                        item("Connect to itself", () -> commands.connect(name, name)),
                        item("Read out here", () -> commands.readOut(name)),
                        item("Row up", () -> commands.moveRow(name, 1)),
                        item("Row down", () -> commands.moveRow(name, -1)),
                        new SeparatorMenuItem(),
                        item("Copy", view.board()::copy),
                        item("Duplicate", commands::duplicate));
        if (commands.chosenStates().size() > 1) {
            menu.getItems()
                    .addAll(
                            item("Align in a column", () -> view.board().align(true)),
                            item("Align in a row", () -> view.board().align(false)));
        }
        menu.getItems().addAll(new SeparatorMenuItem(), item("Delete", () -> view.delete(false)));
        if (commands.canReconnect()) {
            menu.getItems().add(item("Delete and reconnect", () -> view.delete(true)));
        }
        export(menu);
    }

    private void ofTransition(ContextMenu menu, Item item) {
        String id = item instanceof Item.OfTransition transition
                ? transition.id()
                : item instanceof Item.OfStep step ? step.step().transition() : "";
        menu.getItems()
                .addAll(
                        item("Add another transition", view::addAnother),
                        item("Mute or unmute", commands::mute),
                        item("Insert a state", () -> commands.insert(id, Optional.empty())),
                        new SeparatorMenuItem(),
                        item("Delete", () -> view.delete(false)));
        export(menu);
    }

    private void ofBoard(ContextMenu menu, double x, double y) {
        menu.getItems()
                .addAll(
                        item("Add state", () -> view.board().addStateAt(x, y)),
                        item("Paste", view.board()::paste),
                        item("Choose all states", commands::chooseAll),
                        new SeparatorMenuItem(),
                        item("Arrange automatically", view.board()::arrange),
                        item("Ventral stream", view.board()::toggleVentral),
                        item("Fit to the board", view::fit));
        export(menu);
    }

    /** Every menu of the drawing leads to its export. */
    private void export(ContextMenu menu) {
        menu.getItems().addAll(new SeparatorMenuItem(), item("Export…", view::export));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }
}
