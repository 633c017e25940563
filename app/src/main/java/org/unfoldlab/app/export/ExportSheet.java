package org.unfoldlab.app.export;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.unfoldlab.app.shell.Command;
import org.unfoldlab.app.shell.Hints;
import org.unfoldlab.viz.export.PictureScale;
import org.unfoldlab.viz.theme.ThemeMode;

/** Asks what to export, as what kind of file, how large and on which ground. */
final class ExportSheet extends VBox {
    private static final double NAMES = 120;
    private static final double CHOICE = 330;

    private final ChoiceBox<Exportable> what;
    private final ChoiceBox<FileKind> kind = new ChoiceBox<>();
    private final ChoiceBox<PictureScale> scale;
    private final ChoiceBox<ThemeMode> ground;
    private final Label about = new Label();
    private final Label sizeName = name("Size");
    private final Label groundName = name("Ground");

    /** What was chosen. */
    record Choice(Exportable what, FileKind kind, ExportOptions options) {}

    /**
     * @param all what can be exported now, at least one
     * @param chosen what is chosen first
     * @param export told when the button is pressed
     */
    ExportSheet(List<Exportable> all, Exportable chosen, ExportOptions options, Consumer<Choice> export) {
        super(16);
        what = choice("export-what", all, chosen, Exportable::name);
        scale = choice("export-size", Arrays.asList(PictureScale.values()), options.scale(), PictureScale::title);
        ground = choice(
                "export-ground",
                Arrays.asList(ThemeMode.values()),
                options.mode(),
                mode -> mode == ThemeMode.LIGHT ? "Light" : "Dark");
        prepare(kind, "export-kind", FileKind::title);
        about.getStyleClass().addAll("muted", "label-text");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        Node button = Hints.button(
                "Export…", Command.of("Export…", "", () -> export.accept(choice())), MaterialDesignE.EXPORT, "primary");
        if (button instanceof Region region) {
            region.setMaxWidth(Region.USE_PREF_SIZE);
        }
        HBox end = new HBox(button);
        end.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(grid(), about, end);
        what.valueProperty().subscribe(this::show);
        kind.valueProperty().subscribe(this::explain);
    }

    private GridPane grid() {
        GridPane grid = new GridPane(16, 12);
        grid.getColumnConstraints().add(new ColumnConstraints(NAMES));
        grid.addRow(0, labelled("What", what), what);
        grid.addRow(1, labelled("Format", kind), kind);
        grid.addRow(2, sizeName, scale);
        grid.addRow(3, groundName, ground);
        sizeName.setLabelFor(scale);
        groundName.setLabelFor(ground);
        return grid;
    }

    private void show(Exportable now) {
        FileKind before = kind.getValue();
        kind.getItems().setAll(now.kinds());
        kind.setValue(now.kinds().contains(before) ? before : now.kinds().get(0));
        explain();
    }

    /** Numbers have no size; text has neither size nor ground. */
    private void explain() {
        FileKind now = kind.getValue();
        if (now == null) {
            return;
        }
        about.setText(now.about() + "." + carries());
        boolean sized = what.getValue().isPicture() && !now.equals(FileKind.CSV);
        for (Node node : List.of(sizeName, scale, groundName, ground)) {
            node.setVisible(sized);
            node.setManaged(sized);
        }
    }

    private String carries() {
        return what.getValue().isPicture() && !kind.getValue().equals(FileKind.CSV)
                ? " It carries title, legend, run and seed."
                : "";
    }

    private Choice choice() {
        return new Choice(what.getValue(), kind.getValue(), new ExportOptions(scale.getValue(), ground.getValue()));
    }

    private static Label name(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label labelled(String text, Node control) {
        Label label = name(text);
        label.setLabelFor(control);
        return label;
    }

    private static <T> ChoiceBox<T> choice(String id, List<T> values, T chosen, Function<T, String> words) {
        ChoiceBox<T> box = new ChoiceBox<>();
        prepare(box, id, words);
        box.getItems().setAll(values);
        box.setValue(chosen);
        return box;
    }

    private static <T> void prepare(ChoiceBox<T> box, String id, Function<T, String> words) {
        box.setId(id);
        box.setPrefWidth(CHOICE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                return box.getValue();
            }
        });
    }
}
