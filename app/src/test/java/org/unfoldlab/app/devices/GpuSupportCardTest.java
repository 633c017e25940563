package org.unfoldlab.app.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.app.Background;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // made by start
class GpuSupportCardTest {
    private final AtomicInteger told = new AtomicInteger();
    private Path home;
    private FakeRepository repository;

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createTempDirectory("unfold-gpu");
        repository = new FakeRepository();
        Background background = new Background(Runnable::run, Runnable::run);
        stage.setScene(
                new Scene(new GpuSupportCard(background, repository.libraries(home), told::incrementAndGet), 720, 500));
        stage.show();
    }

    @AfterEach
    void stop() {
        repository.close();
    }

    private static String state(FxRobot robot) {
        return robot.lookup("#gpu-support-state").queryAs(Labeled.class).getText();
    }

    @Test
    void saysTheSizeAndWhatIsMissingAndFetchesWhenAsked(FxRobot robot) {
        assertThat(state(robot)).contains("In all 0.", "cuBLAS, cuDNN, cuSOLVER, cuSPARSE, NCCL are not there");
        assertThat(GpuLibraries.jars(home)).isEmpty();
        robot.clickOn("#gpu-download");
        assertThat(state(robot)).startsWith("GPU support is here.");
        assertThat(GpuLibraries.jars(home)).hasSize(4);
        assertThat(told).hasValue(1);
    }

    @Test
    void aDownloadThatFailsSaysWhyAndIsTriedAgain(FxRobot robot) {
        var part = repository.libraries(home).parts().get(0).address().getPath();
        byte[] kept = repository.files.remove(part);
        robot.clickOn("#gpu-download");
        assertThat(state(robot)).contains("cannot be fetched: the server answered 404");
        repository.files.put(part, kept);
        robot.clickOn("#gpu-try");
        assertThat(state(robot)).startsWith("GPU support is here.");
    }
}
