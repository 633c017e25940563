package org.unfoldlab.app.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.settings.SettingsStore;

class DeviceModelTest {
    private static final DeviceFacts ONE_USABLE = facts(true);

    @TempDir
    private Path folder;

    private static DeviceFacts facts(boolean usable) {
        return new DeviceFacts(
                List.of(
                        new DeviceFacts.Card("cuda:0", "NVIDIA GeForce GTX 1080", false),
                        new DeviceFacts.Card("cuda:1", "NVIDIA GeForce RTX 4070", usable)),
                false,
                List.of());
    }

    private DeviceModel allCards(DeviceFacts found) {
        SettingsStore settings = new SettingsStore(folder.resolve("settings.json"), Runnable::run);
        DeviceModel model = new DeviceModel(new Background(Runnable::run, Runnable::run), () -> found, settings);
        model.choose(DeviceModel.ALL);
        return model;
    }

    @Test
    void beforeTheCardsAreKnownAWorkerLooksForOneItself() {
        DeviceModel model = allCards(ONE_USABLE);
        assertThat(model.wordsProperty().get()).isEqualTo("All cards");
        assertThat(model.forNewRun()).isEqualTo("auto");
        model.look();
        assertThat(model.forNewRun()).isEqualTo("cuda:1");
        assertThat(model.forQueue()).containsExactly("cuda:1");
    }

    @Test
    void whereNoCardCanBeUsedTheProcessorIsNamed() {
        DeviceModel model = allCards(facts(false));
        model.look();
        assertThat(model.wordsProperty().get()).isEqualTo("CPU");
        assertThat(model.forNewRun()).isEmpty();
    }
}
