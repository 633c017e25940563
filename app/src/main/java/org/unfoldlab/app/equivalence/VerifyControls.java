package org.unfoldlab.app.equivalence;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.unfoldlab.app.shell.Hints;
import org.unfoldlab.app.shell.PanelParts;

/** The left part of the transport in Verify: check or cancel, and the light's way through time. */
final class VerifyControls extends HBox {
    private final VerifyModel model;
    private final BenchPlayer player;
    private final Button check = new Button();
    private final Button play =
            PageControls.icon(MaterialDesignP.PLAY_CIRCLE_OUTLINE, "Play the time steps  Space", "play-steps");
    private final Label headline = new Label();
    private final Label detail = new Label();

    VerifyControls(VerifyModel model, BenchPlayer player, javafx.beans.property.DoubleProperty light) {
        super(8);
        this.model = model;
        this.player = player;
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(this, Priority.ALWAYS);
        check.setId("check");
        check.setMinWidth(USE_PREF_SIZE);
        check.setOnAction(event -> {
            if (model.phase() instanceof CheckPhase.Running) {
                model.cancel();
            } else {
                model.start();
            }
        });
        Button back = PageControls.icon(MaterialDesignS.SKIP_PREVIOUS, "One time step back", "step-back");
        Button next = PageControls.icon(MaterialDesignS.SKIP_NEXT, "One time step on", "step-on");
        back.setOnAction(event -> player.step(-1));
        next.setOnAction(event -> player.step(1));
        play.setOnAction(event -> player.toggle());
        getChildren().addAll(check, back, play, next, PanelParts.texts("check", headline, detail));
        model.phaseProperty().subscribe(this::show);
        model.document().drawingProperty().subscribe(this::show);
        light.subscribe(this::show);
        player.playingProperty().subscribe(this::show);
        show();
    }

    private void show() {
        CheckPhase phase = model.phase();
        boolean running = phase instanceof CheckPhase.Running;
        check.setText(running ? "Cancel" : phase instanceof CheckPhase.Done ? "Check again" : "Check");
        check.setGraphic(Hints.icon(running ? MaterialDesignC.CLOSE : MaterialDesignP.PLAY));
        check.getStyleClass().remove("primary");
        if (!running) {
            check.getStyleClass().add("primary");
        }
        String blocked = model.blocked();
        check.setDisable(!running && !blocked.isEmpty());
        check.setAccessibleHelp(blocked);
        boolean moves = player.playingProperty().get();
        play.setGraphic(Hints.icon(moves ? MaterialDesignP.PAUSE_CIRCLE_OUTLINE : MaterialDesignP.PLAY_CIRCLE_OUTLINE));
        headline.setText(player.time() < 0 ? "All steps" : "Step " + player.time() + " of " + player.last());
        detail.setText(detail(phase));
    }

    private static String detail(CheckPhase phase) {
        if (phase instanceof CheckPhase.Done done) {
            return String.format(Locale.ROOT, "checked in %.1f s", done.seconds());
        }
        if (phase instanceof CheckPhase.Running running) {
            return Math.round(100 * running.share()) + " %";
        }
        return phase instanceof CheckPhase.Ended ? "no result" : "not checked yet";
    }
}
