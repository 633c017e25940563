package org.unfoldlab.app.explore;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.unfoldlab.app.shell.Hints;
import org.unfoldlab.model.explore.ExploreAnswer.Ready;
import org.unfoldlab.model.explore.Spoiling;
import org.unfoldlab.viz.explore.PatchImage;
import org.unfoldlab.viz.explore.Pixels;

/** At the left of Explore: the image as the network sees it, how it is spoilt, and where another one comes from. */
final class ImagePanel extends VBox {
    private static final double SIDE = 164;
    private static final double LOUDEST = 96;
    private static final List<Integer> SHARES = List.of(0, 8, 6, 4, 3, 2);

    private final ExploreViewModel model;
    private final PatchImage image = new PatchImage();
    private final Label hint = new Label();
    private final ComboBox<Integer> patch = new ComboBox<>();
    private final Slider noise = new Slider(0, LOUDEST, 0);
    private final Label amount = new Label("0");
    private final Button newNoise = button("New noise", MaterialDesignD.DICE_5_OUTLINE, "small");
    private final Button unspoil = button("Unspoil", MaterialDesignI.IMAGE_OUTLINE, "small");
    private final Button play = button("Play", MaterialDesignP.PLAY);
    private boolean showing;

    /** What is asked for here and done elsewhere. */
    record Actions(Runnable play, Runnable openFile, Runnable browse) {}

    ImagePanel(ExploreViewModel model, Actions actions) {
        super(12);
        this.model = model;
        getStyleClass().addAll("sidebar", "explore-image");
        image.setId("explore-image");
        image.setPrefSize(SIDE, SIDE);
        image.setMaxHeight(220);
        image.setOnMove(this::movePatch);
        hint.getStyleClass().addAll("muted", "label-text");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        preparePatch();
        prepareNoise();
        play.setId("explore-play");
        play.setOnAction(event -> actions.play().run());
        Button next = button("Next test image", MaterialDesignS.SKIP_NEXT, "quiet");
        next.setId("next-image");
        next.setOnAction(event -> model.next());
        Button browse = button("Test images…", MaterialDesignV.VIEW_GRID_OUTLINE, "quiet");
        browse.setId("browse-images");
        browse.setOnAction(event -> actions.browse().run());
        Button open = button("Open image…", MaterialDesignI.IMAGE, "quiet");
        open.setId("open-image");
        open.setOnAction(event -> actions.openFile().run());
        VBox sources = new VBox(4, next, browse, open);
        getChildren().addAll(image, hint, controls(), spoilButtons(), play, sources);
        model.revisionProperty().subscribe(this::refresh);
    }

    private static Button button(String text, Ikon icon, String... styles) {
        Button button = new Button(text, Hints.icon(icon));
        button.getStyleClass().addAll(styles);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        return button;
    }

    private GridPane controls() {
        GridPane grid = new GridPane(8, 8);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(48);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(List.of(names, wide));
        HBox noiseRow = new HBox(6, noise, amount);
        noiseRow.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(noise, Priority.ALWAYS);
        amount.getStyleClass().add("mono");
        amount.setMinWidth(22);
        amount.setAlignment(Pos.CENTER_RIGHT);
        grid.addRow(0, name("Patch", patch), patch);
        grid.addRow(1, name("Noise", noise), noiseRow);
        return grid;
    }

