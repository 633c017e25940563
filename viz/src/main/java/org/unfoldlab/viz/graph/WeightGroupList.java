package org.unfoldlab.viz.graph;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.unfoldlab.model.network.Direction;

/** Parameters by weight group: letter, transition, a bar on one scale, the number. */
public final class WeightGroupList extends VBox {
    private final Consumer<Selection> choose;

    /** @param choose receives the transition of a row that is pressed */
    public WeightGroupList(Consumer<Selection> choose) {
        super(2);
        this.choose = choose;
        getStyleClass().add("weight-groups");
    }

    /** Shows the groups that a network uses at its T. */
    public void show(DrawnNetwork network) {
        List<GroupFigures> groups = GroupFigures.of(network);
        long largest = groups.stream().mapToLong(GroupFigures::parameters).max().orElse(1);
        getChildren()
                .setAll(groups.stream()
                        .map(group -> row(network, group, largest))
                        .toList());
    }

    private Region row(DrawnNetwork network, GroupFigures figures, long largest) {
        BadgeView badge = new BadgeView(16);
        badge.show(figures.group());
        Label words = new Label(figures.words());
        words.getStyleClass().add("label-text");
        words.setMinWidth(72);
        Label count = InspectorParts.figure();
        count.setText(TransitionWords.count(figures.parameters()));
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox content =
                new HBox(10, badge, words, bar(network, figures, (double) figures.parameters() / largest), count);
        content.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button("", content);
        row.getStyleClass().addAll("quiet", "small", "weight-group");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(
                badge.getAccessibleText() + ", " + figures.words() + ", " + count.getText() + " parameters");
        row.setOnAction(event -> choose.accept(Selection.of(new Item.OfTransition(figures.transition()))));
        content.prefWidthProperty().bind(row.widthProperty().subtract(20));
        return row;
    }

    private static Region bar(DrawnNetwork network, GroupFigures figures, double share) {
        Direction direction = network.document()
                .transition(figures.transition())
                .map(network::direction)
                .orElse(Direction.LATERAL);
        Region fill = new Region();
        fill.getStyleClass().addAll("weight-bar", TransitionWords.direction(direction));
        fill.setMinHeight(8);
        fill.setMaxHeight(8);
        StackPane room = new StackPane(fill);
        room.setAlignment(Pos.CENTER_LEFT);
        room.setMinWidth(20);
        fill.maxWidthProperty().bind(room.widthProperty().multiply(Math.max(0.02, share)));
        HBox.setHgrow(room, Priority.ALWAYS);
        return room;
    }
}
