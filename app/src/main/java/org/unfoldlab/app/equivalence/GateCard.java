package org.unfoldlab.app.equivalence;

import java.util.Arrays;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.unfoldlab.app.shell.PanelParts;
import org.unfoldlab.model.equivalence.Figure;
import org.unfoldlab.model.equivalence.gates.GateReport;
import org.unfoldlab.viz.equivalence.PictureView;
import org.unfoldlab.viz.plot.ColorScale;

/** One gate: where it is open, what comes out, and how far that is from the three simple cases. */
final class GateCard extends VBox {
    private static final double SIDE_PX = 140;

    private final PictureView gate = new PictureView(SIDE_PX);
    private final PictureView output = new PictureView(SIDE_PX);
    private final Label range = caption("T");
    private final Label fromResidual = figure();
    private final Label fromPlain = figure();
    private final Label fromInput = figure();
    private final Label dependence = figure();

    GateCard(String name, String rule) {
        super(10);
        Label title = new Label(name);
        title.getStyleClass().add("column-title");
        Label words = new Label(rule);
        words.getStyleClass().addAll("muted", "label-text");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox pictures = new HBox(12, new VBox(4, gate, range), new VBox(4, output, caption("y, first channel")));
        GridPane table = new GridPane();
        table.setVgap(4);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        table.getColumnConstraints().addAll(names, figures);
        row(table, "|Δ| to ½·(H(x) + x), ResNet", fromResidual);
        row(table, "|Δ| to H(x), plain", fromPlain);
        row(table, "|Δ| to x, carried on", fromInput);
        row(table, "Change of T with the image", dependence);
        getChildren().addAll(title, words, pictures, table);
        setMinWidth(0);
        setPrefWidth(280);
    }

    private static void row(GridPane table, String name, Label figure) {
        int at = table.getRowCount();
        table.add(PanelParts.line(), 0, at, 2, 1);
        Label label = new Label(name);
        label.getStyleClass().add("label-text");
        label.setLabelFor(figure);
        table.addRow(at + 1, label, figure);
    }

    /** Small differences as a power of ten, others as they are. */
    static String figure(double value) {
        return value == 0 || value < 1e-3 ? Figure.power(value) : String.format(Locale.ROOT, "%.3f", value);
    }

    private static Label figure() {
        Label label = new Label("–");
        label.getStyleClass().addAll("mono", "strong");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label caption(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("muted", "axis-text");
        return label;
    }

    void show(GateReport report) {
        int area = GatesPage.SIDE * GatesPage.SIDE;
        double[] t = Arrays.copyOf(report.gate(), area);
        double[] y = Arrays.copyOf(report.output(), area);
        double[] span = PictureView.range(y, Arrays.copyOf(report.residual(), area));
        gate.show(t, GatesPage.SIDE, 0, 1, ColorScale.CIVIDIS, "Where the gate is open");
        output.show(y, GatesPage.SIDE, span[0], span[1], ColorScale.CIVIDIS, "What comes out");
        range.setText(
                report.lowest() == report.highest()
                        ? String.format(Locale.ROOT, "T = %.2f", report.highest())
                        : String.format(Locale.ROOT, "T, %.2f to %.2f", report.lowest(), report.highest()));
        fromResidual.setText(figure(report.fromResidual()));
        fromPlain.setText(figure(report.fromPlain()));
        fromInput.setText(figure(report.fromInput()));
        dependence.setText(figure(report.dependence()));
    }
}
