package org.unfoldlab.app;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.unfoldlab.app.data.DataCard;
import org.unfoldlab.app.devices.DeviceCard;
import org.unfoldlab.app.devices.GpuLibraries;
import org.unfoldlab.app.devices.GpuSupportCard;
import org.unfoldlab.app.editor.ProblemList;
import org.unfoldlab.app.runs.RunsFolderRow;
import org.unfoldlab.app.settings.Settings;
import org.unfoldlab.model.engine.device.Processor;
import org.unfoldlab.viz.theme.TextSize;
import org.unfoldlab.viz.theme.ThemeMode;

/** The cards over the window: problems, data, settings. */
final class Cards {
    private static final double NARROW = 520;
    private static final double WIDE = 720;

    private final Workbench bench;

    Cards(Workbench bench) {
        this.bench = bench;
    }

    /** The checker's list; choosing one goes to its place. */
    void showProblems() {
        ProblemList list = new ProblemList(bench.world().background(), bench.document(), place -> {
            bench.window().sheet().close();
            bench.select(place);
        });
        bench.window().sheet().open("Problems", list, WIDE, list::forget);
    }

    /** The sets of images. */
    void chooseData() {
        DataCard card = new DataCard(
                bench.world().background(),
                bench.world().dataHome(),
                bench.world().files(),
                bench.document(),
                () -> bench.window().sheet().close());
        bench.window().sheet().open("Data", card, WIDE, card::cancel);
    }

    /** What computes. */
    void showDevices() {
        DeviceCard card = new DeviceCard(bench.devices(), this::addGpuSupport);
        bench.window().sheet().open("Where new runs compute", card, WIDE, card::forget);
    }

    /** The libraries that graphics cards need. */
    void addGpuSupport() {
        GpuLibraries libraries = new GpuLibraries(
                bench.world().places().home(), GpuLibraries.MAVEN_CENTRAL, Processor.platformOfThisMachine());
        GpuSupportCard card = new GpuSupportCard(bench.world().background(), libraries, bench.devices()::look);
        bench.window().sheet().open("Add GPU support", card, WIDE, card::cancel);
    }

    /** Theme, text size, motion. */
    void showSettings() {
        Settings now = bench.world().settings().get();
        GridPane grid = new GridPane(16, 12);
        grid.getColumnConstraints().add(new ColumnConstraints(140));
        grid.addRow(
                0,
                new Label("Theme"),
                choice(
                        List.of(ThemeMode.values()),
                        now.theme(),
                        mode -> mode == ThemeMode.LIGHT ? "Light" : "Dark",
                        mode -> {
                            if (mode != bench.world().settings().get().theme()) {
                                bench.toggleTheme();
                            }
                        }));
        grid.addRow(
                1,
                new Label("Text size"),
                choice(
                        List.of(TextSize.values()),
                        now.textSize(),
                        size -> Math.round(size.scale() * 100) + " %",
                        bench::setTextSize));
        CheckBox motion = new CheckBox("Fade instead of moving");
        motion.setSelected(now.reducedMotion());
        motion.setOnAction(event -> bench.setReducedMotion(motion.isSelected()));
        grid.addRow(2, new Label("Motion"), motion);
        grid.addRow(3, new Label("Runs"), RunsFolderRow.of(bench.runs(), bench.desk()));
        open("Settings", grid, NARROW);
    }

    /** A card of a mode's own. */
    void show(String title, Node content) {
        open(title, content, WIDE);
    }

    void close() {
        bench.window().sheet().close();
    }

    private void open(String title, Node content, double width) {
        bench.window().sheet().open(title, content, width);
    }

    private static <T> ChoiceBox<T> choice(
            List<T> values,
            T chosen,
            java.util.function.Function<T, String> words,
            java.util.function.Consumer<T> told) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return words.apply(value);
            }

            @Override
            public T fromString(String text) {
                return values.stream()
                        .filter(value -> words.apply(value).equals(text))
                        .findFirst()
                        .orElse(chosen);
            }
        });
        box.setValue(chosen);
        box.getSelectionModel().selectedItemProperty().subscribe((before, after) -> told.accept(after));
        return box;
    }
}
