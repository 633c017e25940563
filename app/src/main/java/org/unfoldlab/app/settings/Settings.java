package org.unfoldlab.app.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.viz.theme.TextSize;
import org.unfoldlab.viz.theme.ThemeMode;

/**
 * Everything that is remembered. A field that is missing in the file takes its default, so that older and hand-edited
 * files serve.
 *
 * @param theme light or dark
 * @param textSize 100, 125 or 150 %
 * @param reducedMotion true to cross-fade instead of moving
 * @param window where the window stood
 * @param dividers places of dividers by name, 0 … 1 or px as their owner reads them
 * @param recent network files, the newest first
 * @param runsFolder where runs lie; empty for the program's own place
 * @param device where new runs compute, e.g. {@code cuda:0}; empty for the usual place
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
        ThemeMode theme,
        TextSize textSize,
        boolean reducedMotion,
        WindowPlace window,
        Map<String, Double> dividers,
        List<Recent> recent,
        String runsFolder,
        String device) {
    /** How many recent files are kept. */
    public static final int MOST_RECENT = 8;

    public static final Settings DEFAULT =
            new Settings(ThemeMode.LIGHT, TextSize.NORMAL, false, WindowPlace.DEFAULT, Map.of(), List.of(), "", "");

    /** Fills in what is missing and drops what cannot serve; Jackson hands in nulls. */
    @SuppressWarnings("NullAway") // a file may lack any field
    public Settings {
        theme = orElse(theme, ThemeMode.LIGHT);
        textSize = orElse(textSize, TextSize.NORMAL);
        window = orElse(window, WindowPlace.DEFAULT);
        dividers = placed(orElse(dividers, Map.of()));
        recent = orElse(recent, List.<Recent>of()).stream()
                .filter(Settings::isWhole)
                .toList();
        runsFolder = isPath(runsFolder) ? runsFolder : "";
        device = orElse(device, "");
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static Map<String, Double> placed(Map<String, Double> dividers) {
        Map<String, Double> placed = new LinkedHashMap<>(dividers);
        placed.values().removeIf(place -> place == null || !Double.isFinite(place));
        return Map.copyOf(placed);
    }

    private static boolean isWhole(@Nullable Recent recent) {
        return recent != null && recent.at() != null && isPath(recent.file());
    }

    private static boolean isPath(@Nullable String text) {
        if (text == null) {
            return false;
        }
        try {
            return Path.of(text).getFileSystem().isOpen();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * A file that was opened or saved.
     *
     * @param file its absolute path
     * @param title of the network in it; the path if it is missing
     * @param at when it was last opened or saved
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Recent(String file, String title, Instant at) {
        @SuppressWarnings("NullAway") // a file may lack any field
        public Recent {
            title = orElse(title, file);
        }
    }

    public Settings withTheme(ThemeMode newTheme) {
        return new Settings(newTheme, textSize, reducedMotion, window, dividers, recent, runsFolder, device);
    }

    public Settings withTextSize(TextSize newSize) {
        return new Settings(theme, newSize, reducedMotion, window, dividers, recent, runsFolder, device);
    }

    public Settings withReducedMotion(boolean reduced) {
        return new Settings(theme, textSize, reduced, window, dividers, recent, runsFolder, device);
    }

    public Settings withWindow(WindowPlace newWindow) {
        return new Settings(theme, textSize, reducedMotion, newWindow, dividers, recent, runsFolder, device);
    }

    public Settings withRunsFolder(String folder) {
        return new Settings(theme, textSize, reducedMotion, window, dividers, recent, folder, device);
    }

    public Settings withDevice(String newDevice) {
        return new Settings(theme, textSize, reducedMotion, window, dividers, recent, runsFolder, newDevice);
    }

    /** The same with one divider moved. */
    public Settings withDivider(String name, double place) {
        Map<String, Double> moved = new LinkedHashMap<>(dividers);
        moved.put(name, place);
        return new Settings(theme, textSize, reducedMotion, window, moved, recent, runsFolder, device);
    }

    /** The same with a file at the head of the recent ones. */
    public Settings withRecent(Recent opened) {
        List<Recent> now = Stream.concat(
                        Stream.of(opened),
                        recent.stream().filter(old -> !old.file().equals(opened.file())))
                .limit(MOST_RECENT)
                .toList();
        return new Settings(theme, textSize, reducedMotion, window, dividers, now, runsFolder, device);
    }

    /** The same without a file that is gone. */
    public Settings withoutRecent(String file) {
        List<Recent> now =
                recent.stream().filter(old -> !old.file().equals(file)).toList();
        return new Settings(theme, textSize, reducedMotion, window, dividers, now, runsFolder, device);
    }
}
