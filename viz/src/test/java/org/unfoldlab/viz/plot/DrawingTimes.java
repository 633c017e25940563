package org.unfoldlab.viz.plot;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.unfoldlab.viz.theme.Fonts;
import org.unfoldlab.viz.theme.Look;

/** Prints how much processor time plots take to draw on a canvas, picture included; for people, not for the build. */
public final class DrawingTimes extends Application {
    private static final int REPEATS = 30;

    @Override
    public void start(Stage stage) {
        Fonts.load();
        time("64 lines x 50 points", lines(64, 50));
        time("10 lines x 10,000 points", lines(10, 10_000));
        time("10 x 10,000, all solid", lines(10, 10_000, true));
        time("500 lines x 23 points", lines(500, 23));
        time("error by epoch", Samples.errorByEpoch(60));
        Platform.exit();
    }

    private static PlotModel lines(int count, int points) {
        return lines(count, points, false);
    }

    private static PlotModel lines(int count, int points, boolean solid) {
        PlotModel.Builder plot = PlotModel.titled("Lines", "").axes(Axis.counted("x", "x"), Axis.values(""));
        for (int line = 0; line < count; line++) {
            double[] xs = new double[points];
            double[] ys = new double[points];
            for (int i = 0; i < points; i++) {
                xs[i] = i;
                ys[i] = Math.sin(i * 0.01 + line) + Math.sin(i * 1.7 + line) * 0.2 + line * 0.01;
            }
            SeriesStyle run = SeriesStyle.run(line + 1, false);
            run = solid ? run.withDash(Dash.SOLID) : run;
            plot.add(new Series("", count > 20 ? SeriesStyle.hairline() : run, xs, ys));
        }
        return plot.build();
    }

    private static void time(String what, PlotModel model) {
        Canvas canvas = new Canvas(700, 300);
        Scene scene = new Scene(new Group(canvas));
        WritableImage image = new WritableImage(700, 300);
        Surface surface = new CanvasSurface(canvas.getGraphicsContext2D());
        long start = 0;
        for (int i = -10; i < REPEATS; i++) {
            start = i == 0 ? cpuNanos() : start;
            canvas.getGraphicsContext2D().clearRect(0, 0, 700, 300);
            PlotPainter.paint(model, Look.DEFAULT, new Box(0, 0, 700, 300), Gutters.FITTING, Optional.empty(), surface);
            scene.snapshot(image);
        }
        System.out.printf("%-26s %6.1f ms%n", what, (cpuNanos() - start) / 1e6 / REPEATS);
    }

    /** Work of all threads of this process: other programs on the machine do not count. */
    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
