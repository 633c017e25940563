package org.unfoldlab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.app.runs.WatchScenes;
import org.unfoldlab.app.shell.Mode;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.viz.plot.PlotView;
import org.unfoldlab.viz.theme.TextSize;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.ThemeMode;

/** Writes pictures of Watch in both themes and sizes; for the eye, not for the build, which does not look for it. */
@SuppressWarnings("NullAway.Init") // made by start
@ExtendWith(ApplicationExtension.class)
final class WatchPictures {
    private static final Path OUT = Path.of(System.getProperty("unfold.pictures", "target/pictures"));

    private Path home;
    private TestBench test;
    private Stage stage;

    @Start
    void start(Stage shown) throws IOException {
        home = Files.createTempDirectory("unfold-watch");
        WatchScenes.write(home.resolve("runs"));
        stage = shown;
        test = new TestBench(shown, home);
    }

    @Test
    void takePictures(FxRobot robot) throws IOException {
        Path file = home.resolve("network.unfold");
        NetworkFiles.write(file, WatchScenes.measured());
        test.onScreen(() -> {
            test.bench.files().open(file);
            test.bench.show(Mode.WATCH);
            test.bench.runs().runs().forEach(run -> run.shownProperty().set(!is(run, "t8") && !is(run, "t3")));
            test.bench.runs().runs().stream()
                    .filter(run -> is(run, "tsbn"))
                    .findFirst()
                    .ifPresent(run -> test.bench.runs().choose(run));
        });
        for (ThemeMode mode : ThemeMode.values()) {
            for (int width : new int[] {1280, 1920}) {
                look(mode, width, "watch");
            }
        }
        variations(robot);
    }

    private static boolean is(RunViewModel run, String name) {
        return run.folder().getFileName().toString().equals(name);
    }

    private void variations(FxRobot robot) throws IOException {
        look(ThemeMode.LIGHT, 1280, "watch");
        test.onScreen(() -> {
            robot.lookup("#norm-fit").queryAs(ToggleButton.class).fire();
            node(robot, "plot-norm-mean").requestFocus();
        });
        robot.type(KeyCode.RIGHT, KeyCode.ENTER);
        look(ThemeMode.LIGHT, 1280, "norm-statistics");
        look(ThemeMode.DARK, 1280, "norm-statistics");
        look(ThemeMode.DARK, 1920, "norm-statistics");
        for (int kind = 1; kind < 5; kind++) {
            int chosen = kind;
            test.onScreen(() -> choose(robot.lookup("#dynamics-choice").queryAs(ComboBox.class), chosen));
            look(kind % 2 == 0 ? ThemeMode.DARK : ThemeMode.LIGHT, 1280, "dynamics-" + kind);
        }
        test.onScreen(() -> {
            test.bench.runs().runs().forEach(run -> run.shownProperty().set(!is(run, "shared")));
            choose(robot.lookup("#dynamics-choice").queryAs(ComboBox.class), 0);
            test.bench.runs().choose(test.bench.runs().runs().get(0));
            node(robot, "plot-error-by-time").requestFocus();
        });
        robot.type(KeyCode.RIGHT, KeyCode.L);
        look(ThemeMode.LIGHT, 1920, "same-time-log");
        others(robot);
    }

    /** A run that trains, a narrow window, the comparison, a plot as a table, a grid, nothing trained. */
    private void others(FxRobot robot) throws IOException {
        test.onScreen(() -> {
            test.bench.runs().runs().forEach(run -> run.shownProperty().set(is(run, "shared")));
            test.bench.runs().train(WatchScenes.measured());
        });
        test.workers.begin(0, "cuda:0");
        test.workers.batch(1, 20);
        test.poll();
        look(ThemeMode.LIGHT, 1280, "first-epoch");
        for (int epoch = 1; epoch < 7; epoch++) {
            test.workers.epoch(epoch);
            test.workers.batch(epoch + 1, 20);
        }
        test.poll();
        look(ThemeMode.DARK, 1280, "live");
        look(ThemeMode.LIGHT, 1024, "live");
        test.workers.stop(new StopReason.StoppedByUser());
        test.poll();
        test.onScreen(() -> {
            test.bench.runs().runs().forEach(run -> run.shownProperty().set(true));
            test.bench.runs().comparingProperty().set(true);
        });
        look(ThemeMode.LIGHT, 1280, "compare");
        look(ThemeMode.DARK, 1920, "compare");
        test.onScreen(() -> {
            test.bench.runs().comparingProperty().set(false);
            ((PlotView) node(robot, "plot-error-by-time")).setShowsTable(true);
            ((PlotView) node(robot, "plot-error-by-epoch")).setShowsTable(true);
        });
        look(ThemeMode.DARK, 1280, "tables");
        test.onScreen(() -> test.bench.desk().vary());
        look(ThemeMode.LIGHT, 1280, "vary");
        test.onScreen(() -> {
            test.bench.window().sheet().close();
            ((PlotView) node(robot, "plot-error-by-time")).setShowsTable(false);
            ((PlotView) node(robot, "plot-error-by-epoch")).setShowsTable(false);
            test.bench.runs().runs().forEach(run -> run.shownProperty().set(false));
        });
        look(ThemeMode.DARK, 1280, "unticked");
    }

    private static void choose(ComboBox<?> box, int index) {
        box.getSelectionModel().select(index);
    }

    private static Node node(FxRobot robot, String id) {
        return robot.lookup("#" + id).query();
    }

    private void look(ThemeMode mode, int width, String name) throws IOException {
        Scene scene = test.bench.scene();
        test.onScreen(() -> {
            stage.setWidth(width);
            stage.setHeight(width == 1024 ? 680 : width == 1280 ? 800 : 1080);
            Theme.apply(scene, mode, TextSize.NORMAL);
        });
        WaitForAsyncUtils.sleep(300, java.util.concurrent.TimeUnit.MILLISECONDS);
        WritableImage[] taken = new WritableImage[1];
        test.onScreen(() -> taken[0] = scene.snapshot(null));
        PictureFiles.write(
                taken[0],
                OUT.resolve(name + "-" + mode.name().toLowerCase(java.util.Locale.ROOT) + "-" + width + ".png"));
    }
}
