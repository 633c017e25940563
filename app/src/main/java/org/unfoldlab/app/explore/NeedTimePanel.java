package org.unfoldlab.app.explore;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.app.shell.PanelParts;
import org.unfoldlab.model.explore.ExploreAnswer;
import org.unfoldlab.model.explore.ExploreAnswer.Picture;
import org.unfoldlab.model.explore.ExploreAnswer.Ready;
import org.unfoldlab.model.result.TestChoices.Turn;
import org.unfoldlab.viz.explore.Pixels;

/** Images that need time, and the reverse: two lists, found in the background. */
final class NeedTimePanel extends VBox {
    private static final double THUMBNAIL = 52;

    private final ExploreViewModel model;
    private final Label about = muted();
    private final Label reverseAbout = muted();
    private final Label stale = muted();
    private final ListView<Turn> needTime = new ListView<>();
    private final ListView<Turn> reverse = new ListView<>();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label progress = muted();
    private final Button cancel = new Button("Cancel");
    private final Button find = new Button("Find them");
    private final VBox finding;
    private boolean showing;

    NeedTimePanel(ExploreViewModel model) {
        super(8);
        this.model = model;
        Label title = PanelParts.section("Images that need time");
        Region line = PanelParts.line();
        line.visibleProperty().bind(reverseAbout.textProperty().isNotEmpty());
        Label reverseTitle = PanelParts.section("The reverse");
        prepare(needTime, "need-time", "Images wrong at early t and right at T", true);
        prepare(reverse, "lose-by-time", "Images right at early t and wrong at T", false);
        reverse.setOrientation(Orientation.HORIZONTAL);
        reverse.setPrefHeight(THUMBNAIL + 28);
        reverse.setMinHeight(THUMBNAIL + 28);
        reverseTitle.managedProperty().bind(reverseTitle.visibleProperty());
        reverseTitle.visibleProperty().bind(reverseAbout.textProperty().isNotEmpty());
        reverse.visibleProperty().bind(reverseTitle.visibleProperty());
        VBox.setVgrow(needTime, Priority.ALWAYS);
        finding = finding();
        getChildren().addAll(title, about, finding, needTime, line, reverseTitle, reverseAbout, reverse, stale, find);
        find.getStyleClass().add("small");
        find.setId("find-images");
        about.setId("need-time-about");
        model.revisionProperty().subscribe(this::refresh);
        model.survey().revisionProperty().subscribe(this::refresh);
    }

