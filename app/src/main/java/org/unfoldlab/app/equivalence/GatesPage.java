package org.unfoldlab.app.equivalence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.unfoldlab.app.shell.Hints;
import org.unfoldlab.app.shell.PanelParts;
import org.unfoldlab.model.equivalence.gates.Gate;
import org.unfoldlab.model.equivalence.gates.GateReport;
import org.unfoldlab.model.equivalence.gates.GatedBlock;
import org.unfoldlab.viz.equivalence.PictureView;
import org.unfoldlab.viz.plot.ColorScale;

/** The third view of Verify: one block under three gates, of which the residual network is the fixed one. */
final class GatesPage {
    static final int SIDE = 16;
    static final int CHANNELS = 4;
    private static final double BOUND = 1e-12;

    private final GatedBlock block = GatedBlock.random(CHANNELS, SIDE, 1);
    private final double[] image = image(1);
    private final double[] other = image(2);
    private final Slider bias = slider("bias", -8, 8, -2);
    private final Slider constant = slider("constant", 0, 1, 0.5);
    private final GateCard open = new GateCard("Gate 1", "T = 1, the shortcut is shut: y = H(x)");
    private final GateCard learned = new GateCard("Gate learned", "T = σ(V ∗ x + b), a Highway network");
    private final GateCard fixed = new GateCard("Gate fixed", "the same T for all data");
    private final FontIcon icon = Hints.icon(MaterialDesignC.CHECK_CIRCLE);
    private final Label headline = new Label();
    private final Label sentence = new Label();
    private final Label biasWords = new Label();
    private final Label constantWords = new Label();
    private final Node main;
    private final Node side;

    GatesPage() {
        main = middle();
        side = panel();
        bias.valueProperty().subscribe(this::show);
        constant.valueProperty().subscribe(this::show);
        show();
    }

    /** Verdict and the three gates. */
    Node main() {
        return main;
    }

    /** What can be moved. */
    Node side() {
        return side;
    }

    private static Slider slider(String id, double from, double to, double value) {
        Slider slider = new Slider(from, to, value);
        slider.setId(id);
        slider.setBlockIncrement((to - from) / 100);
        return slider;
    }

    private VBox middle() {
        icon.getStyleClass().add("verdict-icon");
        headline.getStyleClass().add("page-title");
        headline.setId("gates-verdict");
        sentence.getStyleClass().add("muted");
        VBox words = new VBox(2, headline, sentence);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(14, icon, words);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("verify-head");
        HBox cards = new HBox(32, open, learned, fixed);
        for (GateCard card : List.of(open, learned, fixed)) {
            HBox.setHgrow(card, Priority.ALWAYS);
        }
        VBox box = new VBox(24, head, cards, alone());
        box.getStyleClass().add("stage");
        box.setMinWidth(0);
        return box;
    }

    /** What the gates choose between, on the scale of one another. */
    private HBox alone() {
        double[] h = Arrays.copyOf(block.function(image), SIDE * SIDE);
        double[] x = Arrays.copyOf(image, SIDE * SIDE);
        double[] half = new double[SIDE * SIDE];
        for (int i = 0; i < half.length; i++) {
            half[i] = (h[i] + x[i]) / 2;
        }
        double[] span = PictureView.range(h, x);
        return new HBox(
                20,
                picture(x, span, "x, first channel"),
                picture(h, span, "H(x)"),
                picture(half, span, "½·(H(x) + x), ResNet"));
    }

    private static VBox picture(double[] values, double[] span, String words) {
        PictureView view = new PictureView(96);
        view.show(values, SIDE, span[0], span[1], ColorScale.CIVIDIS, words);
        Label label = new Label(words);
        label.getStyleClass().addAll("muted", "axis-text");
        return new VBox(4, view, label);
    }

    private VBox panel() {
        bias.setAccessibleText("Bias b of the learned gate");
        constant.setAccessibleText("Value T of the fixed gate");
        for (Label label : List.of(biasWords, constantWords)) {
            label.getStyleClass().add("mono");
        }
        VBox panel = new VBox(
                12,
                PanelParts.section("Learned gate"),
                biasWords,
                bias,
                PanelParts.muted(
                        "Strongly negative carries x on; strongly positive lets H(x) through. Training starts at −2."),
                PanelParts.line(),
                PanelParts.section("Fixed gate"),
                constantWords,
                constant,
                PanelParts.muted(
                        "At ½ twice y is H(x) + x, the residual network: the gate no longer looks at the data."),
                PanelParts.line(),
                PanelParts.section("The block"),
                PanelParts.muted("H(x) = W ∗ ReLU(x), 3 × 3, " + CHANNELS + " channels on " + SIDE + " × " + SIDE
                        + ", random weights of seed 1. The same W and x under all three gates."));
        panel.getStyleClass().addAll("inspector", "verify-panel");
        return panel;
    }

    private void show() {
        double b = Math.round(bias.getValue() * 10) / 10.0;
        double t = Math.round(constant.getValue() * 100) / 100.0;
        biasWords.setText(String.format(Locale.ROOT, "b = %.1f", b));
        constantWords.setText(String.format(Locale.ROOT, "T = %.2f", t));
        GateReport first = GateReport.of(block, new Gate.Open(), image, other);
        GateReport second = GateReport.of(block, new Gate.Learned(b), image, other);
        GateReport third = GateReport.of(block, new Gate.Constant(t), image, other);
        open.show(first);
        learned.show(second);
        fixed.show(third);
        boolean residual = third.fromResidual() < BOUND;
        icon.setIconCode(residual ? MaterialDesignC.CHECK_CIRCLE : MaterialDesignC.CLOSE_CIRCLE);
        icon.getStyleClass().removeAll(List.of("good", "error-icon"));
        icon.getStyleClass().add(residual ? "good" : "error-icon");
        headline.setText(
                residual
                        ? "The gate fixed at ½ is the residual network"
                        : "Fixed at " + String.format(Locale.ROOT, "%.2f", t) + " it is another network");
        sentence.setText("y = H(x)·T + x·(1−T) against ½·(H(x) + x): |Δ| fixed " + GateCard.figure(third.fromResidual())
                + ", learned " + GateCard.figure(second.fromResidual()) + ", gate 1 "
                + GateCard.figure(first.fromResidual()));
    }

    /** Shapes and noise; two seeds make two images. */
    private static double[] image(long seed) {
        Random random = new Random(seed);
        double[] image = new double[CHANNELS * SIDE * SIDE];
        double cx = 4 + 8 * random.nextDouble();
        double cy = 4 + 8 * random.nextDouble();
        for (int i = 0; i < image.length; i++) {
            int y = i / SIDE % SIDE;
            int x = i % SIDE;
            double blob = Math.exp(-(Math.pow(x - cx, 2) + Math.pow(y - cy, 2)) / 14);
            image[i] = 2 * blob - 0.5 + 0.3 * random.nextGaussian();
        }
        return image;
    }
}
