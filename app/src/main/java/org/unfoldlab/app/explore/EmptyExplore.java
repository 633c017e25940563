package org.unfoldlab.app.explore;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands in Explore while there is nothing to see: why, what is safe, what to do. */
final class EmptyExplore extends VBox {
    private static final double TEXT_WIDTH = 460;

    private final Label title = new Label();
    private final Label hint = new Label();
    private final Node train;
    private final Button again = new Button("Start again");

    /**
     * @param train trains the open network
     * @param restart starts a process again
     */
    EmptyExplore(Node train, Runnable restart) {
        super(8);
        this.train = train;
        setId("explore-empty");
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        title.getStyleClass().add("page-title");
        title.setId("explore-empty-title");
        hint.getStyleClass().add("muted");
        hint.setId("explore-empty-hint");
        hint.setWrapText(true);
        hint.setMaxWidth(TEXT_WIDTH);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        again.setId("explore-again");
        again.getStyleClass().add("primary");
        again.setOnAction(event -> restart.run());
        getChildren().addAll(title, hint, train, again);
    }

    /** Says what the state is; is not seen when there is something better to see. */
    void show(ExploreState state) {
        setVisible(!(state instanceof ExploreState.Open));
        boolean untrained = state instanceof ExploreState.NothingTrained now && !now.training();
        setShown(train, untrained);
        setShown(again, state instanceof ExploreState.Lost);
        if (state instanceof ExploreState.NothingTrained now) {
            title.setText("Nothing trained yet");
            hint.setText(
                    now.training()
                            ? "Images can be explored here after the first epoch."
                            : "Train this network. Images can be explored here after the first epoch.");
        } else if (state instanceof ExploreState.Loading now) {
            title.setText("Loading run " + now.run());
            hint.setText("The newest checkpoint and the test images are read.");
        } else if (state instanceof ExploreState.Lost now) {
            title.setText(
                    now.loaded()
                            ? "Run " + now.run() + " is not answering any more"
                            : "Run " + now.run() + " cannot be explored");
            hint.setText(now.reason() + " The run and your drawing are unharmed.");
        }
    }

    private static void setShown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
