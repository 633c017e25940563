package org.unfoldlab.viz.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.unfoldlab.viz.plot.Box;

/**
 * Where the slots of a time bar lie in a cell, at its right.
 *
 * @param slots one for each t from 1; empty where there is no room
 */
public record BarShape(List<Box> slots) {
    private static final double WIDEST = 12.6;
    private static final double RIGHT = 8;
    private static final double MOST_TEXT = 0.62;

    public BarShape {
        slots = List.copyOf(slots);
    }

    /**
     * The bar of a cell.
     *
     * @param count T − 1
     * @param text room in px that the letter and the function want; the bar takes at least its share
     */
    public static BarShape in(Box cell, int count, double text) {
        double room = cell.width() - Math.min(text, cell.width() * MOST_TEXT) - RIGHT;
        if (count < 1 || room < 24) {
            return new BarShape(List.of());
        }
        double pitch = Math.min(WIDEST * Math.max(1, cell.height() / 34), room / count);
        double highest = Math.max(cell.height() * 0.4, Math.min(9, cell.height() - 6));
        double height = Math.min(highest, Math.max(9, pitch));
        double left = cell.right() - RIGHT - pitch * count;
        List<Box> slots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slots.add(new Box(left + i * pitch, cell.centerY() - height / 2, pitch, height));
        }
        return new BarShape(slots);
    }

    /** The t under an x; beyond the ends the first or the last. Absent without a bar. */
    public OptionalInt timeAt(double x) {
        if (slots.isEmpty()) {
            return OptionalInt.empty();
        }
        double pitch = slots.get(0).width();
        int index = (int) Math.floor((x - slots.get(0).x()) / pitch);
        return OptionalInt.of(1 + Math.max(0, Math.min(slots.size() - 1, index)));
    }

    /** True over the bar. */
    public boolean contains(double x, double y) {
        return !slots.isEmpty()
                && x >= slots.get(0).x() - 4
                && x <= slots.get(slots.size() - 1).right() + 4
                && y >= slots.get(0).y() - 6
                && y <= slots.get(0).bottom() + 6;
    }
}
