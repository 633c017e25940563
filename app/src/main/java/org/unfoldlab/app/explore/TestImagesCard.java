package org.unfoldlab.app.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.unfoldlab.model.explore.ExploreAnswer;
import org.unfoldlab.model.explore.ExploreAnswer.Picture;
import org.unfoldlab.model.explore.ExploreAnswer.Ready;

/** The test images, a page at a time, of one class or all. */
final class TestImagesCard extends VBox {
    private static final int PAGE = 45;
    private static final int COLUMNS = 9;
    private static final double SIDE = 64;
    private static final String ALL = "All classes";

    private final ExploreViewModel model;
    private final Ready ready;
    private final Runnable close;
    private final ComboBox<String> classes = new ComboBox<>();
    private final TilePane images = new TilePane(8, 8);
    private final Label place = new Label();
    private final Button back = new Button("Previous");
    private final Button forth = new Button("Next");
    private int from;

    /**
     * @param ready the run whose images they are
     * @param close puts the card away
     */
    TestImagesCard(ExploreViewModel model, Ready ready, Runnable close) {
        super(12);
        this.model = model;
        this.ready = ready;
        this.close = close;
        List<String> names = new ArrayList<>(List.of(ALL));
        names.addAll(ready.classNames());
        classes.getItems().setAll(names);
        classes.setValue(ALL);
        classes.setId("image-class");
        classes.setAccessibleText("Class of the images");
        classes.valueProperty().subscribe((before, now) -> turnTo(0));
        images.setPrefColumns(COLUMNS);
        images.setId("image-page");
        images.setMinHeight(PAGE / COLUMNS * (SIDE + 16));
        back.setId("previous-page");
        back.setOnAction(event -> turnTo(from - PAGE));
        forth.setId("next-page");
        forth.setOnAction(event -> turnTo(from + PAGE));
        place.getStyleClass().addAll("muted", "label-text");
        place.setId("page-place");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, classes, gap, place, back, forth);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, images);
        turnTo(0);
    }

    private void turnTo(int first) {
        int chosen = classes.getItems().indexOf(classes.getValue()) - 1;
        OptionalInt label = chosen >= 0 ? OptionalInt.of(chosen) : OptionalInt.empty();
        model.browse(label, Math.max(0, first), PAGE, this::show);
    }

    private void show(ExploreAnswer answer) {
        if (answer instanceof ExploreAnswer.Page page) {
            from = page.from();
            images.getChildren()
                    .setAll(IntStream.range(0, page.pictures().size())
                            .mapToObj(i -> button(page.pictures().get(i)))
                            .toList());
            int last = from + page.pictures().size();
            place.setText(
                    page.total() == 0
                            ? "No image of this class"
                            : ExploreWords.count(from + 1L) + "–" + ExploreWords.count(last) + " of "
                                    + ExploreWords.count(page.total()));
            back.setDisable(from == 0);
            forth.setDisable(last >= page.total());
        } else if (answer instanceof ExploreAnswer.Trouble what) {
            place.setText(what.sentence());
        }
    }

    private Button button(Picture picture) {
        ImageView view = new ImageView(org.unfoldlab.viz.explore.Pixels.image(
                picture.pixels(), ready.channels(), ready.height(), ready.width()));
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setPreserveRatio(true);
        view.setSmooth(false);
        Button button = new Button("", view);
        button.getStyleClass().add("image-button");
        int number = picture.image().orElse(0);
        button.setAccessibleText("Test image " + number
                + picture.label().stream()
                        .mapToObj(label -> ", " + ready.classNames().get(label))
                        .findFirst()
                        .orElse(""));
        button.setOnAction(event -> {
            model.choose(number);
            close.run();
        });
        return button;
    }
}
