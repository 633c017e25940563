package org.unfoldlab.app;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.viz.theme.TextSize;

/** Writes pictures of Draw where room is scarce; for the eye, not for the build, which does not look for it. */
@SuppressWarnings("NullAway.Init") // made by start
@ExtendWith(ApplicationExtension.class)
final class SmallWindowPictures {
    private static final Path OUT = Path.of(System.getProperty("unfold.pictures", "target/pictures"));

    private TestBench test;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        test = new TestBench(shown, TestBench.temporaryFolder("small-window"));
    }

    @Test
    void takePictures() throws IOException {
        for (int areas : new int[] {2, 4, 8, 12}) {
            for (TextSize text : TextSize.values()) {
                look(1024, 680, text, areas);
                look(1280, 800, text, areas);
            }
        }
    }

    private void look(int width, int height, TextSize text, int areas) throws IOException {
        SmallWindowTest.show(test, stage, SmallWindowTest.chain(areas), width, height, text);
        WritableImage[] taken = new WritableImage[1];
        test.onScreen(() -> taken[0] = test.bench.scene().snapshot(null));
        PictureFiles.write(taken[0], OUT.resolve("draw-" + areas + "-areas-" + width + "-" + text + ".png"));
    }
}
