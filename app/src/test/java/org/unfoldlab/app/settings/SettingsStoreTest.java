package org.unfoldlab.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.app.welcome.RecentRow;
import org.unfoldlab.app.welcome.RecentRows;
import org.unfoldlab.viz.theme.TextSize;
import org.unfoldlab.viz.theme.ThemeMode;

class SettingsStoreTest {
    @TempDir
    private Path folder;

    private SettingsStore store() {
        return new SettingsStore(folder.resolve("unfold/settings.json"), Runnable::run);
    }

    @Test
    void everythingIsThereAfterTheNextStart() {
        Settings all = Settings.DEFAULT
                .withTheme(ThemeMode.DARK)
                .withTextSize(TextSize.LARGEST)
                .withReducedMotion(true)
                .withDivider("watch", 240)
                .withWindow(new WindowPlace(10, 20, 1500, 900, true))
                .withRecent(new Settings.Recent("/a.unfold", "A", Instant.parse("2026-11-21T09:12:00Z")));
        store().change(before -> all);
        assertThat(store().get()).isEqualTo(all);
    }

    @Test
    void defaultsSurviveTheFile() {
        store().change(before -> Settings.DEFAULT.withTheme(ThemeMode.DARK));
        assertThat(store().get().window()).isEqualTo(WindowPlace.DEFAULT);
    }

    @Test
    void aDamagedFileIsNoTrouble() throws IOException {
        Files.createDirectories(folder.resolve("unfold"));
        Files.writeString(folder.resolve("unfold/settings.json"), "{ \"theme\": ");
        assertThat(store().get()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void unknownAndMissingFieldsAreNoTrouble() throws IOException {
        Files.createDirectories(folder.resolve("unfold"));
        Files.writeString(
                folder.resolve("unfold/settings.json"),
                "{\"theme\": \"SEPIA\", \"later\": 1, \"textSize\": \"LARGE\"}");
        assertThat(store().get()).isEqualTo(Settings.DEFAULT.withTextSize(TextSize.LARGE));
    }

    @Test
    void recentFilesWithoutPlaceOrTimeAreForgotten() throws IOException {
        Settings read = reading("""
                {"recent": [null, {}, {"file": "/a.unfold", "title": "A"}, {"title": "B", "at": "2026-11-21T09:12:00Z"},
                  {"file": "/c\\u0000.unfold", "title": "C", "at": "2026-11-21T09:12:00Z"},
                  {"file": "/d.unfold", "at": "2026-11-21T09:12:00Z"}]}""");
        assertThat(RecentRows.of(read.recent()))
                .extracting(RecentRow::file, RecentRow::title)
                .containsExactly(tuple(Path.of("/d.unfold"), "/d.unfold"));
    }

    @Test
    void whatIsWrongInOnePlaceLeavesTheRest() throws IOException {
        Settings read = reading("""
                {"textSize": "LARGE", "runsFolder": "/a\\u0000", "dividers": {"watch": null, "draw": "NaN", "edit": 240},
                  "window": {"x": null, "width": "NaN", "height": "Infinity"}}""");
        assertThat(read.textSize()).isEqualTo(TextSize.LARGE);
        assertThat(read.runsFolder()).isEmpty();
        assertThat(read.dividers()).containsExactly(entry("edit", 240.0));
        assertThat(read.window().width()).isEqualTo(WindowPlace.SMALLEST_WIDTH);
        assertThat(read.window().height()).isEqualTo(WindowPlace.SMALLEST_HEIGHT);
    }

    @Test
    void aFileThatSaysNullIsNoTrouble() throws IOException {
        assertThat(reading("null")).isEqualTo(Settings.DEFAULT);
    }

    private Settings reading(String content) throws IOException {
        Files.createDirectories(folder.resolve("unfold"));
        Files.writeString(folder.resolve("unfold/settings.json"), content);
        return store().get();
    }

    @Test
    void aRecentFileIsListedOnceAndFirst() {
        Settings settings = Settings.DEFAULT;
        for (int i = 0; i < 12; i++) {
            settings = settings.withRecent(new Settings.Recent("/" + i % 10, "T", Instant.EPOCH));
        }
        assertThat(settings.recent()).hasSize(Settings.MOST_RECENT);
        assertThat(settings.recent().get(0).file()).isEqualTo("/1");
        assertThat(settings.recent()).extracting(Settings.Recent::file).doesNotHaveDuplicates();
    }
}
