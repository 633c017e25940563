package org.unfoldlab.app.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/**
 * All commands of the window. Those that have a place of their own in the window are named, and all stand in the menu.
 *
 * @param train trains, pauses or goes on, whatever fits
 * @param reset trains what is drawn from its start, with the same seed
 * @param newSeed changes the seed
 * @param newRun trains what is drawn, in a run of its own
 * @param groups the menu, in order
 */
public record Commands(
        Command undo,
        Command redo,
        Command lecture,
        Command theme,
        Command train,
        Command step,
        Command stop,
        Command reset,
        Command newSeed,
        Command newRun,
        List<Group> groups) {
    public Commands {
        groups = List.copyOf(groups);
    }

    /** A part of the menu. */
    public record Group(String name, List<Entry> commands) {
        public Group {
            commands = List.copyOf(commands);
        }

        /** A group in which lines are drawn where the list has a null-free gap: between the sublists. */
        public static Group of(String name, List<Command> first, List<Command> second) {
            Stream<Entry> line = first.isEmpty() || second.isEmpty() ? Stream.of() : Stream.of(new Entry.Line());
            return new Group(
                    name,
                    Stream.of(
                                    first.stream().map(Entry.Of::new),
                                    line,
                                    second.stream().map(Entry.Of::new))
                            .<Entry>flatMap(entries -> entries)
                            .toList());
        }

        public static Group of(String name, List<Command> all) {
            return of(name, all, List.of());
        }
    }

    /** A line of the menu. */
    public sealed interface Entry {
        /** A command. */
        record Of(Command command) implements Entry {}

        /** A line between commands. */
        record Line() implements Entry {}
    }

    /** Every command of the menu. */
    Stream<Command> all() {
        return groups.stream()
                .flatMap(group -> group.commands().stream())
                .filter(Entry.Of.class::isInstance)
                .map(entry -> ((Entry.Of) entry).command());
    }

    /** The key of a mode as this system writes it, e.g. {@code Ctrl+2}. */
    static String modeKey(Mode mode) {
        return KeyCombination.valueOf(modeKeyName(mode)).getDisplayText();
    }

    /** The key of a mode as {@link KeyCombination} reads it. */
    public static String modeKeyName(Mode mode) {
        return "Shortcut+" + mode.digit();
    }
}
