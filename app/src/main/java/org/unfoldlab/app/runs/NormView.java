package org.unfoldlab.app.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.model.result.TrainingEvent.StatisticsMeasured;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.plot.Gutters;
import org.unfoldlab.viz.plot.HeatMapView;
import org.unfoldlab.viz.plot.PlotCursor;
import org.unfoldlab.viz.plot.PlotView;
import org.unfoldlab.viz.plot.Series;
import org.unfoldlab.viz.theme.Theme;

/** Mean and deviation of batch norm by channel over t (paper, Figure 5B): of the run in focus, at its newest epoch. */
final class NormView extends VBox {
    private static final double ROOM_FOR_ALL = 400;
    private static final String CHANNEL = "channel ";

    private final Background background;
    private final DocumentViewModel document;
    private final PlotView mean = new PlotView();
    private final PlotView deviation = new PlotView();
    private final HeatMapView map = new HeatMapView();
    private final ComboBox<String> norms = new ComboBox<>();
    private final Label sample = new Label();
    private final ToggleButton lines = new ToggleButton("Lines");
    private final ToggleButton asMap = new ToggleButton("Map");
    private Optional<RunViewModel> run = Optional.empty();
    private Optional<Path> read = Optional.empty();
    private NormStatistics statistics = NormStatistics.NONE;
    private OptionalInt marked = OptionalInt.empty();
    private int lastTime = 1;

    NormView(Background background, DocumentViewModel document, PlotCursor time, Gutters gutters) {
        super(8);
        this.background = background;
        this.document = document;
        for (PlotView plot : List.of(mean, deviation)) {
            plot.shareCursor(time);
            plot.setGutters(gutters);
            plot.setOnReadout(t -> document.setReadoutTime((int) Math.round(t)));
            plot.setOnSeries(this::markLine);
            VBox.setVgrow(plot, Priority.ALWAYS);
            plot.setPrefHeight(150);
            plot.setMinHeight(80);
        }
        mean.setId("plot-norm-mean");
        deviation.setId("plot-norm-deviation");
        map.shareCursor(time);
        map.setGutters(gutters);
        map.setOnRow(this::markRow);
        VBox.setVgrow(map, Priority.ALWAYS);
        map.setMinHeight(80);
        prepareNorms();
        getChildren().addAll(chooser(), mean, deviation, map);
        document.selectionProperty().subscribe(this::followSelection);
        document.documentProperty().subscribe(this::draw);
        Theme.lookOf(this).subscribe(look -> arrange());
        heightProperty().subscribe(this::arrange);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /** Shows the newest statistics of a run; nothing without any. */
    void show(Optional<RunViewModel> chosen, int lastTimeOfPlots) {
        run = chosen;
        lastTime = lastTimeOfPlots;
        List<StatisticsMeasured> measured =
                chosen.map(r -> r.record().statistics()).orElse(List.of());
        if (measured.isEmpty()) {
            read = Optional.empty();
            setVisible(false);
            return;
        }
        StatisticsMeasured newest = measured.get(measured.size() - 1);
        sample.setText("epoch " + newest.epoch() + ", measured on " + newest.sampleImages() + " images");
        Path file = chosen.orElseThrow().folder().resolve(newest.file());
        if (!read.equals(Optional.of(file))) {
            read = Optional.of(file);
            background.run("Reading " + file, () -> NormStatistics.read(file), this::take, e -> {});
        } else {
            draw();
        }
    }

    private void take(NormStatistics next) {
        statistics = next;
        String before = norms.getValue();
        norms.getItems().setAll(next.norms());
        if (before != null && next.norms().contains(before)) {
            norms.setValue(before);
        } else if (!next.norms().isEmpty()) {
            norms.setValue(next.norms().get(0));
        }
        setVisible(!next.norms().isEmpty());
        draw();
    }

    private HBox chooser() {
        ToggleGroup group = new ToggleGroup();
        lines.setToggleGroup(group);
        asMap.setToggleGroup(group);
        lines.getStyleClass().addAll("small", "left-pill");
        asMap.getStyleClass().addAll("small", "right-pill");
        lines.setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            }
            arrange();
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        sample.getStyleClass().addAll("muted", "axis-text");
        sample.setMinWidth(0);
        HBox row = new HBox(8, norms, sample, gap, new HBox(lines, asMap));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void prepareNorms() {
        norms.getStyleClass().add("small");
        norms.setId("norm-choice");
        norms.setAccessibleText("Batch norm to look at");
        norms.setConverter(new StringConverter<>() {
            @Override
            public String toString(String norm) {
                return norm == null
                        ? ""
                        : run.map(r -> NormNames.of(norm, r.network())).orElse(norm);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        norms.valueProperty().subscribe(this::draw);
    }

    /** A wide window has room for lines and map; in others one of them is shown. */
    private void arrange() {
        boolean wide = Theme.lookOf(this).getValue().wide();
        boolean both = wide && getHeight() > ROOM_FOR_ALL;
        show(mean, both || lines.isSelected());
        show(deviation, both || lines.isSelected());
        show(map, both || asMap.isSelected());
    }

    private static void show(Region part, boolean on) {
        part.setVisible(on);
        part.setManaged(on);
    }

    private void followSelection(Selection selection) {
        selection.single().ifPresent(item -> {
            String id = item instanceof Item.OfTransition transition
                    ? transition.id()
                    : item instanceof Item.OfStep step ? step.step().transition() : "";
            norms.getItems().stream()
                    .filter(norm ->
                            NormNames.transition(norm).filter(id::equals).isPresent())
                    .findFirst()
                    .ifPresent(norms::setValue);
        });
    }

    private void markLine(Series line) {
        if (line.name().startsWith(CHANNEL)) {
            mark(Integer.parseInt(line.name().substring(CHANNEL.length())));
        }
    }

    private void markRow(int row) {
        plots().ifPresent(plots -> mark(plots.channelOfRow(row)));
    }

    /** Marks a channel; marking it again takes the mark away. */
    private void mark(int channel) {
        boolean again = marked.isPresent() && marked.getAsInt() == channel;
        marked = again ? OptionalInt.empty() : OptionalInt.of(channel);
        draw();
    }

    private Optional<NormPlots> plots() {
        String norm = norms.getValue();
        if (norm == null || run.isEmpty()) {
            return Optional.empty();
        }
        return statistics
                .of(norm)
                .map(curves -> new NormPlots(
                        curves,
                        lastTime,
                        document.document().readout().time(),
                        marked.isPresent() && marked.getAsInt() < curves.channels() ? marked : OptionalInt.empty(),
                        NormNames.of(norm, run.get().network())));
    }

    private void draw() {
        plots().ifPresent(plots -> {
            mean.show(plots.mean());
            deviation.show(plots.deviation());
            map.show(plots.map());
        });
    }
}
