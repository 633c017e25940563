package org.unfoldlab.app.runs;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.app.shell.Hints;

/** Above the statistics: which norm, which values, of which epoch, and how they are drawn. */
final class NormControls extends VBox {
    private final ComboBox<String> norms = new ComboBox<>();
    private final ComboBox<NormValues> values = new ComboBox<>();
    private final ToggleButton lines = new ToggleButton("Lines");
    private final ToggleButton map = new ToggleButton("Map");
    private final ToggleButton fit = new ToggleButton("Fit decay");
    private final Slider epochs = new Slider();
    private final Label epochText = new Label();
    private final ObjectProperty<Optional<Integer>> held = new SimpleObjectProperty<>(Optional.empty());
    private Function<String, String> nameOf = norm -> norm;
    private List<Integer> known = List.of();
    private boolean filling = true;

    /** @param changed told when anything but the epoch was chosen */
    NormControls(Runnable changed) {
        super(4);
        prepareNorms();
        prepareValues();
        prepareDrawing(changed);
        prepareEpochs();
        norms.valueProperty().subscribe(norm -> told(changed));
        values.valueProperty().subscribe(kind -> told(changed));
        HBox.setHgrow(epochs, Priority.ALWAYS);
        HBox first = new HBox(8, norms, values, Gaps.growing(), new HBox(lines, map));
        HBox second = new HBox(8, epochText, epochs, fit);
        for (HBox row : List.of(first, second)) {
            row.setAlignment(Pos.CENTER_LEFT);
        }
        getChildren().addAll(first, second);
        filling = false;
    }

    private void told(Runnable changed) {
        if (!filling) {
            changed.run();
        }
    }

    private void prepareNorms() {
        norms.getStyleClass().add("small");
        norms.setId("norm-choice");
        norms.setAccessibleText("Batch norm to look at");
        norms.setConverter(shownAs(norm -> nameOf.apply(norm)));
        norms.setMinWidth(80);
    }

    private void prepareValues() {
        values.getStyleClass().add("small");
        values.setId("norm-values");
        values.setAccessibleText("Which of its statistics");
        values.setConverter(shownAs(NormValues::word));
        values.setMinWidth(80);
    }

    private void prepareDrawing(Runnable changed) {
        ToggleGroup group = new ToggleGroup();
        lines.setToggleGroup(group);
        map.setToggleGroup(group);
        lines.getStyleClass().addAll("small", "left-pill");
        map.getStyleClass().addAll("small", "right-pill");
        lines.setMinWidth(USE_PREF_SIZE);
        map.setMinWidth(USE_PREF_SIZE);
        lines.setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                told(changed);
            }
        });
        fit.getStyleClass().add("small");
        fit.setId("norm-fit");
        fit.setMinWidth(USE_PREF_SIZE);
        Hints.explain(fit, () -> "Fits a·e^(−b·t) to the mean of the marked channel, by least squares");
        fit.selectedProperty().addListener((property, before, now) -> told(changed));
    }

    private void prepareEpochs() {
        epochText.getStyleClass().addAll("muted", "axis-text");
        epochText.setMinWidth(USE_PREF_SIZE);
        epochText.setId("norm-epoch-text");
        epochs.setId("norm-epoch");
        epochs.setAccessibleText("Epoch of the statistics");
        epochs.setMin(0);
        epochs.setBlockIncrement(1);
        epochs.setMajorTickUnit(1);
        epochs.setMinorTickCount(0);
        epochs.setSnapToTicks(true);
        epochs.setMinWidth(40);
        epochs.setMaxWidth(240);
        epochs.valueProperty().addListener((property, before, now) -> {
            if (!filling && !known.isEmpty()) {
                int index = (int) Math.round(now.doubleValue());
                boolean newest = index == known.size() - 1;
                held.set(newest ? Optional.empty() : Optional.of(known.get(index)));
            }
        });
    }

    private static <T> StringConverter<T> shownAs(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }

    /** The epoch that the user went back to; empty to follow the newest. */
    ObjectProperty<Optional<Integer>> heldEpochProperty() {
        return held;
    }

    /** Which epochs there are; the slider keeps its epoch, or stays at the newest. */
    void showEpochs(List<Integer> all) {
        filling = true;
        known = all;
        if (held.get().filter(epoch -> !all.contains(epoch)).isPresent()) {
            held.set(Optional.empty());
        }
        epochs.setMax(Math.max(0, all.size() - 1));
        epochs.setValue(held.get().map(all::indexOf).orElse(all.size() - 1));
        epochs.setDisable(all.size() < 2);
        filling = false;
    }

    /** E.g. "epoch 12, on 512 images". */
    void describe(String text) {
        epochText.setText(text);
    }

    /** What can be chosen; choices that still exist stay. */
    void offer(NormStatistics statistics, Function<String, String> names) {
        filling = true;
        nameOf = names;
        keep(norms, statistics.norms());
        keep(values, statistics.kinds());
        filling = false;
    }

    private static <T> void keep(ComboBox<T> box, List<T> items) {
        T before = box.getValue();
        if (!box.getItems().equals(items)) {
            box.getItems().setAll(items);
        }
        if (before != null && items.contains(before)) {
            box.setValue(before);
        } else if (!items.isEmpty()) {
            box.setValue(items.get(0));
        }
    }

    List<String> norms() {
        return norms.getItems();
    }

    Optional<String> norm() {
        return Optional.ofNullable(norms.getValue());
    }

    void chooseNorm(String norm) {
        norms.setValue(norm);
    }

    NormValues values() {
        return Optional.ofNullable(values.getValue()).orElse(NormValues.RECALIBRATED);
    }

    boolean showsMap() {
        return map.isSelected();
    }

    boolean fits() {
        return fit.isSelected();
    }
}
