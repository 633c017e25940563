package org.unfoldlab.app.runs;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.viz.plot.Gutters;
import org.unfoldlab.viz.plot.PlotCursor;
import org.unfoldlab.viz.plot.PlotView;

/** Learning, over epochs: errors, and under them how states move, or losses. */
final class LearningColumn extends VBox {
    private static final double LEFT_GUTTER = 36;
    private static final double ROOM_FOR_TWO = 440;
    private static final double ROOM_FOR_UNIT = 360;

    private final PlotView errors = new PlotView();
    private final PlotView losses = new PlotView();
    private final DynamicsView dynamics;
    private final RateField rate;

    /**
     * @param time the cursor of plots over t
     * @param nothingYet lies over the errors while there are none
     */
    LearningColumn(
            Background background,
            DocumentViewModel document,
            RunQuestions questions,
            PlotCursor time,
            Node nothingYet) {
        super(12);
        dynamics = new DynamicsView(background, document, time, losses);
        rate = new RateField(questions);
        Label name = new Label("Learning");
        name.getStyleClass().add("column-title");
        Label unit = new Label("over epochs");
        unit.getStyleClass().add("muted");
        name.setMinWidth(USE_PREF_SIZE);
        unit.managedProperty().bind(unit.visibleProperty());
        unit.visibleProperty()
                .bind(widthProperty()
                        .greaterThan(ROOM_FOR_UNIT)
                        .or(rate.visibleProperty().not()));
        HBox heading = new HBox(12, name, unit, Gaps.growing(), rate);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setMinHeight(28);
        StackPane first = new StackPane(errors, nothingYet);
        StackPane.setMargin(nothingYet, new Insets(0, 8, 32, LEFT_GUTTER + 8));
        VBox.setVgrow(first, Priority.ALWAYS);
        VBox.setVgrow(dynamics, Priority.ALWAYS);
        getChildren().addAll(heading, first, dynamics);
        setMinWidth(0);
        dynamics.managedProperty().bind(dynamics.visibleProperty());
        dynamics.visibleProperty().bind(heightProperty().greaterThan(ROOM_FOR_TWO));
        PlotCursor epochs = new PlotCursor();
        for (PlotView plot : List.of(errors, losses)) {
            plot.shareCursor(epochs);
            plot.setGutters(new Gutters(OptionalDouble.of(LEFT_GUTTER), OptionalDouble.empty()));
        }
        errors.setId("plot-error-by-epoch");
        losses.setId("plot-loss-by-epoch");
        errors.setPrefHeight(280);
        losses.setPrefHeight(200);
        losses.setMinHeight(90);
    }

    void show(RunPlots plots, Optional<RunViewModel> chosen) {
        errors.show(plots.errorByEpoch());
        losses.show(plots.lossByEpoch());
        dynamics.show(chosen, plots.lastTime());
    }

    /** Follows the run that trains; cheap, so asked at every change. */
    void follow(Optional<RunViewModel> live) {
        rate.show(live);
    }
}
