package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * The same data as a table: a row for each place, a column for each line and each end of a band. New data keep its place
 * and selection.
 */
final class PlotTable {
    private static final double COLUMN = 110;

    private record Column<R>(String name, Function<R, String> cell) {}

    private PlotTable() {}

    static TableView<Double> of(PlotModel model) {
        TableView<Double> table = new TableView<>();
        show(table, model);
        return table;
    }

    /** A row for each channel, a column for each t. */
    static TableView<Integer> of(HeatMap map) {
        TableView<Integer> table = new TableView<>();
        show(table, map);
        return table;
    }

    static void show(TableView<Double> table, PlotModel model) {
        String first =
                model.x().label().isEmpty() ? model.x().symbol() : model.x().label();
        List<Column<Double>> columns = new ArrayList<>();
        columns.add(new Column<>(first, place -> Numbers.significant(place)));
        for (Series line : Figures.lines(model)) {
            columns.add(new Column<>(line.name(), place -> model.y().figure(line.at(place))));
        }
        fill(table, model.title(), Figures.places(model), columns);
    }

    static void show(TableView<Integer> table, HeatMap map) {
        List<Column<Integer>> columns = new ArrayList<>();
        columns.add(new Column<>("", row -> map.rowName(row)));
        for (int t = map.first(); t <= map.last(); t++) {
            double place = t;
            columns.add(new Column<>(map.x().place(t), row -> Numbers.significant(map.at(row, place))));
        }
        List<Integer> rows = IntStream.range(0, map.rowCount()).boxed().toList();
        fill(table, map.title(), rows, columns);
    }

    private static <R> void fill(TableView<R> table, String title, List<R> rows, List<Column<R>> columns) {
        keep(table.getItems(), rows);
        List<TableColumn<R, ?>> heads = table.getColumns();
        for (int i = 0; i < columns.size(); i++) {
            if (i == heads.size()) {
                heads.add(head());
            }
            show(heads.get(i), columns.get(i));
        }
        heads.subList(columns.size(), heads.size()).clear();
        table.setAccessibleText(title + ", table");
        table.refresh();
    }

    /** Both ascend, so what stays need not move. */
    private static <R> void keep(List<R> shown, List<R> wanted) {
        shown.retainAll(new HashSet<>(wanted));
        for (int i = 0; i < wanted.size(); i++) {
            if (i == shown.size()) {
                shown.addAll(wanted.subList(i, wanted.size()));
            } else if (!shown.get(i).equals(wanted.get(i))) {
                shown.add(i, wanted.get(i));
            }
        }
    }

    private static <R> TableColumn<R, String> head() {
        TableColumn<R, String> head = new TableColumn<>();
        head.getStyleClass().add("number-cell");
        head.setPrefWidth(COLUMN);
        head.setSortable(false);
        return head;
    }

    @SuppressWarnings("unchecked") // all are made by head
    private static <R> void show(TableColumn<R, ?> head, Column<R> column) {
        head.setText(column.name());
        ((TableColumn<R, String>) head)
                .setCellValueFactory(
                        row -> new ReadOnlyStringWrapper(column.cell().apply(row.getValue())));
    }
}
