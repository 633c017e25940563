package org.unfoldlab.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.unfoldlab.app.editor.DocumentOrigin;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.SharingEdits;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.TransitionEdits;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.Brush;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.matrix.MatrixView;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.ThemeMode;
import org.unfoldlab.viz.unrolled.StageView;

/** Writes pictures of Draw in the whole window: {@code DrawGallery.Launcher FOLDER}; for the eye, not for the build. */
public final class DrawGallery extends Application {
    private Path out = Path.of(".");
    private @org.jspecify.annotations.Nullable TestBench test;

    @Override
    public void start(Stage stage) throws IOException {
        out = Path.of(getParameters().getRaw().get(0));
        Files.createDirectories(out);
        stage.setWidth(1280);
        stage.setHeight(800);
        test = new TestBench(stage, Files.createTempDirectory("unfold-gallery"));
        NetworkDocument chain = StateEdits.readOutAt(preset("4-state-frnn-adjacent"), 8);
        open(chain);
        choose(new Item.OfTransition("V2-V1"));
        shootAll("draw");
        open(StateEdits.readOutAt(chain, 10));
        choose(new Item.OfTransition("V2-V1"));
        shoot("longer", 1920, 1080, ThemeMode.DARK);
        open(chain);
        shootAll("network");
        bench().toggleLecture();
        shoot("lecture", 1280, 800, ThemeMode.LIGHT);
        bench().toggleLecture();
        painter(chain);
        times(chain);
        board();
        bench().document().edit("Damage", damaged(chain));
        bench().cards().showProblems();
        shoot("problems", 1280, 800, ThemeMode.LIGHT);
        shoot("problems", 1280, 800, ThemeMode.DARK);
        bench().window().sheet().close();
        Platform.exit();
    }

    private void painter(NetworkDocument chain) throws IOException {
        NetworkDocument untied = SharingEdits.untie(chain, List.of(new Step("V2-V2", 4)));
        open(SharingEdits.tie(untied, List.of(new Step("V1-V1", 3), new Step("V1-V1", 4)), 11));
        find(MatrixView.class, "matrix").brushProperty().set(new Brush.Tie(11));
        find(StageView.class, "stage").hoveredProperty().set(Selection.of(new Item.OfStep(new Step("V2-V1", 3))));
        shoot("painter", 1280, 800, ThemeMode.LIGHT);
        shoot("painter", 1920, 1080, ThemeMode.DARK);
        find(StageView.class, "stage").hoveredProperty().set(Selection.NONE);
        find(MatrixView.class, "matrix").brushProperty().set(new Brush.Off());
    }

    private void times(NetworkDocument chain) throws IOException {
        open(TransitionEdits.setWindow(TransitionEdits.mute(chain, List.of("V4-V2"), true), "V1-V1", "1..T-3"));
        find(MatrixView.class, "matrix").timeProperty().set(java.util.OptionalInt.of(3));
        choose(new Item.OfStep(new Step("V2-V1", 3)));
        shoot("slab", 1280, 800, ThemeMode.LIGHT);
        find(MatrixView.class, "matrix").timeProperty().set(java.util.OptionalInt.empty());
        open(StateEdits.readOutAt(chain, 40));
        shoot("long", 1280, 800, ThemeMode.LIGHT);
    }

    private void board() throws IOException {
        open(preset("demo").edit().states(List.of()).transitions(List.of()).build());
        shoot("empty", 1280, 800, ThemeMode.LIGHT);
        open(preset("4-state-frnn"));
        find(StageView.class, "stage").foldProperty().set(0);
        shootAll("folded");
        find(StageView.class, "stage").foldProperty().set(1);
    }

    private static NetworkDocument damaged(NetworkDocument chain) {
        NetworkDocument wrong = TransitionEdits.setShortcut(chain, "V1-V2", Shortcut.IDENTITY);
        wrong = TransitionEdits.setFunction(wrong, "V4-V2", "BRCx2");
        return SharingEdits.tie(wrong, List.of(new Step("V4-V4", 3)), 2);
    }

    private Workbench bench() {
        return java.util.Objects.requireNonNull(test).bench;
    }

    private static NetworkDocument preset(String name) {
        return Presets.find(name).orElseThrow().document();
    }

    private void open(NetworkDocument document) {
        bench().document().open(document, DocumentOrigin.NEW);
        bench().window().setWelcome(false);
    }

    private void choose(Item item) {
        bench().document().selectionProperty().set(Selection.of(item));
    }

    private <T> T find(Class<T> type, String id) {
        return type.cast(bench().scene().lookup("#" + id));
    }

    private void shootAll(String name) throws IOException {
        for (ThemeMode mode : ThemeMode.values()) {
            shoot(name, 1280, 800, mode);
            shoot(name, 1920, 1080, mode);
        }
    }

    private void shoot(String name, int width, int height, ThemeMode mode) throws IOException {
        Scene scene = bench().scene();
        Parent root = scene.getRoot();
        Theme.apply(scene, Theme.lookOf(scene).getValue().withMode(mode).withWide(width > 1600));
        for (int i = 0; i < 3; i++) {
            root.resize(width, height);
            root.applyCss();
            root.layout();
        }
        SnapshotParameters whole = new SnapshotParameters();
        whole.setViewport(new Rectangle2D(0, 0, width, height));
        WritableImage image = root.snapshot(whole, null);
        write(image, name + "-" + mode.name().toLowerCase(java.util.Locale.ROOT) + "-" + width + ".png");
    }

    private void write(WritableImage image, String name) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        ImageIO.write(copy, "png", out.resolve(name).toFile());
    }

    /** Starts from the class path. */
    public static final class Launcher {
        private Launcher() {}

        public static void main(String[] args) {
            Application.launch(DrawGallery.class, args);
        }
    }
}
