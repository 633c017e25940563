package org.unfoldlab.app.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.unfoldlab.app.shell.Hints;
import org.unfoldlab.model.equivalence.Figure;
import org.unfoldlab.model.equivalence.linear.Course;
import org.unfoldlab.viz.equivalence.EigenvaluePlane;
import org.unfoldlab.viz.plot.Axis;
import org.unfoldlab.viz.plot.Dash;
import org.unfoldlab.viz.plot.Mark;
import org.unfoldlab.viz.plot.PlotModel;
import org.unfoldlab.viz.plot.PlotView;
import org.unfoldlab.viz.plot.Series;
import org.unfoldlab.viz.plot.SeriesStyle;
import org.unfoldlab.viz.theme.Token;

/** The second view of Verify: a residual network without non-linearities, in closed form. */
final class LinearPage {
    private static final double SECONDS = 5;
    /** Below this a plain product has vanished for every purpose; the axis ends here. */
    private static final double LOWEST = 1e-18;

    private static final double HIGHEST = 1e12;
    /** Relative, float64 (SPEC §6). */
    private static final double BOUND = 1e-9;

    private final LinearModel model = new LinearModel();
    private final EigenvaluePlane plane = new EigenvaluePlane();
    private final PlotView sizes = new PlotView();
    private final LinearModes modes;
    private final FontIcon icon = Hints.icon(MaterialDesignC.CHECK_CIRCLE);
    private final Label headline = new Label();
    private final Label sentence = new Label();
    private final Slider layer = new Slider(0, LinearModel.LAYERS, LinearModel.LAYERS);
    private final Label layerWords = new Label();
    private final Timeline playing = new Timeline();
    private final Node main;
    private final Node side;
    private final PageControls controls;

    LinearPage() {
        modes = new LinearModes();
        plane.setId("plane");
        plane.setOnGrabbed(model::grab);
        plane.setOnMoved(model::move);
        main = middle();
        side = new LinearPanel(model);
        layer.valueProperty().subscribe(value -> model.layerProperty().set((int) Math.round(value.doubleValue())));
        model.shownProperty().subscribe(this::show);
        model.layerProperty().subscribe(this::show);
        controls = new PageControls("Layer 50 of " + LinearModel.LAYERS, "one matrix, applied over and over");
        controls.play(this::step, this::togglePlaying);
        playing.statusProperty()
                .subscribe(status -> controls.setPlaying(status == javafx.animation.Animation.Status.RUNNING));
        model.layerProperty().subscribe(n -> controls.say("Layer " + n + " of " + LinearModel.LAYERS));
        show();
    }

    private void step(int by) {
        playing.stop();
        layer.setValue((double) (Math.round(layer.getValue()) + by));
    }

    /** Verdict, plane, plot, modes. */
    Node main() {
        return main;
    }

    /** What K is. */
    Node side() {
        return side;
    }

    PageControls controls() {
        return controls;
    }

    /** Goes through the layers, or stops. */
    void togglePlaying() {
        if (playing.getStatus() == javafx.animation.Animation.Status.RUNNING) {
            playing.stop();
            return;
        }
        double from = layer.getValue() >= LinearModel.LAYERS ? 0 : layer.getValue();
        double left = 1 - from / LinearModel.LAYERS;
        layer.setValue(from);
        playing.getKeyFrames()
                .setAll(new KeyFrame(
                        Duration.seconds(SECONDS * left), new KeyValue(layer.valueProperty(), LinearModel.LAYERS)));
        playing.playFromStart();
    }

    private VBox middle() {
        HBox.setHgrow(sizes, Priority.ALWAYS);
        plane.setPrefSize(340, 340);
        sizes.setId("plot-linear");
        HBox above = new HBox(24, plane, sizes);
        VBox.setVgrow(above, Priority.ALWAYS);
        VBox box = new VBox(12, head(), above, modes);
        box.getStyleClass().add("stage");
        box.setMinWidth(0);
        return box;
    }

    private HBox head() {
        icon.getStyleClass().add("verdict-icon");
        icon.setId("linear-verdict-sign");
        headline.getStyleClass().add("page-title");
        headline.setId("linear-verdict");
        sentence.getStyleClass().add("muted");
        sentence.setId("linear-sentence");
        sentence.setMinWidth(0);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(2, headline, sentence);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        layer.setPrefWidth(180);
        layer.setBlockIncrement(1);
        layer.setId("layer");
        layer.setAccessibleText("Layer n");
        layerWords.getStyleClass().addAll("mono");
        layerWords.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(14, icon, words, layerWords, layer);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("verify-head");
        return head;
    }

    private void show() {
        LinearModel.Shown now = model.shown();
        int n = model.layerProperty().get();
        plane.setMovable(now.kind() != LinearModel.Kind.KERNEL);
        plane.valuesProperty().set(now.eigenvalues());
        conclude(now.course().worst());
        layerWords.setText(String.format(Locale.ROOT, "n = %2d", n));
        modes.show(now, n);
        sizes.show(plot(now.course(), n));
    }

    private void conclude(double apart) {
        boolean agrees = apart <= BOUND;
        icon.setIconCode(agrees ? MaterialDesignC.CHECK_CIRCLE : MaterialDesignA.ALERT_CIRCLE);
        icon.getStyleClass().removeAll(List.of("good", "warning-icon"));
        icon.getStyleClass().add(agrees ? "good" : "warning-icon");
        headline.setText("Power and loop " + (agrees ? "agree within " : "differ by ") + Figure.power(apart));
        String both =
                "h(n) = (K+I)^n x(0) in closed form, and h ← Kh + h layer by layer, n = 0 to " + LinearModel.LAYERS;
        sentence.setText(
                agrees
                        ? both
                        : both + ". More than the bound, " + Figure.power(BOUND)
                                + " relative: rounding grows faster than h.");
    }

    private static PlotModel plot(Course course, int n) {
        return PlotModel.titled("Size of h(n)", "norm, against layers n")
                .axes(
                        Axis.counted("layer n", "n").between(0, LinearModel.LAYERS),
                        Axis.values("").logarithmic())
                .add(line("K^n x0, plain", SeriesStyle.ink(Dash.DASHES), course.plain()))
                .add(line(
                        "(K+I)^n x0",
                        new SeriesStyle(Token.LATERAL, Dash.SOLID, 5, false, false, 0.45),
                        course.power()))
                .add(line("loop", SeriesStyle.ink(Dash.DOTS), course.loop()))
                .add(new Mark(n, "n = " + n, Mark.Kind.READOUT))
                .build();
    }

    private static Series line(String name, SeriesStyle style, List<double[]> states) {
        ToDoubleFunction<double[]> size = h -> {
            double norm = Course.norm(h);
            return norm < LOWEST || norm > HIGHEST ? Double.NaN : norm;
        };
        List<Double> values = new ArrayList<>();
        states.forEach(h -> values.add(size.applyAsDouble(h)));
        return Series.from(0, name, style, values);
    }
}