    private VBox finding() {
        cancel.getStyleClass().add("small");
        cancel.setId("cancel-survey");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> model.survey().cancel());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Share of the test images that are asked");
        HBox row = new HBox(8, progress, spacer(), cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(6, bar, row);
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private static Region spacer() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Label muted() {
        Label label = new Label();
        label.getStyleClass().addAll("muted", "label-text");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private void prepare(ListView<Turn> list, String id, String spoken, boolean withWords) {
        list.setId(id);
        list.getStyleClass().add("turn-list");
        list.setAccessibleText(spoken);
        list.setMinHeight(0);
        list.setCellFactory(view -> new TurnCell(withWords));
        list.getSelectionModel().selectedItemProperty().subscribe((before, turn) -> {
            if (!showing && turn != null) {
                model.choose(turn.image());
            }
        });
    }

    private String className(int label) {
        return label < 0
                ? "not a number"
                : model.ready().map(ready -> ready.classNames().get(label)).orElse("");
    }

    private void refresh() {
        SurveyModel survey = model.survey();
        int readoutTime = model.readoutTime();
        fill(needTime, survey.needTime(readoutTime));
        fill(reverse, survey.loseByTime(readoutTime));
        markCurrent();
        finding.setVisible(survey.progress().isPresent());
        bar.setProgress(survey.progress().orElse(0));
        progress.setText(Math.round(100 * survey.progress().orElse(0)) + " % asked");
        sayWhatIsFound(survey, readoutTime);
        offerMore(survey);
    }

    private void fill(ListView<Turn> list, List<Turn> turns) {
        showing = true;
        if (!list.getItems().equals(turns)) {
            list.getItems().setAll(turns);
        } else {
            list.refresh();
        }
        showing = false;
    }

    private void markCurrent() {
        OptionalInt now = model.picture().map(Picture::image).orElse(OptionalInt.empty());
        showing = true;
        for (ListView<Turn> list : List.of(needTime, reverse)) {
            Optional<Turn> here = list.getItems().stream()
                    .filter(turn -> now.equals(OptionalInt.of(turn.image())))
                    .findFirst();
            here.ifPresentOrElse(
                    turn -> list.getSelectionModel().select(turn),
                    () -> list.getSelectionModel().clearSelection());
        }
        showing = false;
    }

    private void sayWhatIsFound(SurveyModel survey, int readoutTime) {
        if (survey.found().isEmpty()) {
            about.setText(
                    survey.progress().isPresent()
                            ? "Wrong at early t, right at T."
                            : survey.trouble().isEmpty() ? "Not looked for yet." : survey.trouble());
            reverseAbout.setText("Right at early t, wrong at T.");
            return;
        }
        ExploreAnswer.Surveyed found = survey.found().get();
        List<Integer> times = found.choices().times();
        if (readoutTime > survey.askedTo()) {
            about.setText(beyond(survey.askedTo(), readoutTime));
            reverseAbout.setText("");
            return;
        }
        if (times.isEmpty() || !times.contains(readoutTime) || times.get(0) == readoutTime) {
            about.setText("T = " + readoutTime + " cannot be compared with an earlier answer.");
            reverseAbout.setText("");
            return;
        }
        String of = " of " + ExploreWords.count(found.choices().images().size());
        String span = "at t = " + times.get(0) + ", ";
        about.setText(ExploreWords.count(needTime.getItems().size()) + of + ", wrong " + span + "right at T = "
                + readoutTime);
        reverseAbout.setText(
                ExploreWords.count(reverse.getItems().size()) + of + ", right " + span + "wrong at T = " + readoutTime);
    }

    private String beyond(int askedTo, int readoutTime) {
        return readoutTime > model.farthest()
                ? "T = " + readoutTime + " is beyond t = " + model.farthest() + ", the last that Explore looks at."
                : "Asked up to t = " + askedTo + ".";
    }

    /** A newer checkpoint, a later T, or more images than were asked: on request. */
    private void offerMore(SurveyModel survey) {
        Optional<Ready> ready = model.ready();
        boolean idle = survey.progress().isEmpty() && ready.isPresent();
        String words = "";
        String verb = "";
        int images = SurveyModel.SAMPLE;
        if (idle && survey.found().isPresent()) {
            ExploreAnswer.Surveyed found = survey.found().get();
            int asked = found.choices().images().size();
            if (found.epochs() != ready.get().epochs()) {
                words = "Found after epoch " + found.epochs() + ".";
                verb = "Find them after epoch " + ready.get().epochs();
                images = Math.max(asked, images);
            } else if (canAskLater(survey)) {
                verb = "Find them up to T = " + model.readoutTime();
                images = Math.max(asked, images);
            } else if (asked < found.testImages()) {
                words = "A sample drawn by the seed.";
                verb = "Ask all " + ExploreWords.count(found.testImages());
                images = found.testImages();
            }
        } else if (idle) {
            verb = "Find them";
        }
        int count = images;
        stale.setText(words);
        find.setText(verb);
        find.setVisible(!verb.isEmpty());
        find.setManaged(!verb.isEmpty());
        find.setOnAction(event -> model.beginSurvey(count));
    }

    private boolean canAskLater(SurveyModel survey) {
        return model.readoutTime() > survey.askedTo() && model.readoutTime() <= model.farthest();
    }

    /** One image of a list; its parts are made once, since lists make and fill cells while they lay out. */
    private final class TurnCell extends ListCell<Turn> {
        private final ImageView image = new ImageView();
        private final Label name = new Label();
        private final Label before = new Label();
        private final HBox row;

        TurnCell(boolean withWords) {
            image.setFitWidth(THUMBNAIL);
            image.setFitHeight(THUMBNAIL);
            image.setPreserveRatio(true);
            image.setSmooth(false);
            HBox frame = new HBox(image);
            frame.getStyleClass().add("thumbnail");
            frame.setMinSize(THUMBNAIL, THUMBNAIL);
            frame.setMaxSize(THUMBNAIL, THUMBNAIL);
            name.getStyleClass().add("strong");
            before.getStyleClass().add("label-text");
            VBox words = new VBox(2, name, before);
            words.setAlignment(Pos.CENTER_LEFT);
            row = withWords ? new HBox(12, frame, words) : new HBox(frame);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }

        @Override
        protected void updateItem(@Nullable Turn turn, boolean empty) {
            super.updateItem(turn, empty);
            row.setVisible(turn != null && !empty);
            if (turn == null || empty) {
                setAccessibleText("");
                return;
            }
            name.setText(className(turn.label()));
            before.setText(ExploreWords.before(turn, className(turn.before())));
            image.setImage(thumbnail(turn.image()));
            setAccessibleText(className(turn.label()) + ", " + className(turn.before()) + " until t = " + turn.time());
        }
    }

    private @Nullable Image thumbnail(int number) {
        Optional<Ready> ready = model.ready();
        Optional<Picture> picture = model.survey().picture(number);
        return ready.isPresent() && picture.isPresent()
                ? Pixels.image(
                        picture.get().pixels(),
                        ready.get().channels(),
                        ready.get().height(),
                        ready.get().width())
                : null;
    }
}
