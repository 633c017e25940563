package org.unfoldlab.app.shell;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of all commands. A command that is blocked says why. */
final class CommandMenu {
    private CommandMenu() {}

    /** The menu behind the header's button; refreshed each time it opens. */
    static ContextMenu contextMenu(Commands commands) {
        ContextMenu menu = new ContextMenu();
        menu.setOnShowing(event -> menu.getItems().setAll(items(commands)));
        menu.getItems().setAll(items(commands));
        return menu;
    }

    private static List<MenuItem> items(Commands commands) {
        return commands.groups().stream()
                .<MenuItem>map(group -> {
                    Menu menu = new Menu(group.name());
                    menu.getItems()
                            .setAll(group.commands().stream()
                                    .map(CommandMenu::item)
                                    .toList());
                    return menu;
                })
                .toList();
    }

    private static MenuItem item(Commands.Entry entry) {
        if (entry instanceof Commands.Entry.Of of) {
            Command command = of.command();
            String reason = command.isBlocked() ? "  (" + command.blocked().get() + ")" : "";
            MenuItem item = new MenuItem(command.fullName() + reason);
            item.setDisable(command.isBlocked());
            command.key().ifPresent(item::setAccelerator);
            item.setOnAction(event -> command.run());
            return item;
        }
        return new SeparatorMenuItem();
    }
}
