package org.unfoldlab.app.about;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.unfoldlab.app.cli.Version;

/** What this is, which version, where things lie, and every library with its licence. */
public final class AboutCard {
    private static final double TABLE_HEIGHT = 240;
    private static final double NAME_WIDTH = 90;

    /** Artifacts of engines and of what they stand on, by the names that people know. */
    private static final SortedMap<String, String> ENGINES = Collections.unmodifiableSortedMap(new TreeMap<>(
            Map.of("nd4j-native", "ND4J", "pytorch", "LibTorch", "dnnl", "oneDNN", "openblas", "OpenBLAS")));
    /** JavaCPP's version behind that of the library that it binds. */
    private static final Pattern BINDING = Pattern.compile("-1\\.5\\.\\d+$");

    private AboutCard() {}

    /**
     * @param libraries what the program runs with
     * @param folders named places of the user's files
     * @param opener shows a folder
     */
    public static Node of(List<Library> libraries, List<Place> folders, Consumer<Path> opener) {
        Label text =
                new Label("Unfold draws a recurrent network of brain areas, unrolls it in time into a deep residual"
                        + " network with shared weights, trains it, and shows the error at every readout time. After Liao"
                        + " and Poggio 2016, “Bridging the gaps between residual learning, recurrent neural networks and"
                        + " visual cortex” (arXiv 1604.03640).");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Label heading = new Label("Libraries and licences");
        heading.getStyleClass().add("section");
        return new VBox(16, text, facts(libraries, folders, opener), new VBox(8, heading, table(libraries)));
    }

    /** A place that the user may want to look at. */
    public record Place(String name, Path folder) {}

    private static Node facts(List<Library> libraries, List<Place> folders, Consumer<Path> opener) {
        GridPane grid = new GridPane(16, 4);
        grid.addRow(0, muted("Version"), new Label("Unfold " + Version.number() + ", Apache-2.0"));
        grid.addRow(
                1,
                muted("Runs on"),
                new Label("Java " + Runtime.version().feature() + " (GPL-2.0 with Classpath exception), JavaFX "
                        + System.getProperty("javafx.version", "–") + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch")));
        grid.addRow(2, muted("Engines"), new Label(engines(libraries)));
        int row = 3;
        for (Place place : folders) {
            Hyperlink link = new Hyperlink(place.folder().toString());
            link.setOnAction(event -> opener.accept(place.folder()));
            link.setAccessibleText("Show the folder of " + place.name());
            grid.addRow(row++, muted(place.name()), link);
        }
        return grid;
    }

    /** What computes, with versions, as far as it is on the class path. */
    static String engines(List<Library> libraries) {
        return ENGINES.entrySet().stream()
                .flatMap(engine -> libraries.stream()
                        .filter(library -> library.name().equals(engine.getKey()))
                        .map(library -> engine.getValue() + " "
                                + BINDING.matcher(library.version()).replaceFirst("")))
                .collect(Collectors.joining(", "));
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        label.setMinWidth(NAME_WIDTH);
        return label;
    }

    private static Node table(List<Library> libraries) {
        TableView<Library> table = new TableView<>(FXCollections.observableArrayList(libraries));
        table.getColumns().add(column("Library", Library::name));
        table.getColumns().add(column("Version", Library::version));
        table.getColumns().add(column("Licence", Library::licence));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPrefHeight(TABLE_HEIGHT);
        table.setAccessibleText("Libraries with version and licence");
        table.setId("libraries");
        return table;
    }

    private static TableColumn<Library, String> column(String title, Function<Library, String> value) {
        TableColumn<Library, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
        return column;
    }
}
