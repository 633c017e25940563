package org.unfoldlab.app.equivalence;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.unfoldlab.model.equivalence.Alteration;
import org.unfoldlab.model.equivalence.CopyGradients;
import org.unfoldlab.model.equivalence.Figure;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.viz.equivalence.BenchFigures;
import org.unfoldlab.viz.equivalence.BenchView;
import org.unfoldlab.viz.equivalence.GradientBars;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.WeightGroups;
import org.unfoldlab.viz.theme.Theme;

/** The first view of Verify: the open network on the bench. */
final class BenchPage {
    private final VerifyModel model;
    private final BenchView bench;
    private final BenchPlayer player;
    private final VerifyControls controls;
    private final SetupPanel panel;
    private final FigureTable table = new FigureTable();
    private final GradientBars bars = new GradientBars();
    private final Label barsTitle = new Label();
    private final Label barsDetail = new Label();
    private final Label stepWords = new Label();
    private final Slider trainingStep = new Slider(0, 5, 0);
    private final Node main;
    private final Node side;
    private boolean playedOnce;

    /** @param saveCertificate asks where to write the page */
    BenchPage(VerifyModel model, Runnable saveCertificate) {
        this.model = model;
        bench = new BenchView(model.document().drawing().network());
        bench.setId("bench");
        player = new BenchPlayer(bench.lightProperty());
        controls = new VerifyControls(model, player, bench.lightProperty());
        panel = new SetupPanel(model, saveCertificate);
        ScrollPane scroll = new ScrollPane(panel);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        main = middle();
        side = scroll;
        bench.selectionProperty().bindBidirectional(model.document().selectionProperty());
        model.document().drawingProperty().subscribe(drawing -> {
            bench.networkProperty().set(drawing.network());
            player.setLast(drawing.readoutTime() - 1);
            refresh();
        });
        model.recordProperty().subscribe(this::recordChanged);
        model.trainingStepProperty().subscribe(this::refresh);
        model.settingsProperty().subscribe(this::refresh);
        bench.selectionProperty().subscribe(this::refresh);
        bench.lightProperty().subscribe(this::showPictures);
        Theme.lookOf(bench).subscribe(look -> showBars());
        refresh();
    }

    /** Verdict, both sides, figures. */
    Node main() {
        return main;
    }

    /** Setup, pictures, what to break. */
    Node side() {
        return side;
    }

    BenchPlayer player() {
        return player;
    }

    VerifyControls controls() {
        return controls;
    }

    private VBox middle() {
        VBox.setVgrow(bench, Priority.ALWAYS);
        barsTitle.getStyleClass().add("section");
        barsTitle.setId("bars-title");
        barsTitle.setMinWidth(0);
        barsDetail.getStyleClass().addAll("muted", "label-text");
        barsDetail.setId("bars-detail");
        barsDetail.setMinWidth(0);
        VBox gradients = new VBox(2, barsTitle, barsDetail, bars);
        VBox.setVgrow(bars, Priority.ALWAYS);
        gradients.setMinWidth(220);
        gradients.setPrefWidth(300);
        HBox below = new HBox(34, table, gradients);
        HBox.setHgrow(table, Priority.ALWAYS);
        HBox.setHgrow(gradients, Priority.SOMETIMES);
        below.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(12, head(), bench, below);
        box.getStyleClass().add("stage");
        box.setMinWidth(0);
        return box;
    }

    private HBox head() {
        VerdictHead verdict = new VerdictHead(model);
        HBox.setHgrow(verdict, Priority.ALWAYS);
        trainingStep.setId("training-step");
        trainingStep.setMajorTickUnit(1);
        trainingStep.setMinorTickCount(0);
        trainingStep.setSnapToTicks(true);
        trainingStep.setBlockIncrement(1);
        trainingStep.setPrefWidth(130);
        trainingStep.setAccessibleText("Training steps after which states are shown");
        trainingStep
                .valueProperty()
                .subscribe(value -> model.trainingStepProperty().set((int) Math.round(value.doubleValue())));
        stepWords.getStyleClass().addAll("muted", "label-text");
        stepWords.setMinWidth(Region.USE_PREF_SIZE);
        stepWords.setId("training-step-words");
        HBox which = new HBox(8, stepWords, trainingStep);
        which.setAlignment(Pos.CENTER_RIGHT);
        which.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(16, verdict, which);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("verify-head");
        return head;
    }

