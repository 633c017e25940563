package org.unfoldlab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.unfoldlab.app.equivalence.VerifyView;
import org.unfoldlab.app.shell.Mode;
import org.unfoldlab.model.equivalence.Alteration;
import org.unfoldlab.model.equivalence.EquivalenceCheck;
import org.unfoldlab.model.equivalence.EquivalenceSettings;
import org.unfoldlab.model.equivalence.Finding;
import org.unfoldlab.model.equivalence.FindingLines;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.ThemeMode;

/** Writes pictures of Verify; for the eye, not for the build. Findings are kept beside them and used again. */
public final class VerifyGallery extends Application {
    private static final EquivalenceSettings QUICK = EquivalenceSettings.USUAL.withBatch(1);
    private Path out = Path.of(".");

    public static void main(String[] args) {
        launch(args);
    }

    @Override
    public void start(Stage stage) throws Exception {
        out = Path.of(getParameters().getRaw().get(0));
        Files.createDirectories(out);
        TestBench test = new TestBench(stage, Files.createTempDirectory("unfold-gallery"));
        NetworkDocument four = at(preset("4-state-frnn-adjacent"), 6);
        for (int width : new int[] {1280, 1920}) {
            for (ThemeMode mode : ThemeMode.values()) {
                String name = mode.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
                size(test, stage, width, mode);
                open(test, four);
                test.bench.show(Mode.VERIFY);
                pick(test, "view-bench");
                shoot(test, "idle-" + name);
                check(test, four, QUICK, "four");
                choose(test, new Item.OfStateAt(new StateAt("V2", 3)));
                light(test, 3);
                shoot(test, "four-" + name);
                light(test, 5);
                Step untied = new Step("V2-V2", 3);
                check(test, four, QUICK.withAlteration(Alteration.NONE.withUntied(Set.of(untied))), "untied");
                light(test, 5);
                shoot(test, "untied-" + name);
                pick(test, "view-linear");
                shoot(test, "linear-" + name);
                press(test, "linear-kernel");
                shoot(test, "kernel-" + name);
                press(test, "linear-two");
                pick(test, "view-gates");
                shoot(test, "gates-" + name);
            }
        }
        size(test, stage, 1280, ThemeMode.LIGHT);
        pick(test, "view-bench");
        NetworkDocument resnet = preset("2-state-resnet");
        open(test, resnet);
        check(test, resnet, QUICK, "resnet");
        light(test, 7.4);
        shoot(test, "resnet-light-1280");
        NetworkDocument demo = preset("demo");
        open(test, demo);
        test.bench.verify().model().start();
        test.checker.find(new Finding.Built(12, 11));
        shoot(test, "running-light-1280");
        test.checker.end(137, "");
        shoot(test, "died-light-1280");
        open(test, at(preset("2-state-frnn"), 30));
        shoot(test, "long-light-1280");
        Platform.exit();
    }

    private static NetworkDocument preset(String name) {
        return Presets.find(name).orElseThrow().document();
    }

    private static NetworkDocument at(NetworkDocument document, int time) {
        return document.edit().readout(document.readout().withTime(time)).build();
    }

    private static void size(TestBench test, Stage stage, int width, ThemeMode mode) {
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(width == 1280 ? 800 : 1080);
        Theme.apply(
                test.bench.scene(), Theme.lookOf(test.bench.scene()).getValue().withMode(mode));
    }

    private static void open(TestBench test, NetworkDocument document) throws IOException {
        Path file = Files.createTempFile("gallery", NetworkFiles.SUFFIX);
        NetworkFiles.write(file, document);
        test.bench.files().open(file);
    }

    private void check(TestBench test, NetworkDocument document, EquivalenceSettings settings, String name)
            throws Exception {
        Path file = out.resolve(name + ".jsonl");
        if (!Files.exists(file)) {
            List<String> lines = new ArrayList<>();
            Checked.Valid valid = (Checked.Valid) NetworkChecker.check(document);
            EquivalenceCheck.run(
                    valid.network(), settings, List.of(), Runnable::run, f -> lines.add(FindingLines.write(f)));
            Files.write(file, lines);
        }
        test.bench.verify().model().change(now -> settings);
        test.bench.verify().model().start();
        for (String line : Files.readAllLines(file)) {
            test.checker.find(FindingLines.read(line).orElseThrow());
        }
    }

    private static void choose(TestBench test, Item item) {
        test.bench.document().selectionProperty().set(Selection.of(Optional.of(item)));
    }

    private static void light(TestBench test, double time) {
        VerifyView view = test.bench.verify();
        view.setLight(time);
    }

    private static void pick(TestBench test, String id) {
        press(test, id);
    }

    private static void press(TestBench test, String id) {
        Node node = test.bench.scene().lookup("#" + id);
        ((ToggleButton) java.util.Objects.requireNonNull(node, id)).fire();
    }

    private void shoot(TestBench test, String name) throws IOException {
        for (int i = 0; i < 2; i++) {
            test.bench.scene().getRoot().applyCss();
            test.bench.scene().getRoot().layout();
        }
        PictureFiles.write(test.bench.scene().snapshot(null), out.resolve(name + ".png"));
    }
}
