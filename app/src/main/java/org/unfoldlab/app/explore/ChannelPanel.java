package org.unfoldlab.app.explore;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.viz.explore.ChannelGrid;
import org.unfoldlab.viz.explore.RangeBar;
import org.unfoldlab.viz.explore.ThoughtScene;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.graph.StateChannel;

/** What is chosen in Explore: all channels of one h(t). */
final class ChannelPanel extends VBox {
    private final Label title = new Label();
    private final Label about = new Label();
    private final RangeBar range = new RangeBar();
    private final ChannelGrid grid = new ChannelGrid();
    private Optional<State> state = Optional.empty();

    /**
     * @param choose told which channel is to be drawn
     * @param close back to the lists
     */
    ChannelPanel(Consumer<StateChannel> choose, Runnable close) {
        super(10);
        title.getStyleClass().add("section");
        title.setId("channel-title");
        about.getStyleClass().addAll("muted", "label-text");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        grid.setId("channel-grid");
        grid.setOnChannel(channel -> state.ifPresent(of -> choose.accept(new StateChannel(of.name(), channel))));
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button back = new Button("Back to the images");
        back.setId("back-to-images");
        back.getStyleClass().add("small");
        back.setOnAction(event -> close.run());
        getChildren().addAll(title, about, range, scroll, back);
    }

    /** Shows what is chosen; false when that is no state of the scene. */
    boolean show(ThoughtScene scene, Selection selection) {
        Optional<StateAt> at = chosen(scene, selection);
        at.ifPresent(where -> show(scene, where));
        return at.isPresent();
    }

    /** The chosen h(t); of a chosen state the newest one that is shown. */
    private static Optional<StateAt> chosen(ThoughtScene scene, Selection selection) {
        Optional<Item> item = selection.single();
        if (item.isPresent() && item.get() instanceof Item.OfStateAt map) {
            return Optional.of(map.at()).filter(at -> scene.thought().states().containsKey(at));
        }
        if (item.isPresent() && item.get() instanceof Item.OfState chosen) {
            return scene.thought().states().keySet().stream()
                    .filter(at -> at.state().equals(chosen.name()) && at.time() <= scene.shown())
                    .reduce((a, b) -> a.time() > b.time() ? a : b);
        }
        return Optional.empty();
    }

    private void show(ThoughtScene scene, StateAt at) {
        State of = scene.states().stream()
                .filter(known -> known.name().equals(at.state()))
                .findFirst()
                .orElseThrow();
        state = Optional.of(of);
        title.setText(at.state() + " at t = " + at.time());
        about.setText("Channel " + (scene.channel(of) + 1) + " of " + of.channels() + ", " + of.height() + "×"
                + of.width() + (scene.showsDifference() ? ", spoilt minus unspoilt" : "")
                + ". Colours span the channel over all t.");
        range.show(scene, of);
        grid.show(scene, at);
    }
}
