package org.unfoldlab.app.equivalence;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.unfoldlab.app.shell.PanelParts;
import org.unfoldlab.model.equivalence.Figure;
import org.unfoldlab.model.equivalence.linear.Course;
import org.unfoldlab.model.equivalence.linear.Eigenvalue;
import org.unfoldlab.viz.equivalence.PictureView;
import org.unfoldlab.viz.plot.ColorScale;

/** What depth does to each mode of a matrix; of a kernel, the image after n layers on three ways. */
final class LinearModes extends VBox {
    private static final double SIDE = 96;
    private static final int COLUMNS = 6;

    private final GridPane table = new GridPane();
    private final HBox pictures = new HBox(20);
    private final PictureView start = new PictureView(SIDE);
    private final PictureView loop = new PictureView(SIDE);
    private final PictureView power = new PictureView(SIDE);
    private final PictureView plain = new PictureView(SIDE);
    private final Label plainWords = caption();
    private final Label loopWords = caption();
    private final Label powerWords = caption();
    private final Label counted = new Label();

    LinearModes() {
        super(8);
        setMinHeight(USE_PREF_SIZE);
        table.setHgap(18);
        table.setVgap(4);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == 0 || i == 3 ? HPos.LEFT : HPos.RIGHT);
            column.setHgrow(i == 3 ? Priority.SOMETIMES : Priority.ALWAYS);
            table.getColumnConstraints().add(column);
        }
        counted.getStyleClass().add("label-text");
        counted.setWrapText(true);
        counted.setMinWidth(120);
        HBox.setHgrow(counted, Priority.ALWAYS);
        Label startWords = caption();
        startWords.setText("x(0)");
        pictures.getChildren()
                .addAll(
                        new VBox(4, start, startWords),
                        new VBox(4, loop, loopWords),
                        new VBox(4, power, powerWords),
                        new VBox(4, plain, plainWords),
                        counted);
    }

    private static Label caption() {
        Label label = new Label();
        label.getStyleClass().addAll("muted", "axis-text");
        return label;
    }

    void show(LinearModel.Shown now, int n) {
        boolean kernel = now.kind() == LinearModel.Kind.KERNEL;
        Node wanted = kernel ? pictures : table;
        if (!getChildren().contains(wanted)) {
            getChildren().setAll(wanted);
        }
        if (kernel) {
            showPictures(now, n);
        } else {
            showTable(now.eigenvalues(), n);
        }
    }

    private void showTable(List<Eigenvalue> values, int n) {
        table.getChildren().clear();
        table.addRow(
                0,
                text("Mode", "muted"),
                text("λ of K+I", "muted"),
                text("|λ|", "muted"),
                text("With the identity, after n = " + n, "muted"),
                text("|λ − 1|", "muted"),
                text("Plain, after n = " + n, "muted"));
        for (int i = 0; i < values.size(); i++) {
            table.add(PanelParts.line(), 0, 2 * i + 1, COLUMNS, 1);
            Eigenvalue value = values.get(i);
            double alone = value.withoutIdentity().size();
            Label fate = text(value.fate().word() + ", × " + factor(value.size(), n));
            fate.getStyleClass().add(value.fate() == Eigenvalue.Fate.EXPLODES ? "warning-text" : "strong");
            table.addRow(
                    2 * i + 2,
                    text("λ" + (i + 1), "strong"),
                    text(complex(value), "mono"),
                    text(String.format(Locale.ROOT, "%.4f", value.size()), "mono"),
                    fate,
                    text(String.format(Locale.ROOT, "%.4f", alone), "mono"),
                    text("× " + factor(alone, n), "mono"));
        }
    }

    private static String factor(double size, int n) {
        double factor = Math.pow(size, n);
        return factor >= 0.01 && factor < 1000 ? String.format(Locale.ROOT, "%.2f", factor) : Figure.power(factor);
    }

    private static String complex(Eigenvalue value) {
        return value.imaginary() == 0
                ? String.format(Locale.ROOT, "%.4f", value.real())
                : String.format(
                        Locale.ROOT,
                        "%.4f %s %.4fi",
                        value.real(),
                        value.imaginary() < 0 ? "−" : "+",
                        Math.abs(value.imaginary()));
    }

    private static Label text(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().add("label-text");
        label.getStyleClass().addAll(styles);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void showPictures(LinearModel.Shown now, int n) {
        Course course = now.course();
        int side = LinearModel.SIDE;
        double[] range = PictureView.range(course.loop().get(n), course.power().get(n));
        start.show(course.loop().get(0), side, 0, 1, ColorScale.CIVIDIS, "The image at the start");
        loop.show(course.loop().get(n), side, range[0], range[1], ColorScale.CIVIDIS, "By the loop");
        power.show(course.power().get(n), side, range[0], range[1], ColorScale.CIVIDIS, "By the power");
        plain.show(course.plain().get(n), side, range[0], range[1], ColorScale.CIVIDIS, "Without the identity");
        loopWords.setText("loop, n = " + n);
        powerWords.setText("power, Δ " + Figure.power(course.difference(n)));
        plainWords.setText("plain, × "
                + factor(
                        Course.norm(course.plain().get(n))
                                / Course.norm(course.loop().get(0)),
                        1));
        counted.setText(waves(now.eigenvalues()));
    }

    private static String waves(List<Eigenvalue> values) {
        return "Of " + values.size() + " waves " + count(values, Eigenvalue.Fate.DECAYS) + " decay, "
                + count(values, Eigenvalue.Fate.PERSISTS) + " persist, " + count(values, Eigenvalue.Fate.EXPLODES)
                + " explode. Edges meet, so every wave is a mode of its own.";
    }

    private static long count(List<Eigenvalue> values, Eigenvalue.Fate fate) {
        return values.stream().filter(value -> value.fate() == fate).count();
    }
}
