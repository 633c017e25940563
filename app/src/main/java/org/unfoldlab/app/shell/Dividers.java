package org.unfoldlab.app.shell;

import java.util.LinkedHashMap;
import java.util.Map;
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
        known.put(name, split);
        double place = settings.get().dividers().getOrDefault(name, otherwise);
        boolean[] placed = {false};
        split.widthProperty().subscribe(width -> {
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
