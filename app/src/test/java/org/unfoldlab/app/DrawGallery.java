package org.unfoldlab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.unfoldlab.app.editor.DocumentOrigin;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.SharingEdits;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.TransitionEdits;
import org.unfoldlab.model.graph.TurnEdits;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.Brush;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.matrix.MatrixView;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.ThemeMode;
import org.unfoldlab.viz.unrolled.StageView;

/** Writes pictures of Draw in the whole window: {@code DrawGallery.Launcher FOLDER [wide]},
 * at 1280 × 800 or at 1920 × 1080; for the eye, not for the build. */
public final class DrawGallery extends Application {
    private Path out = Path.of(".");
    private @org.jspecify.annotations.Nullable TestBench test;

    @Override
    public void start(Stage stage) throws IOException {
        out = Path.of(getParameters().getRaw().get(0));
        Files.createDirectories(out);
        boolean wide = getParameters().getRaw().contains("wide");
        stage.setWidth(wide ? 1920 : 1280);
        stage.setHeight(wide ? 1080 : 800);
        test = new TestBench(stage, Files.createTempDirectory("unfold-gallery"));
        bench().setReducedMotion(true);
        NetworkDocument chain = StateEdits.readOutAt(preset("4-state-frnn-adjacent"), 8);
        open(chain);
        choose(new Item.OfTransition("V2-V1"));
        shoot("draw");
        open(StateEdits.readOutAt(chain, 10));
        choose(new Item.OfTransition("V2-V1"));
        shoot("longer");
        open(chain);
        shoot("network");
        bench().toggleLecture();
        shoot("lecture");
        bench().toggleLecture();
        turns(chain);
        painter(chain);
        times(chain);
        board();
        bench().document().edit("Damage", damaged(chain));
        bench().cards().showProblems();
        shoot("problems");
        bench().window().sheet().close();
        Platform.exit();
    }

    private void turns(NetworkDocument chain) throws IOException {
        NetworkDocument two = TurnEdits.add(TurnEdits.add(chain, "V1", "V1"), "V1", "V2");
        open(TransitionEdits.setFunction(TurnEdits.add(two, "V2", "V1"), "V1-V2-2", "CBRx2"));
        choose(new Item.OfTransition("V1-V2-2"));
        shoot("turns");
        find(StageView.class, "stage").foldProperty().set(0);
        shoot("turns-folded");
        find(StageView.class, "stage").foldProperty().set(1);
    }

    private void painter(NetworkDocument chain) throws IOException {
        NetworkDocument untied = SharingEdits.untie(chain, List.of(new Step("V2-V2", 4)));
        open(SharingEdits.tie(untied, List.of(new Step("V1-V1", 3), new Step("V1-V1", 4)), 11));
        find(MatrixView.class, "matrix").brushProperty().set(new Brush.Tie(11));
        find(StageView.class, "stage").hoveredProperty().set(Selection.of(new Item.OfStep(new Step("V2-V1", 3))));
        shoot("painter");
        find(StageView.class, "stage").hoveredProperty().set(Selection.NONE);
        open(preset("4-state-frnn"));
        shoot("painter-full");
        find(MatrixView.class, "matrix").brushProperty().set(new Brush.Off());
    }

    private void times(NetworkDocument chain) throws IOException {
        open(TransitionEdits.setWindow(TransitionEdits.mute(chain, List.of("V4-V2"), true), "V1-V1", "1..T-3"));
        find(MatrixView.class, "matrix").timeProperty().set(java.util.OptionalInt.of(3));
        choose(new Item.OfStep(new Step("V2-V1", 3)));
        shoot("slab");
        find(MatrixView.class, "matrix").timeProperty().set(java.util.OptionalInt.empty());
        open(StateEdits.readOutAt(chain, 40));
        shoot("long");
    }

    private void board() throws IOException {
        open(preset("demo").edit().states(List.of()).transitions(List.of()).build());
        shoot("empty");
        open(preset("4-state-frnn"));
        find(StageView.class, "stage").foldProperty().set(0);
        shoot("folded");
        choose(new Item.OfTransition("V1-IT"));
        shoot("marked");
        press("Ventral stream");
        shoot("ventral");
        press("Ventral stream");
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

    private void press(String button) {
        bench().scene().getRoot().lookupAll(".button").stream()
                .map(javafx.scene.control.Button.class::cast)
                .filter(found -> found.getText().equals(button))
                .forEach(javafx.scene.control.Button::fire);
    }

    private <T> T find(Class<T> type, String id) {
        return type.cast(bench().scene().lookup("#" + id));
    }

    /** In both themes, at the size of this run. */
    private void shoot(String name) throws IOException {
        Scene scene = bench().scene();
        Parent root = scene.getRoot();
        for (ThemeMode mode : ThemeMode.values()) {
            Theme.apply(scene, Theme.lookOf(scene).getValue().withMode(mode));
            for (int i = 0; i < 3; i++) {
                root.applyCss();
                root.layout();
            }
            String file = name + "-" + mode.name().toLowerCase(Locale.ROOT) + "-" + (int) scene.getWidth() + ".png";
            PictureFiles.write(scene.snapshot(null), out.resolve(file));
        }
    }

    /** Starts from the class path. */
    public static final class Launcher {
        private Launcher() {}

        public static void main(String[] args) {
            Application.launch(DrawGallery.class, args);
        }
    }
}
