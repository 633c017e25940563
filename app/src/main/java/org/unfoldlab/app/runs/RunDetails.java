package org.unfoldlab.app.runs;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.unfoldlab.app.shell.Hints;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.unrolled.NetworkThumbnail;

/** More of the chosen run: its network in small, settings and errors; colour, name and note can be changed here. */
final class RunDetails extends VBox {
    private static final int COLOURS = 5;
    private static final double PICTURE = 64;

    private final RunsViewModel runs;
    private final RunViewModel run;
    private final Button resume = new Button();
    private final Label results = wrapping("");
    private final TextField name = new TextField();
    private final TextArea note = new TextArea();
    private final List<ToggleButton> colours;

    RunDetails(RunsViewModel runs, RunDesk desk, RunViewModel run) {
        super(8);
        this.runs = runs;
        this.run = run;
        this.colours =
                IntStream.rangeClosed(1, COLOURS).mapToObj(this::colourChoice).toList();
        getStyleClass().add("run-details");
        resume.getStyleClass().add("small");
        resume.setId("resume");
        resume.managedProperty().bind(resume.visibleProperty());
        resume.setOnAction(event -> runs.resume(run));
        Label settings = wrapping(RunWords.unparted(RunWords.settings(run.network())));
        settings.getStyleClass().add("muted");
        settings.setId("run-settings");
        results.setId("run-results");
        HBox row = new HBox(2);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().setAll(colours);
        getChildren().addAll(resume, picture(desk), new VBox(2, settings, results), row, nameField(), noteField());
        refresh();
    }

    /** Brings it up to date, but for what is being typed. */
    void refresh() {
        int epoch = RunMenu.savedEpoch(run);
        resume.setText(epoch > 0 ? "Resume from epoch " + epoch : "Resume");
        resume.setVisible(run.phase().isResumable() && runs.live().isEmpty());
        results.setText(RunWords.unparted(RunWords.results(run.record())));
        for (int i = 0; i < colours.size(); i++) {
            colours.get(i).setSelected((run.colour() - 1) % COLOURS == i);
        }
        if (!name.isFocused()) {
            name.setText(run.name());
        }
        if (!note.isFocused()) {
            note.setText(run.label().note());
        }
    }

    private StackPane picture(RunDesk desk) {
        StackPane frame = new StackPane();
        frame.setMinHeight(PICTURE);
        frame.setPrefHeight(PICTURE);
        desk.background().run("Drawing a network", () -> DrawnNetwork.of(run.network()), made -> {
            NetworkThumbnail picture = new NetworkThumbnail(made);
            picture.setMinSize(0, PICTURE);
            picture.setMouseTransparent(true);
            frame.getChildren().setAll(picture);
        });
        return frame;
    }

    private ToggleButton colourChoice(int colour) {
        ToggleButton choice = new ToggleButton("", RunRow.sample(colour));
        choice.getStyleClass().addAll("small", "colour-choice");
        choice.setId("colour-" + colour);
        choice.setAccessibleText("Colour and dash " + colour);
        Hints.explain(choice, () -> "Draw it in this colour and dash");
        choice.setOnAction(event -> {
            choice.setSelected(true);
            runs.relabel(run, label -> label.withColour(colour));
        });
        return choice;
    }

    private TextField nameField() {
        name.setId("run-rename");
        name.getStyleClass().add("small");
        name.setMinWidth(0);
        name.setPrefWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setAccessibleText("Name of run " + run.number());
        name.setOnAction(event -> commitName());
        name.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                commitName();
            }
        });
        name.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !name.getText().equals(run.name())) {
                name.setText(run.name());
                event.consume();
            }
        });
        return name;
    }

    /** A name that is the network's title is no name of its own. */
    private void commitName() {
        String typed = name.getText().strip();
        if (!typed.equals(run.name())) {
            runs.relabel(run, label -> label.withName(typed.equals(run.network().title()) ? "" : typed));
        }
    }

    private TextArea noteField() {
        note.setId("run-note");
        note.setPromptText("Note");
        note.setAccessibleText("Note on run " + run.number());
        note.setWrapText(true);
        note.setPrefRowCount(2);
        note.setMinWidth(0);
        note.setPrefWidth(0);
        note.getStyleClass().add("run-note");
        note.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                runs.relabel(run, label -> label.withNote(note.getText()));
            }
        });
        return note;
    }

    /** Puts the caret into the name. */
    void rename() {
        name.requestFocus();
        name.selectAll();
    }

    private static Label wrapping(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("label-text");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
