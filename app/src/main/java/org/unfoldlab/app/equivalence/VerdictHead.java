package org.unfoldlab.app.equivalence;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.unfoldlab.app.shell.Hints;
import org.unfoldlab.model.equivalence.EquivalenceReport;

/** What the check concludes, in words; while it runs, what it does. */
final class VerdictHead extends HBox {
    private final FontIcon icon = Hints.icon(MaterialDesignP.PROGRESS_CHECK);
    private final Label headline = new Label();
    private final Label sentence = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final VerifyModel model;

    VerdictHead(VerifyModel model) {
        super(14);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        icon.getStyleClass().add("verdict-icon");
        headline.getStyleClass().add("page-title");
        headline.setId("verdict");
        headline.setAccessibleRole(AccessibleRole.TEXT);
        headline.setMinWidth(0);
        sentence.getStyleClass().add("muted");
        sentence.setId("verdict-sentence");
        sentence.setMinWidth(0);
        sentence.setWrapText(true);
        progress.setPrefWidth(260);
        progress.setId("check-progress");
        progress.setAccessibleText("Progress of the check");
        VBox words = new VBox(2, headline, sentence, progress);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
        model.phaseProperty().subscribe(this::show);
        model.document().drawingProperty().subscribe(this::show);
        show();
    }

    private void show() {
        CheckPhase phase = model.phase();
        boolean runs = phase instanceof CheckPhase.Running;
        progress.setVisible(runs);
        progress.setManaged(runs);
        sentence.setVisible(!runs);
        sentence.setManaged(!runs);
        if (phase instanceof CheckPhase.Running running) {
            say(MaterialDesignP.PROGRESS_CHECK, "info-icon", "Checking: " + lower(running.words()), "");
            progress.setProgress(running.share());
        } else if (phase instanceof CheckPhase.Done) {
            model.record().report().ifPresent(this::conclude);
        } else if (phase instanceof CheckPhase.Ended ended) {
            say(MaterialDesignA.ALERT_CIRCLE, "warning-icon", ended.headline(), ended.words());
        } else {
            idle();
        }
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    private void conclude(EquivalenceReport report) {
        boolean holds = report.verdict().holds();
        say(
                holds ? MaterialDesignC.CHECK_CIRCLE : MaterialDesignC.CLOSE_CIRCLE,
                holds ? "good" : "error-icon",
                report.verdict().headline(),
                report.sentence());
    }

    private void idle() {
        String blocked = model.blocked();
        if (blocked.isEmpty()) {
            say(
                    MaterialDesignP.PROGRESS_CHECK,
                    "info-icon",
                    "Not checked yet",
                    "Check runs this network as a loop over time and as a deep network, and compares every number.");
        } else {
            say(MaterialDesignA.ALERT_CIRCLE, "warning-icon", "Nothing to check", blocked);
        }
    }

    private void say(Ikon sign, String style, String words, String detail) {
        icon.setIconCode(sign);
        icon.getStyleClass().removeAll(List.of("good", "error-icon", "warning-icon", "info-icon"));
        icon.getStyleClass().add(style);
        headline.setText(words);
        sentence.setText(detail);
    }
}
