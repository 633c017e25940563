package org.unfoldlab.viz.plot;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The same data as a table: a row for each place, a column for each line. */
final class PlotTable {
    private static final double COLUMN = 110;

    private PlotTable() {}

    static TableView<Double> of(PlotModel model) {
        TableView<Double> table = new TableView<>(FXCollections.observableArrayList(Figures.places(model)));
        String first =
                model.x().label().isEmpty() ? model.x().symbol() : model.x().label();
        table.getColumns().add(column(first, place -> Numbers.significant(place)));
        for (Series line : model.series()) {
            table.getColumns().add(column(line.name(), place -> model.y().figure(line.at(place))));
        }
        table.setAccessibleText(model.title() + ", table");
        return table;
    }

    /** A row for each channel, a column for each t. */
    static TableView<Integer> of(HeatMap map) {
        TableView<Integer> table = new TableView<>();
        for (int row = 0; row < map.rowCount(); row++) {
            table.getItems().add(row);
        }
        table.getColumns().add(column("", row -> map.rowName(row.intValue())));
        for (int t = map.first(); t <= map.last(); t++) {
            double place = t;
            table.getColumns().add(column(map.x().place(t), row -> Numbers.significant(map.at(row.intValue(), place))));
        }
        table.setAccessibleText(map.title() + ", table");
        return table;
    }

    private static <R extends Number> TableColumn<R, String> column(String name, Function<R, String> cell) {
        TableColumn<R, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.apply(row.getValue())));
        column.getStyleClass().add("number-cell");
        column.setPrefWidth(COLUMN);
        column.setSortable(false);
        return column;
    }
}
