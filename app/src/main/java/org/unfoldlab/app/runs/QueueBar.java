package org.unfoldlab.app.runs;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How many runs wait and how long they will take; pauses the queue, goes on with it, gives it up. */
final class QueueBar extends VBox {
    private final RunsViewModel runs;
    private final Label words = new Label();
    private final Label time = new Label();
    private final Button pause = new Button();

    QueueBar(RunsViewModel runs, RunDesk desk) {
        super(6);
        this.runs = runs;
        getStyleClass().add("queue-bar");
        managedProperty().bind(visibleProperty());
        words.getStyleClass().addAll("strong", "label-text");
        words.setId("queue-words");
        time.getStyleClass().addAll("muted", "label-text");
        time.setId("queue-time");
        time.setWrapText(true);
        pause.setId("queue-pause");
        pause.getStyleClass().add("small");
        pause.setOnAction(event -> {
            if (runs.queue().isPaused()) {
                desk.continueQueue();
            } else {
                runs.setQueuePaused(true);
            }
        });
        Button clear = new Button("Give up");
        clear.setId("queue-give-up");
        clear.getStyleClass().addAll("small", "quiet");
        clear.setAccessibleText("Give up the waiting runs");
        clear.setOnAction(event -> desk.giveUpQueue());
        HBox buttons = new HBox(8, pause, clear);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(words, time, buttons);
        refresh();
    }

    void refresh() {
        int count = runs.queue().waiting().size();
        setVisible(count > 0);
        boolean paused = runs.queue().isPaused();
        String them = count == 1 ? "1 run waits" : count + " runs wait";
        words.setText(paused ? them + ", paused" : them);
        time.setText(runs.queue()
                .estimate()
                .map(left -> "about " + RunWords.duration(left) + " in all")
                .orElse("Time is known after the first epoch."));
        pause.setText(paused ? "Go on" : "Pause queue");
        pause.setAccessibleHelp(paused ? "Starts the next run." : "Starts no further run; what trains goes on.");
    }
}
