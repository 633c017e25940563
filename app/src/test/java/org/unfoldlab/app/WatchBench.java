package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unfoldlab.app.TestBench.soon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.app.runs.WatchScenes;
import org.unfoldlab.app.shell.Mode;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.viz.plot.PlotView;
import org.unfoldlab.viz.plot.Series;

/**
 * Watch on the run folders of {@link WatchScenes}: 1 with shared statistics, 2 with statistics of its own at each t, which
 * is chosen, 3 and 4 trained at t = 3 and 8.
 */
final class WatchBench {
    private WatchBench() {}

    /** Writes the run folders and a network of the same states. */
    static Path write() {
        try {
            Path home = Files.createTempDirectory("unfold-watch");
            WatchScenes.write(home.resolve("runs"));
            NetworkFiles.write(home.resolve("network.unfold"), WatchScenes.measured());
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a window of that size on them. */
    static TestBench open(Stage stage, Path home, double width, double height) {
        TestBench test = new TestBench(stage, home);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        test.bench.files().open(home.resolve("network.unfold"));
        test.bench.show(Mode.WATCH);
        test.bench.runs().choose(run(test, "tsbn"));
        return test;
    }

    /** The run in the folder of that name. */
    static RunViewModel run(TestBench test, String folder) {
        return test.bench.runs().runs().stream()
                .filter(run -> run.folder().endsWith(folder))
                .findFirst()
                .orElseThrow();
    }

    /** The plot of that id, once it shows a line of that name. */
    static PlotView plot(FxRobot robot, String id, String line) {
        PlotView plot = robot.lookup("#" + id).queryAs(PlotView.class);
        soon(() -> assertThat(plot.model().series()).extracting(Series::name).contains(line));
        WaitForAsyncUtils.waitForFxEvents();
        return plot;
    }

    /** A place in a plot on the screen. */
    static Point2D at(PlotView plot, double place, double fromTop) {
        return plot.localToScreen(plot.toPx(place), fromTop);
    }
}
