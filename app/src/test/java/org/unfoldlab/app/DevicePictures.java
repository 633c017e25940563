package org.unfoldlab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.unfoldlab.app.devices.DeviceFacts;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.viz.theme.TextSize;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.ThemeMode;

/** Writes pictures of the device chip, its cards and the messages of mishaps; for the eye, not for the build. */
@SuppressWarnings("NullAway.Init") // made by start
@ExtendWith(ApplicationExtension.class)
final class DevicePictures {
    private static final Path OUT = Path.of(System.getProperty("unfold.pictures", "target/pictures"));

    private TestBench test;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        test = new TestBench(shown, Files.createTempDirectory("unfold-devices"));
        test.facts = new DeviceFacts(
                List.of(
                        new DeviceFacts.Card("cuda:0", "NVIDIA GeForce RTX 4070 Laptop GPU", true),
                        new DeviceFacts.Card("cuda:1", "NVIDIA GeForce GTX 1080", false)),
                false,
                List.of(
                        "cuda:0: NVIDIA GeForce RTX 4070 Laptop GPU, compute capability 8.9, 8 GiB",
                        "cuda:1: NVIDIA GeForce GTX 1080, compute capability 6.1, 8 GiB",
                        "NVIDIA GeForce GTX 1080 is too old: its compute capability is 6.1, LibTorch has code from 7.5"
                                + " on."));
        test.bench.startDemo();
    }

    @Test
    void takePictures() throws IOException {
        test.onScreen(() -> test.bench.devices().look());
        for (ThemeMode mode : ThemeMode.values()) {
            test.onScreen(() -> test.bench.devices().choose("cpu"));
            look(mode, 1280, "chip");
            test.onScreen(() -> test.bench.devices().choose("cuda:0"));
            look(mode, 1024, "chip-narrow");
            test.onScreen(() -> test.bench.cards().showDevices());
            look(mode, 1280, "card");
            test.onScreen(() -> test.bench.cards().addGpuSupport());
            look(mode, 1280, "support");
            look(mode, 1920, "support");
            test.onScreen(() -> test.bench.window().sheet().close());
        }
        test.workers.begin(0, "cuda:0");
        test.workers.batch(1, 1);
        test.workers.epoch(1);
        test.workers.stop(new StopReason.OutOfMemory(
                "Training stopped in epoch 2: out of memory. Everything up to epoch 1 is saved. Try batch 32 and T = 10.",
                "cuda:0",
                OptionalInt.of(32),
                OptionalInt.of(10)));
        test.poll();
        look(ThemeMode.LIGHT, 1280, "memory");
        test.onScreen(() -> test.bench.window().messages().dismiss("run-1"));
        test.onScreen(() -> test.bench.runs().resume(test.bench.runs().chosen().orElseThrow()));
        test.workers.begin(1, "cuda:0");
        test.workers.stop(new StopReason.DeviceLost(
                "Training stopped in epoch 2: the graphics card cuda:0 no longer answers. Everything up to epoch 1 is"
                        + " saved.",
                "cuda:0"));
        test.poll();
        look(ThemeMode.DARK, 1280, "lost");
    }

    private void look(ThemeMode mode, int width, String name) throws IOException {
        test.onScreen(() -> {
            stage.setWidth(width);
            stage.setHeight(width == 1920 ? 1080 : width == 1024 ? 680 : 800);
            Theme.apply(stage.getScene(), mode, TextSize.NORMAL);
        });
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage picture =
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> stage.getScene().snapshot(null));
        String file = "devices-" + name + "-" + mode.name().toLowerCase(java.util.Locale.ROOT) + "-" + width + ".png";
        PictureFiles.write(picture, OUT.resolve(file));
    }
}
