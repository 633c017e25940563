package org.unfoldlab.model.store;

import java.util.Optional;
import java.util.OptionalInt;
import org.unfoldlab.model.graph.Extras;

/**
 * What people say about a run. It lies in the run's folder, so that a run looks the same on any machine, and it is no
 * part of the experiment: changing it changes no figure.
 *
 * @param name absent for the network's title
 * @param note any text; empty for none
 * @param colour number of its colour and dash, from 1; absent when none was chosen
 * @param pinned true to keep it at the head of the list
 */
public record RunLabel(Optional<String> name, String note, OptionalInt colour, boolean pinned, Extras extras) {
    /** Nothing was said yet. */
    public static final RunLabel NONE = new RunLabel(Optional.empty(), "", OptionalInt.empty(), false, Extras.NONE);

    public RunLabel {
        if (colour.isPresent() && colour.getAsInt() < 1) {
            throw new IllegalArgumentException("colours are numbered from 1, got " + colour.getAsInt());
        }
    }

    /** The same with another name; a blank one takes the name away. */
    public RunLabel withName(String newName) {
        Optional<String> given = newName.isBlank() ? Optional.empty() : Optional.of(newName.strip());
        return new RunLabel(given, note, colour, pinned, extras);
    }

    public RunLabel withNote(String newNote) {
        return new RunLabel(name, newNote.strip(), colour, pinned, extras);
    }

    public RunLabel withColour(int newColour) {
        return new RunLabel(name, note, OptionalInt.of(newColour), pinned, extras);
    }

    public RunLabel withPinned(boolean nowPinned) {
        return new RunLabel(name, note, colour, nowPinned, extras);
    }
}
