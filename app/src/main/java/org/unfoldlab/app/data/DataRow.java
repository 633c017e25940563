package org.unfoldlab.app.data;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.unfoldlab.app.shell.Hints;
import org.unfoldlab.datasets.ImageShape;
import org.unfoldlab.datasets.catalog.CatalogEntry;
import org.unfoldlab.datasets.catalog.CatalogEntry.Presence;
import org.unfoldlab.datasets.catalog.Download;

/** One set of the catalogue: what it is, whether it is here, and what can be done. */
final class DataRow extends HBox {
    private static final double MEGA = 1e6;

    private final DataCard card;
    private final CatalogEntry entry;
    private final boolean chosen;
    private final Label state = new Label();
    private final HBox actions = new HBox(8);
    private final ProgressBar bar = new ProgressBar(0);
    private final AtomicBoolean cancelled = new AtomicBoolean();

    DataRow(DataCard card, CatalogEntry entry, boolean chosen) {
        super(12);
        this.card = card;
        this.entry = entry;
        Label title = new Label(entry.title());
        title.getStyleClass().add("strong");
        Label what = new Label(describe(entry));
        what.getStyleClass().addAll("muted", "label-text");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        this.chosen = chosen;
        state.getStyleClass().add("label-text");
        state.setId("data-state-" + entry.name());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setVisible(false);
        bar.setManaged(false);
        VBox texts = new VBox(2, title, what, state, bar);
        HBox.setHgrow(texts, Priority.ALWAYS);
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(texts, actions);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("data-row");
        if (chosen) {
            getStyleClass().add("chosen");
        }
    }

    /** Shows whether the set is there. */
    void show(Presence presence) {
        bar.setVisible(false);
        bar.setManaged(false);
        Node use = chosen ? inUse() : button("Use", () -> card.choose(entry, Optional.empty()));
        Button elsewhere = button("Choose folder…", () -> card.chooseElsewhere(entry));
        String size = megabytes(entry.downloadBytes());
        Button fetch = button("Download " + size, this::download);
        switch (presence) {
            case GENERATED -> say("Made on this computer when training starts", use);
            case COMPLETE -> say("Here, in " + card.placeOf(entry), use);
            case PARTIAL -> say("Partly here, in " + card.placeOf(entry), use, fetch);
            case ABSENT -> say("Not on this computer", elsewhere, fetch);
        }
    }

    /** Ends a download under way. */
    void cancel() {
        cancelled.set(true);
    }

    private void download() {
        cancelled.set(false);
        bar.setProgress(0);
        bar.setVisible(true);
        bar.setManaged(true);
        say("Downloading", button("Stop", this::cancel));
        card.background()
                .run(
                        "Downloading " + entry.title(),
                        () -> new Download().fetch(entry, card.homeOf(entry), progress()),
                        this::ended,
                        e -> {
                            card.look(entry, this);
                            card.say(e);
                        });
    }

    void ended(Download.Outcome outcome) {
        switch (outcome) {
            case COMPLETE -> card.fetched(entry, this);
            case CANCELLED -> card.look(entry, this);
        }
    }

    private Download.Progress progress() {
        return new Download.Progress() {
            @Override
            public void at(String file, long bytes, long total) {
                card.background().onScreen(() -> {
                    bar.setProgress(bytes / (double) Math.max(1, total));
                    state.setText("Downloading " + file + ": " + megabytes(bytes) + " of " + megabytes(total));
                });
            }

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        };
    }

    private void say(String words, Node... buttons) {
        state.setText(words);
        actions.getChildren().setAll(buttons);
    }

    private static Label inUse() {
        Label label = new Label("In use", Hints.icon(MaterialDesignC.CHECK));
        label.getStyleClass().add("strong");
        return label;
    }

    private Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add("small");
        button.setId("data-" + entry.name() + "-" + text.split("[ …]", 2)[0].toLowerCase(java.util.Locale.ROOT));
        button.setAccessibleText(text + ", " + entry.title());
        button.setOnAction(event -> action.run());
        return button;
    }

    private static String describe(CatalogEntry entry) {
        ImageShape shape = entry.shape();
        String color = shape.channels() == 1 ? "grey" : "colour";
        return DataCard.count(entry.train()) + " + " + DataCard.count(entry.test()) + " images, "
                + entry.classes().size() + " classes, " + shape.height() + " × " + shape.width() + " px, " + color;
    }

    private static String megabytes(long bytes) {
        return DataCard.count(Math.round(bytes / MEGA)) + " MB";
    }
}
