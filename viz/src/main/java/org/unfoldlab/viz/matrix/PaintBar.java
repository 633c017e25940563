package org.unfoldlab.viz.matrix;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.SharingEdits;
import org.unfoldlab.viz.graph.BadgeView;
import org.unfoldlab.viz.graph.Brush;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.GroupFigures;
import org.unfoldlab.viz.graph.TransitionWords;
import org.unfoldlab.viz.graph.WeightGroup;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/** The paints: a letter for each group of weights, a new one, none; and what the network amounts to while painting. */
final class PaintBar extends HBox {
    private static final double BADGE = 18;
    private static final int MOST_LETTERS = 16;
    /** What a letter takes with room around it, and all the rest, in px. */
    private static final double ROOMY_LETTER = 30;

    private static final double REST = 660;

    private final MatrixView matrix;
    private final ObjectProperty<Brush> brush;
    private final Label title = new Label("Weights");
    private final HBox letters = new HBox();
    private final ToggleButton own = new ToggleButton("Own");
    private final ToggleButton fresh = new ToggleButton("New");
    private final Button overTime = small("Over time");
    private final Button none = small("None");
    private final Label figures = new Label();
    private final ObservableValue<Look> look = Theme.lookOf(this);

    PaintBar(MatrixView matrix, ObjectProperty<Brush> brush) {
        super(6);
        this.matrix = matrix;
        this.brush = brush;
        setAlignment(Pos.CENTER_LEFT);
        setId("paint-bar");
        title.getStyleClass().addAll("label-text", "strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        figures.getStyleClass().addAll("muted", "label-text");
        figures.setTextOverrun(OverrunStyle.ELLIPSIS);
        figures.setId("paint-figures");
        figures.setMinWidth(0);
        figures.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(figures, Priority.ALWAYS);
        Button done = small("Done");
        done.setOnAction(event -> brush.set(new Brush.Off()));
        explain(done, "End painting  Esc");
        paint(own, "own-weights", "Weights of their own: untie what is painted  G Delete", new Brush.Own());
        own.setGraphic(badge(Optional.empty()));
        explain(fresh, "New weights, with a letter of their own");
        fresh.getStyleClass().add("small");
        fresh.setOnAction(event -> take(new Brush.Tie(
                SharingEdits.freshGroup(matrix.networkProperty().get().document()))));
        preset(overTime, "Share over time", "One set of weights for each transition", SharingEdits::overTime);
        preset(none, "Share nothing", "Own weights at every step", SharingEdits::none);
        widthProperty().subscribe(this::show);
        getChildren().addAll(title, letters, fresh, own, overTime, none, figures, done);
    }

    private static Button small(String text) {
        Button button = new Button(text);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static void explain(ButtonBase button, String words) {
        button.setTooltip(new Tooltip(words));
        button.setAccessibleHelp(words);
        button.setMinWidth(Region.USE_PREF_SIZE);
    }

    private static BadgeView badge(Optional<WeightGroup> group) {
        BadgeView badge = new BadgeView(BADGE);
        badge.show(group);
        return badge;
    }

    private void preset(Button button, String label, String help, UnaryOperator<NetworkDocument> change) {
        explain(button, help);
        button.setOnAction(event -> matrix.propose(ProposedEdit.once(label, change)));
    }

    private void paint(ToggleButton button, String id, String help, Brush paint) {
        button.setId(id);
        button.getStyleClass().add("small");
        explain(button, help);
        button.setSelected(brush.get().equals(paint));
        button.setOnAction(event -> take(paint));
    }

    private void take(Brush paint) {
        brush.set(paint);
        show();
    }

    /** True when letters stand closer, so that the figures beside them keep their room. */
    private boolean isDense() {
        int shown = Math.min(
                MOST_LETTERS, matrix.networkProperty().get().groups().all().size());
        double wanted = (ROOMY_LETTER * shown + REST) * look.getValue().scale();
        return getWidth() > 0 && getWidth() < wanted;
    }

    /** Shows the paints and figures of the network as it is. */
    void show() {
        DrawnNetwork network = matrix.networkProperty().get();
        List<WeightGroup> groups = network.groups().all();
        boolean dense = isDense();
        title.setVisible(!dense);
        title.setManaged(!dense);
        letters.setSpacing(dense ? -4 : 2);
        letters.getChildren()
                .setAll(groups.stream().limit(MOST_LETTERS).map(this::letter).toList());
        own.setSelected(brush.get() instanceof Brush.Own);
        boolean isFresh = brush.get() instanceof Brush.Tie tie
                && network.groups().numbered(tie.group()).isEmpty();
        fresh.setSelected(isFresh);
        fresh.setText(isFresh && brush.get() instanceof Brush.Tie tie ? "New: " + tie.letter() : "New");
        overTime.setDisable(network.document().sharing() instanceof Sharing.OverTime);
        none.setDisable(network.document().sharing() instanceof Sharing.None);
        figures.setText(figures(network));
        figures.setTooltip(new Tooltip(figures.getText() + " steps. Pruned steps cannot reach the readout."));
    }

    private ToggleButton letter(WeightGroup group) {
        ToggleButton button = new ToggleButton("", badge(Optional.of(group)));
        button.getStyleClass().add("paint");
        Brush paint = new Brush.Tie(group.number());
        String parameters = GroupFigures.of(matrix.networkProperty().get()).stream()
                .filter(figure -> figure.group().equals(Optional.of(group)))
                .findFirst()
                .map(figure ->
                        ", " + figure.words() + ", " + TransitionWords.count(figure.parameters()) + " parameters")
                .orElse(", not used at this T");
        paint(
                button,
                "paint-" + group.letter(),
                "Weights " + group.letter() + parameters + "  G " + group.letter(),
                paint);
        button.setAccessibleText("Weights " + group.letter() + parameters);
        return button;
    }

    /** Parameters of all groups together and of the brush's own, and the steps that are pruned. */
    private String figures(DrawnNetwork network) {
        if (network.unrolling().isEmpty()) {
            return network.problems().stream()
                    .filter(problem -> problem.isError())
                    .findFirst()
                    .map(problem -> problem.what())
                    .orElse("");
        }
        List<GroupFigures> all = GroupFigures.of(network);
        long total = all.stream().mapToLong(GroupFigures::parameters).sum();
        long pruned = network.unrolling().get().ghosts().size();
        String of = brush.get() instanceof Brush.Tie tie ? " · " + tie.letter() + " " + count(all, tie) : "";
        return TransitionWords.count(total) + (isDense() ? "" : " in all") + of + " · " + pruned + " pruned";
    }

    private static String count(List<GroupFigures> all, Brush.Tie tie) {
        return TransitionWords.count(all.stream()
                .filter(figure ->
                        figure.group().isPresent() && figure.group().get().number() == tie.group())
                .mapToLong(GroupFigures::parameters)
                .sum());
    }
}
