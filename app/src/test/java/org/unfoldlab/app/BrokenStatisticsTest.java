package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unfoldlab.app.TestBench.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.viz.plot.PlotView;

/** Files of a run that somebody deleted, or that were cut off. */
@SuppressWarnings("NullAway.Init") // made by start
@ExtendWith(ApplicationExtension.class)
class BrokenStatisticsTest {
    private TestBench test;

    @Start
    void start(Stage stage) {
        test = WatchBench.open(stage, WatchBench.write(), 1280, 800);
    }

    private static PlotView plot(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(PlotView.class);
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    @Test
    void theCurvesOfTheRunBeforeGiveWayToWhichFileCannotBeReadAndWhy(FxRobot robot) throws IOException {
        PlotView mean = plot(robot, "plot-norm-mean");
        soon(() -> {
            assertThat(mean.isVisible()).isTrue();
            assertThat(plot(robot, "plot-dynamics").model().series()).isNotEmpty();
        });
        RunViewModel broken = WatchBench.run(test, "t3");
        Path statistics =
                broken.folder().resolve(last(broken.record().statistics()).file());
        Path dynamics = broken.folder()
                .resolve(last(broken.record().measurements().dynamics()).file());
        Files.delete(statistics);
        Files.writeString(dynamics, "cut off");
        test.onScreen(() -> test.bench.runs().choose(broken));
        soon(() -> {
            assertThat(mean.isVisible()).isFalse();
            assertThat(TestBench.text(robot, "norm-trouble"))
                    .isEqualTo(statistics.getFileName() + " cannot be read. There is no such file.");
            assertThat(plot(robot, "plot-dynamics").model().series()).isEmpty();
            assertThat(plot(robot, "plot-dynamics").model().note())
                    .isEqualTo(dynamics.getFileName() + " cannot be read. It is cut off, damaged, or no .npz archive.");
        });
        test.onScreen(() -> test.bench.runs().choose(WatchBench.run(test, "tsbn")));
        soon(() -> assertThat(mean.isVisible()).isTrue());
        assertThat(robot.lookup("#norm-trouble").query().isVisible()).isFalse();
    }
}
