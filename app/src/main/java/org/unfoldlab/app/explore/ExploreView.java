package org.unfoldlab.app.explore;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.app.editor.FileAsker;
import org.unfoldlab.model.explore.ExploreAnswer.Picture;
import org.unfoldlab.viz.explore.ThoughtScene;
import org.unfoldlab.viz.explore.ThoughtView;
import org.unfoldlab.viz.explore.ThoughtWords;
import org.unfoldlab.viz.graph.Selection;

/** Explore: an image at the left, what the network holds and answers over time in the middle, images at the right. */
public final class ExploreView extends BorderPane {
    private static final double CARD_WIDTH = 640;
    private static final Duration PATIENCE = Duration.millis(300);
    private static final double DIMMED = 0.45;

    private final ExploreViewModel model;
    private final DocumentViewModel document;
    private final BiConsumer<String, Node> cards;
    private final Runnable closeCard;
    private final ImagePanel image;
    private final NeedTimePanel lists;
    private final ChannelPanel channels;
    private final VBox side = new VBox();
    private final ThoughtView thought = new ThoughtView();
    private final ThoughtPane scroll = new ThoughtPane(thought);
    private final Label title = new Label();
    private final Label origin = new Label();
    private final Label remark = new Label();
    private final ToggleButton difference = new ToggleButton("Difference");
    private final StackPane stage;
    private final EmptyExplore empty;
    private final PauseTransition waiting = new PauseTransition(PATIENCE);
    private final Player player;

    /**
     * @param files asks for an image file
     * @param train the button of the empty state
     * @param cards shows a node as a card over the window
     * @param closeCard puts it away
     */
    public ExploreView(
            ExploreViewModel model,
            DocumentViewModel document,
            FileAsker files,
            Node train,
            BiConsumer<String, Node> cards,
            Runnable closeCard) {
        this.model = model;
        this.document = document;
        this.cards = cards;
        this.closeCard = closeCard;
        getStyleClass().add("explore");
        player = new Player(model, this::showPlaying);
        image = new ImagePanel(
                model,
                new ImagePanel.Actions(player::toggle, () -> files.image().ifPresent(model::open), this::browse));
        lists = new NeedTimePanel(model);
        channels = new ChannelPanel(
                channel -> document.channelProperty().set(Optional.of(channel)),
                () -> document.selectionProperty().set(Selection.NONE));
        empty = new EmptyExplore(train, model::restart);
        stage = new StackPane(middle(), empty);
        prepareSide();
        setCenter(stage);
        connect();
    }

    private void prepareSide() {
        side.getStyleClass().addAll("explore-side");
        VBox.setVgrow(lists, Priority.ALWAYS);
        VBox.setVgrow(channels, Priority.ALWAYS);
    }

    private VBox middle() {
        prepareWords();
        difference.getStyleClass().add("small");
        difference.setId("difference");
        difference.setAccessibleText("Draw how the maps differ from those of the unspoilt image");
        difference.setOnAction(event -> model.setDifference(difference.isSelected()));
        HBox.setHgrow(remark, Priority.ALWAYS);
        HBox below = new HBox(12, remark, difference);
        below.setAlignment(Pos.CENTER_LEFT);
        below.setMinHeight(28);
        thought.setId("thought");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(2, title, origin, below, scroll);
        box.getStyleClass().add("explore-stage");
        return box;
    }

    private void prepareWords() {
        title.getStyleClass().add("page-title");
        title.setId("explore-title");
        origin.getStyleClass().add("muted");
        origin.setId("explore-origin");
        remark.setId("explore-remark");
        remark.getStyleClass().add("label-text");
        remark.setMinWidth(0);
        remark.setMaxWidth(Double.MAX_VALUE);
    }

    private void connect() {
        thought.selectionProperty().bindBidirectional(document.selectionProperty());
        thought.setOnStep(t -> {
            player.pause();
            model.stepTo(t);
            scroll.reveal(model.shownTime());
        });
        model.revisionProperty().subscribe(this::refresh);
        waiting.setOnFinished(event -> thought.setOpacity(model.isBusy() ? DIMMED : 1));
        document.selectionProperty().subscribe(this::showSide);
        document.selectionProperty().subscribe(scroll::reveal);
        sceneProperty().subscribe(this::shownIn);
        // The drawing lies in a scroll pane, which would take Space to turn a page: it is asked first.
        thought.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setOnDragOver(this::dragOver);
        setOnDragDropped(this::dropped);
    }

