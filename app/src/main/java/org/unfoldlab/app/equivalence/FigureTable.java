package org.unfoldlab.app.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.unfoldlab.app.shell.Hints;
import org.unfoldlab.app.shell.PanelParts;
import org.unfoldlab.model.equivalence.Comparison;
import org.unfoldlab.model.equivalence.Difference;
import org.unfoldlab.model.equivalence.EquivalenceReport;
import org.unfoldlab.model.equivalence.Figure;

/** The largest difference of each kind, folded beside unfolded, with the bound. */
final class FigureTable extends GridPane {
    private static final String UNKNOWN = "–";
    private static final int COLUMNS = 6;

    private final List<Row> rows = new ArrayList<>();
    private final Label title = text("Largest difference, relative", "muted");

    /** One kind, with the labels that hold its figures. */
    private record Row(
            Comparison.Part part, Label name, Label folded, Label unfolded, Label apart, Label bound, FontIcon sign) {}

    FigureTable() {
        getStyleClass().add("figure-table");
        setHgap(14);
        columns();
        addRow(
                0,
                title,
                text("folded", "muted"),
                text("unfolded", "muted"),
                text("max |Δ|", "muted"),
                text("bound", "muted"));
        int line = 1;
        for (Comparison.Part part : Comparison.Part.values()) {
            add(PanelParts.line(), 0, line++, COLUMNS, 1);
            Row row = new Row(part, text(part.title()), mono(), mono(), mono("strong"), mono("muted"), sign());
            row.apart.setId("worst-" + part.name().toLowerCase(Locale.ROOT));
            rows.add(row);
            addRow(line++, row.name, row.folded, row.unfolded, row.apart, row.bound, row.sign);
        }
    }

    private void columns() {
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            column.setMinWidth(i == 0 ? 120 : Region.USE_PREF_SIZE);
            if (i < 3) {
                column.setHgrow(Priority.ALWAYS);
            }
            getColumnConstraints().add(column);
        }
    }

    private static Label text(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll("label-text");
        label.getStyleClass().addAll(styles);
        label.setMinWidth(0);
        return label;
    }

    private static Label mono(String... styles) {
        Label label = new Label(UNKNOWN);
        label.getStyleClass().add("mono");
        label.getStyleClass().addAll(styles);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static FontIcon sign() {
        FontIcon icon = Hints.icon(MaterialDesignC.CHECK);
        icon.setVisible(false);
        icon.getStyleClass().add("table-sign");
        return icon;
    }

    /** Shows a report, or that there is none. */
    void show(Optional<EquivalenceReport> report) {
        rows.forEach(row -> report.ifPresentOrElse(found -> fill(row, found), () -> clear(row)));
    }

    private static void clear(Row row) {
        row.name.setText(row.part.title());
        List.of(row.folded, row.unfolded, row.apart, row.bound).forEach(label -> label.setText(UNKNOWN));
        row.apart.getStyleClass().remove("error-text");
        row.apart.setAccessibleText(null);
        row.sign.setVisible(false);
    }

    private static void fill(Row row, EquivalenceReport report) {
        Difference worst = report.unfolded().worst(row.part);
        double bound = report.settings().bound();
        boolean within = worst.within(bound);
        row.name.setText(name(row.part, report));
        row.folded.setText(size(row.part, report, 0, worst.folded()));
        row.unfolded.setText(size(row.part, report, 2, worst.other()));
        row.apart.setText(Figure.power(worst.relative()));
        row.bound.setText(Figure.power(bound));
        row.sign.setVisible(true);
        row.sign.setIconCode(within ? MaterialDesignC.CHECK : MaterialDesignC.CLOSE);
        row.sign.getStyleClass().removeAll(List.of("good", "error-icon"));
        row.sign.getStyleClass().add(within ? "good" : "error-icon");
        row.apart.getStyleClass().remove("error-text");
        if (!within) {
            row.apart.getStyleClass().add("error-text");
        }
        row.apart.setAccessibleText(
                row.part.title() + ": " + row.apart.getText() + (within ? ", within the bound" : ", beyond the bound"));
    }

    private static String name(Comparison.Part part, EquivalenceReport report) {
        int steps = report.settings().trainingSteps();
        String after = "after " + steps + (steps == 1 ? " step" : " steps");
        return switch (part) {
            case STATES -> "States h(t), " + report.pictures().size() + " maps, norm";
            case LOGITS -> "Logits, lowest and highest";
            case LOSS -> "Loss";
            case GRADIENTS -> "Gradients, copies summed, norm";
            case WEIGHTS -> "Weights " + after + ", norm";
            case STATISTICS -> "Running statistics " + after;
        };
    }

    private static String size(Comparison.Part part, EquivalenceReport report, int from, double norm) {
        if (part != Comparison.Part.LOGITS) {
            return Figure.plain(norm);
        }
        return String.format(Locale.ROOT, "%.4f … %.4f", report.logitRange()[from], report.logitRange()[from + 1]);
    }
}
