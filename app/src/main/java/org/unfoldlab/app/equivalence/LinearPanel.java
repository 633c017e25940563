package org.unfoldlab.app.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.unfoldlab.app.shell.PanelParts;
import org.unfoldlab.viz.graph.CommitField;

/** At the right of the linear case: what K is, number by number, and why the identity matters. */
final class LinearPanel extends VBox {
    private static final double LARGEST = 3;

    private final LinearModel model;
    private final GridPane entries = new GridPane();
    private final List<CommitField> fields = new ArrayList<>();
    private final VBox examples = new VBox(8);
    private final Label entriesTitle = section("K");
    private LinearModel.Kind built = LinearModel.Kind.KERNEL;

    LinearPanel(LinearModel model) {
        super(12);
        this.model = model;
        getStyleClass().addAll("inspector", "verify-panel");
        entries.setHgap(6);
        entries.setVgap(6);
        getChildren()
                .addAll(
                        section("K is"),
                        kinds(),
                        entriesTitle,
                        entries,
                        examples,
                        PanelParts.line(),
                        section("Why deep plain products vanish"),
                        PanelParts.muted(
                                "Each layer of a plain product multiplies a mode by λ − 1, the square. Small weights"
                                        + " put it near 0: after a few layers nothing is left, or, beyond the circle, too"
                                        + " much."),
                        PanelParts.muted(
                                "The identity shifts every eigenvalue by 1. Small weights now stay near the circle:"
                                        + " the signal and its gradient pass through any depth."));
        model.shownProperty().subscribe(this::show);
        show();
    }

    private static Label section(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("section");
        label.setWrapText(true);
        return label;
    }

    private HBox kinds() {
        return new HBox(
                kindButton(LinearModel.Kind.TWO, "2 × 2", "left-pill"),
                kindButton(LinearModel.Kind.THREE, "3 × 3", "center-pill"),
                kindButton(LinearModel.Kind.KERNEL, "Kernel", "right-pill"));
    }

    private ToggleButton kindButton(LinearModel.Kind kind, String name, String style) {
        ToggleButton button = new ToggleButton(name);
        button.getStyleClass().addAll("small", style);
        button.setId("linear-" + kind.name().toLowerCase(Locale.ROOT));
        button.setOnAction(event -> {
            model.choose(kind);
            button.setSelected(true);
        });
        model.shownProperty().subscribe(now -> button.setSelected(now.kind() == kind));
        return button;
    }

    private void show() {
        LinearModel.Kind kind = model.shown().kind();
        if (kind != built || fields.isEmpty()) {
            built = kind;
            build(kind);
        }
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).show(written(model.entry(i)));
        }
    }

    private void build(LinearModel.Kind kind) {
        entries.getChildren().clear();
        fields.clear();
        entriesTitle.setText(kind == LinearModel.Kind.KERNEL ? "K, a 3 × 3 convolution" : "K");
        int size = model.size();
        for (int i = 0; i < size * size; i++) {
            int index = i;
            CommitField field = new CommitField(
                    "K, row " + (i / size + 1) + ", column " + (i % size + 1),
                    LinearPanel::problem,
                    text -> model.setEntry(index, Double.parseDouble(text)));
            field.setPrefWidth(76);
            fields.add(field);
            entries.add(field, i % size, i / size);
        }
        examples.getChildren().clear();
        for (LinearModel.Example example : LinearModel.examples(kind)) {
            Button button = new Button(example.name());
            button.getStyleClass().add("small");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> model.choose(kind, example));
            examples.getChildren().add(button);
        }
    }

    private static Optional<String> problem(String text) {
        try {
            double value = Double.parseDouble(text);
            return Math.abs(value) <= LARGEST ? Optional.empty() : Optional.of("−3 to 3.");
        } catch (NumberFormatException e) {
            return Optional.of("A number.");
        }
    }

    private static String written(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.replaceFirst("\\.?0+$", "").replaceFirst("^-0$", "0");
    }
}