    private void shownIn(@Nullable Scene scene) {
        model.setVisible(scene != null);
        if (scene == null) {
            player.pause();
        } else {
            Platform.runLater(thought::requestFocus);
        }
    }

    /** Steps instead of playing. */
    public void setReducedMotion(boolean on) {
        player.setReducedMotion(on);
    }

    private void key(KeyEvent event) {
        boolean used = true;
        if (event.getCode() == KeyCode.SPACE) {
            player.toggle();
        } else if (event.getCode() == KeyCode.ESCAPE
                && !document.selectionProperty().get().isEmpty()) {
            document.selectionProperty().set(Selection.NONE);
        } else {
            used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private void showPlaying() {
        image.setPlaying(player.isPlaying());
    }

    private void browse() {
        model.ready().ifPresent(ready -> {
            TestImagesCard card = new TestImagesCard(model, ready, closeCard);
            card.setPrefWidth(CARD_WIDTH);
            cards.accept("Test images", card);
        });
    }

    private void dragOver(DragEvent event) {
        if (model.ready().isPresent() && imageIn(event).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        Optional<Path> file = model.ready().flatMap(ready -> imageIn(event));
        if (file.isPresent()) {
            model.open(file.get());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private static Optional<Path> imageIn(DragEvent event) {
        return ImageDrop.first(event.getDragboard().getFiles());
    }

    private void refresh() {
        Optional<ThoughtScene> scene = model.scene();
        boolean open = model.state() instanceof ExploreState.Open;
        empty.show(model.state());
        stage.getChildren().get(0).setVisible(open);
        setLeft(open ? image : null);
        setRight(open ? side : null);
        scene.ifPresentOrElse(this::show, thought::clear);
        if (!model.isBusy()) {
            thought.setOpacity(1);
        }
        say(scene);
        waiting.playFromStart();
        difference.setVisible(scene.flatMap(ThoughtScene::unspoilt).isPresent());
        difference.setSelected(model.difference());
        showSide();
    }

    private void show(ThoughtScene scene) {
        boolean stepped = thought.scene()
                .filter(before -> before.shown() == scene.shown())
                .isEmpty();
        thought.show(scene);
        if (stepped) {
            scroll.reveal(scene.shown());
        }
    }

    private void say(Optional<ThoughtScene> scene) {
        Optional<Picture> picture = model.drawnPicture();
        title.setText(scene.flatMap(now -> picture.map(of -> ThoughtWords.verdict(now, ExploreWords.title(of))))
                .orElse("Asking the network"));
        origin.setText(model.drawnReady()
                .flatMap(ready -> picture.map(of -> ExploreWords.origin(
                        of, ready, model.run().map(run -> run.number()).orElse(0))))
                .orElse(""));
        boolean failed = !model.trouble().isEmpty();
        remark.getStyleClass().removeAll("error-text", "muted");
        remark.getStyleClass().add(failed ? "error-text" : "muted");
        remark.setText(failed ? model.trouble() : scene.map(this::remark).orElse(""));
    }

    private String remark(ThoughtScene scene) {
        String recovery = ThoughtWords.recovery(scene);
        if (scene.readoutTime() > scene.last()) {
            return "T = " + scene.readoutTime() + " is farther than is looked here.";
        }
        return recovery.isEmpty()
                ? model.ready()
                        .map(ready -> "Batch norm: " + ready.statistics() + ".")
                        .orElse("")
                : recovery;
    }

    private void showSide() {
        boolean chosen = model.scene()
                .map(scene -> channels.show(scene, document.selectionProperty().get()))
                .orElse(false);
        Region part = chosen ? channels : lists;
        if (side.getChildren().size() != 1 || side.getChildren().get(0) != part) {
            side.getChildren().setAll(List.of(part));
        }
    }

    /** The drawing in the middle; for tests and pictures. */
    public ThoughtView thought() {
        return thought;
    }
}
