package org.unfoldlab.model.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves the ends of windows. An end that was written relative to T stays relative. */
public final class WindowEdits {
    private WindowEdits() {}

    /** Which end of a window. */
    public enum Side {
        FIRST,
        LAST
    }

    /**
     * Moves the first end of the first range, or the last end of the last, kept within 1 … T−1 and not beyond its
     * other end.
     *
     * @param window as written; one that cannot be read stays as it is
     * @param steps to the right when positive
     */
    public static String moved(String window, int readoutTime, Side side, int steps) {
        Optional<Window> parsed = Window.parse(window);
        if (parsed.isEmpty() || readoutTime < 2) {
            return window;
        }
        List<Window.Range> ranges = new ArrayList<>(parsed.get().ranges());
        int index = side == Side.FIRST ? 0 : ranges.size() - 1;
        Window.Range range = ranges.get(index);
        int first = clamp(range.first().at(readoutTime), 1, readoutTime - 1);
        int last = clamp(range.last().at(readoutTime), 1, readoutTime - 1);
        boolean point = range.first().equals(range.last());
        if (side == Side.FIRST) {
            Window.End end = at(clamp(first + steps, 1, last), range.first().relative() && point, readoutTime);
            ranges.set(index, new Window.Range(end, range.last()));
        } else {
            boolean relative =
                    range.last().relative() || clamp(last + steps, first, readoutTime - 1) == readoutTime - 1;
            Window.End end = at(clamp(last + steps, first, readoutTime - 1), relative, readoutTime);
            ranges.set(index, new Window.Range(range.first(), end));
        }
        return new Window(ranges).toString();
    }

    private static Window.End at(int step, boolean relative, int readoutTime) {
        return new Window.End(relative, relative ? readoutTime - step : step);
    }

    private static int clamp(int value, int low, int high) {
        return Math.max(low, Math.min(Math.max(low, high), value));
    }
}
