package org.unfoldlab.app.welcome;

import org.unfoldlab.app.Background;
import org.unfoldlab.app.settings.SettingsStore;
import org.unfoldlab.model.store.Presets;

/** Brings presets and recent files to the welcome page. */
public record WelcomeFilling(WelcomePage page, Background background, SettingsStore settings) {
    /** Both. */
    public void fill() {
        background.run(
                "Reading the presets",
                () -> Presets.all().stream()
                        .map(preset -> StartNetwork.of(preset.name(), preset.document()))
                        .toList(),
                page::showNetworks);
        fillRecent();
    }

    /** The recent files alone, which change while the program runs. */
    public void fillRecent() {
        page.showRecent(RecentRows.of(settings.get().recent()));
    }
}
