package org.unfoldlab.app.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.control.SplitPane;
import org.unfoldlab.app.settings.SettingsStore;

/** Remembers where the user left the dividers, as px of the first part, so that another window size does no harm. */
public final class Dividers {
    private final SettingsStore settings;
    private final Map<String, SplitPane> known = new LinkedHashMap<>();

    public Dividers(SettingsStore settings) {
        this.settings = settings;
    }

    /** Puts a divider where it was the last time, or at {@code otherwise} px. */
    public void restore(String name, SplitPane split, double otherwise) {
        restore(name, split, width -> otherwise);
    }

    /** Puts a divider where it was the last time, or where a window of this width has it. */
    public void restore(String name, SplitPane split, DoubleUnaryOperator otherwise) {
        known.put(name, split);
        boolean[] placed = {false};
        split.widthProperty().subscribe(width -> {
            Double left = settings.get().dividers().get(name);
            double place = left == null ? otherwise.applyAsDouble(width.doubleValue()) : left;
            if (!placed[0] && width.doubleValue() > place) {
                placed[0] = true;
                split.setDividerPositions(place / width.doubleValue());
            }
        });
    }

    /** Writes down where they stand now. */
    public void remember() {
        settings.change(now -> {
            var next = now;
            for (Map.Entry<String, SplitPane> entry : known.entrySet()) {
                SplitPane split = entry.getValue();
                if (split.getWidth() > 0) {
                    next = next.withDivider(
                            entry.getKey(), Math.rint(split.getDividerPositions()[0] * split.getWidth()));
                }
            }
            return next;
        });
    }
}