    private static Label name(String text, Region of) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "label-text");
        label.setLabelFor(of);
        return label;
    }

    private HBox spoilButtons() {
        newNoise.setId("new-noise");
        newNoise.setOnAction(
                event -> model.spoil(model.spoiling().withSeed(model.spoiling().seed() + 1)));
        unspoil.setId("unspoil");
        unspoil.setOnAction(
                event -> model.spoil(Spoiling.NONE.withSeed(model.spoiling().seed())));
        for (Button button : List.of(newNoise, unspoil)) {
            button.setGraphic(null);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setAlignment(Pos.CENTER);
        }
        HBox row = new HBox(6, newNoise, unspoil);
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private void preparePatch() {
        patch.getStyleClass().add("small");
        patch.setId("patch-size");
        patch.setAccessibleText("Size of the patch that hides a part");
        patch.setMaxWidth(Double.MAX_VALUE);
        patch.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer size) {
                return size == null || size == 0 ? "none" : size + " × " + size + " px";
            }

            @Override
            public Integer fromString(String text) {
                return 0;
            }
        });
        patch.valueProperty().subscribe((before, size) -> {
            if (!showing && size != null) {
                resizePatch(size);
            }
        });
    }

    private void prepareNoise() {
        noise.setId("noise");
        noise.setAccessibleText("Deviation of the noise, in grey levels of 255");
        noise.setBlockIncrement(4);
        Hints.explain(
                noise,
                () -> "Gaussian noise of deviation " + Math.round(noise.getValue()) + " grey levels of 255, seed "
                        + model.spoiling().seed());
        noise.valueProperty().subscribe((before, value) -> {
            if (!showing) {
                model.spoil(model.spoiling().withNoise(Math.rint(value.doubleValue())));
            }
        });
    }

    /** A new patch begins in the middle; a resized one keeps its middle. */
    private void resizePatch(int size) {
        Spoiling now = model.spoiling();
        if (size == 0) {
            model.spoil(now.withPatch(Optional.empty()));
            return;
        }
        model.ready().ifPresent(ready -> {
            int row = now.patch().map(old -> old.row() + old.size() / 2).orElse(ready.height() / 2) - size / 2;
            int column = now.patch().map(old -> old.column() + old.size() / 2).orElse(ready.width() / 2) - size / 2;
            Spoiling.Patch next = new Spoiling.Patch(row, column, size);
            model.spoil(now.withPatch(Optional.of(next.within(ready.height(), ready.width()))));
        });
    }

    private void movePatch(int row, int column) {
        Spoiling now = model.spoiling();
        model.ready()
                .ifPresent(ready -> now.patch().ifPresent(old -> {
                    Spoiling.Patch next =
                            new Spoiling.Patch(row, column, old.size()).within(ready.height(), ready.width());
                    model.spoil(now.withPatch(Optional.of(next)));
                }));
    }

    /** The words of the button that plays. */
    void setPlaying(boolean on) {
        play.setText(on ? "Pause" : playWords());
        play.setGraphic(Hints.icon(on ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY));
    }

    private String playWords() {
        return model.scene().map(scene -> "Play t = 0 to " + scene.last()).orElse("Play");
    }

    private void refresh() {
        showing = true;
        model.ready().ifPresent(this::offerSizes);
        Spoiling now = model.spoiling();
        patch.setValue(now.patch().map(Spoiling.Patch::size).orElse(0));
        noise.setValue(now.noise());
        amount.setText(String.valueOf(Math.round(now.noise())));
        showing = false;
        hint.setText(
                now.patch().isPresent() ? "Drag the patch to hide another part." : "Choose a patch to hide a part.");
        newNoise.setDisable(now.noise() == 0);
        newNoise.getParent().setVisible(!now.isNone());
        image.setPatch(
                now.patch().map(Spoiling.Patch::row).orElse(0),
                now.patch().map(Spoiling.Patch::column).orElse(0),
                now.patch().map(Spoiling.Patch::size).orElse(0));
        image.setAccessibleText("The image as the network sees it");
        model.ready()
                .ifPresent(ready -> model.seenPixels()
                        .ifPresent(pixels ->
                                image.show(Pixels.image(pixels, ready.channels(), ready.height(), ready.width()))));
        if (!"Pause".equals(play.getText())) {
            play.setText(playWords());
        }
    }

    /** None, and fractions of the image's shorter side. */
    private void offerSizes(Ready ready) {
        int side = Math.min(ready.height(), ready.width());
        List<Integer> sizes = SHARES.stream()
                .map(share -> share == 0 ? 0 : Math.max(1, side / share))
                .distinct()
                .toList();
        if (!patch.getItems().equals(sizes)) {
            patch.getItems().setAll(sizes);
        }
    }
}
