package org.unfoldlab.viz.plot;

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

    private interface Cell {
        String text(double place);
    }

    private static TableColumn<Double, String> column(String name, Cell cell) {
        TableColumn<Double, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.text(row.getValue())));
        column.getStyleClass().add("number-cell");
        column.setPrefWidth(COLUMN);
        column.setSortable(false);
        return column;
    }
}