    /** The first finding of a check sets the light going. */
    private void recordChanged() {
        BenchRecord record = model.record();
        if (record.isEmpty()) {
            player.rest();
            playedOnce = false;
        } else if (record.states().size() > 0 && record.answer().isPresent() && !playedOnce) {
            playedOnce = true;
            player.playFromStart();
        }
        refresh();
    }

    private void refresh() {
        BenchRecord record = model.record();
        int step = Math.max(0, Math.min(model.trainingStepProperty().get(), record.lastTrainingStep()));
        trainingStep.setMax(Math.max(1, record.lastTrainingStep()));
        trainingStep.setValue(step);
        trainingStep.setDisable(record.lastTrainingStep() < 1);
        stepWords.setText(
                step == 0
                        ? "States before training"
                        : "States after " + step + (step == 1 ? " training step" : " training steps"));
        Alteration alteration = model.settings().alteration();
        Set<Step> altered = new HashSet<>(alteration.untied());
        alteration.push().ifPresent(push -> altered.add(push.step()));
        bench.figuresProperty()
                .set(new BenchFigures(record.statesAfter(step), model.settings().bound(), altered));
        bench.layersProperty()
                .set(
                        record.isEmpty()
                                ? "each copy its own storage"
                                : record.layers() + " layers, each copy its own storage");
        table.show(record.report());
        ChosenPlace place = place();
        panel.offer(place.step(), place.step().map(place::letter).orElse(""));
        showPictures();
        showBars();
    }

    private ChosenPlace place() {
        return new ChosenPlace(
                bench.networkProperty().get(), bench.selectionProperty().get());
    }

    private void showPictures() {
        int step = Math.max(
                0, Math.min(model.trainingStepProperty().get(), model.record().lastTrainingStep()));
        Optional<StateAt> at = place().state(player.time());
        int channels = at.flatMap(a -> model.document().document().state(a.state()))
                .map(State::channels)
                .orElse(0);
        panel.pictures()
                .show(
                        at,
                        at.flatMap(a -> model.record().picture(step, a)),
                        at.flatMap(a -> Optional.ofNullable(
                                model.record().statesAfter(step).get(a))),
                        channels,
                        step);
    }

    private void showBars() {
        Optional<CopyGradients> gradients = gradients();
        DrawnNetwork network = bench.networkProperty().get();
        String name =
                gradients.map(found -> found.key().replaceFirst("/.*", "")).orElse("");
        barsTitle.setText(
                gradients.isEmpty()
                        ? "Gradient, copy by copy"
                        : "Gradient of "
                                + place().step()
                                        .map(step -> place().letter(step))
                                        .orElse(name) + ", copy by copy");
        barsDetail.setText(gradients
                .map(found -> "weight " + (found.weight() + 1) + " of " + found.key() + ", Δ "
                        + Figure.power(found.difference().relative()))
                .orElse("Copies, their sum, the folded network"));
        bars.shownProperty().set(gradients.map(found -> new GradientBars.Shown(found, hue(network, name))));
    }

    private Color hue(DrawnNetwork network, String transition) {
        DrawingStyle style = new DrawingStyle(Theme.lookOf(bench).getValue());
        return network.document()
                .transition(transition)
                .map(t -> style.hue(WeightGroups.direction(network.document(), t)))
                .orElse(style.color(org.unfoldlab.viz.theme.Token.MUTED));
    }

    /** Of a tensor that the chosen step uses; else of its transition; else of the tensor with the most copies. */
    private Optional<CopyGradients> gradients() {
        Collection<CopyGradients> all = model.record().gradients().values();
        Optional<Step> step = place().step();
        return step.flatMap(chosen -> first(all, copy -> copy.place().equals(chosen.toString())))
                .or(() ->
                        step.flatMap(chosen -> first(all, copy -> copy.place().startsWith(chosen.transition() + "@"))))
                .or(() -> all.stream()
                        .max(Comparator.comparingInt(found -> found.copies().size())));
    }

    private static Optional<CopyGradients> first(
            Collection<CopyGradients> all, Predicate<CopyGradients.OneCopy> isWanted) {
        return all.stream()
                .filter(found -> found.copies().stream().anyMatch(isWanted))
                .findFirst();
    }
}
