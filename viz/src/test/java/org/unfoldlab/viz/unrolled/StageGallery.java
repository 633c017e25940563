package org.unfoldlab.viz.unrolled;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.SharingEdits;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.TransitionEdits;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.matrix.MatrixView;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.ThemeMode;

/** Writes pictures of the stage; for the eye, not for the build. */
public final class StageGallery extends Application {
    private Path out = Path.of(".");
    private @org.jspecify.annotations.Nullable Stage window;

    public static void main(String[] args) {
        launch(args);
    }

    @Override
    public void start(Stage stage) throws IOException {
        window = stage;
        out = Path.of(getParameters().getRaw().get(0));
        Files.createDirectories(out);
        DrawnNetwork chain = preset("4-state-frnn-adjacent").at(8);
        for (ThemeMode mode : ThemeMode.values()) {
            shoot(marked(chain), mode, 1018, 473, "stage-" + mode + "-1280");
            shoot(marked(chain.at(10)), mode, 1590, 690, "stage-" + mode + "-1920");
        }
        for (double f : List.of(0.0, 0.2, 0.35, 0.5, 0.7, 0.82, 0.93)) {
            StageView view = marked(chain.at(6));
            view.foldProperty().set(f);
            shoot(view, ThemeMode.LIGHT, 1018, 473, "fold-" + f);
        }
        for (String id : List.of(
                "2-state-frnn", "3-state-resnet", "4-state-frnn", "2-state-resnet-unshared", "3-state-frnn-t10")) {
            shoot(new StageView(preset(id)), ThemeMode.LIGHT, 1018, 473, "preset-" + id);
        }
        shoot(new StageView(chain.at(50)), ThemeMode.DARK, 1018, 473, "long");
        shoot(new StageView(chain.at(3)), ThemeMode.LIGHT, 1018, 473, "silent");
        for (ThemeMode mode : ThemeMode.values()) {
            shoot(board(chain), mode, 1018, 684, "board-" + mode + "-1280");
            shoot(board(chain.at(10)), mode, 1590, 970, "board-" + mode + "-1920");
        }
        shoot(board(preset("2-state-resnet")), ThemeMode.LIGHT, 1018, 684, "board-resnet");
        shoot(board(DrawnNetwork.of(painted(chain))), ThemeMode.LIGHT, 1018, 684, "board-painted");
        lecture(marked(chain));
        for (ThemeMode mode : ThemeMode.values()) {
            FlowPane presets = new FlowPane(16, 16);
            presets.setPadding(new Insets(24));
            Presets.all()
                    .forEach(preset ->
                            presets.getChildren().add(new NetworkThumbnail(DrawnNetwork.of(preset.document()))));
            shoot(presets, mode, 1018, 473, "thumbnails-" + mode);
        }
        Platform.exit();
    }

    private static DrawnNetwork preset(String id) {
        return DrawnNetwork.of(Presets.find(id).orElseThrow().document());
    }

    private static StageView marked(DrawnNetwork network) {
        StageView view = new StageView(network);
        view.selectionProperty().set(Selection.of(new Item.OfTransition("V2-V1")));
        double[] errors = {0, 0, 0, 0, 0.46, 0.30, 0.20, 0.16, 0.132, 0.13, 0.13};
        view.errorsProperty()
                .set(new ReadoutErrors(
                        "run 3, if read at t",
                        3,
                        IntStream.range(0, errors.length)
                                .mapToObj(t -> t < 4 ? OptionalDouble.empty() : OptionalDouble.of(errors[t]))
                                .toList(),
                        OptionalInt.of(8)));
        return view;
    }

    private static NetworkDocument painted(DrawnNetwork network) {
        NetworkDocument muted = TransitionEdits.mute(network.document(), List.of("V4-V2"), true);
        NetworkDocument untied = SharingEdits.untie(muted, List.of(new Step("V2-V2", 4)));
        return SharingEdits.tie(untied, List.of(new Step("V1-V1", 3), new Step("V1-V1", 4)), 11);
    }

    private static Region board(DrawnNetwork network) {
        StageView stage = marked(network);
        MatrixView matrix = new MatrixView(network);
        matrix.selectionProperty().bindBidirectional(stage.selectionProperty());
        VBox.setVgrow(stage, Priority.ALWAYS);
        matrix.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(stage, matrix);
    }

    private void lecture(StageView view) throws IOException {
        Scene scene = new Scene(view, 1280, 716);
        Theme.apply(scene, Look.DEFAULT.withLecture(true));
        save(scene, "lecture");
    }

    private void shoot(Region root, ThemeMode mode, int width, int height, String name) throws IOException {
        Scene scene = new Scene(root, width, height);
        Theme.apply(scene, Look.DEFAULT.withMode(mode).withWide(width > 1300));
        save(scene, name);
    }

    private void save(Scene scene, String name) throws IOException {
        Stage stage = java.util.Objects.requireNonNull(window);
        stage.setScene(scene);
        stage.show();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        WritableImage image = scene.snapshot(null);
        write(image, out.resolve(name + ".png").toFile());
    }

    private static void write(WritableImage image, File file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        ImageIO.write(copy, "png", file);
    }
}
