package org.unfoldlab.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.app.editor.Drawing;
import org.unfoldlab.viz.theme.Theme;

/** The window's lower edge, in all modes: the run at the left, T and what follows from it at the right. */
final class TransportBar extends HBox {
    private final Commands commands;
    private final Runnable showProblems;
    private final Button primary = new Button();
    private final Label headline = new Label();
    private final Label detail = new Label();
    private final ReadoutBar readout;
    private final List<Node> ofRun;

    /**
     * @param state what the chosen run does
     * @param error the third part of the sentence
     * @param showProblems opens the list of problems
     */
    TransportBar(
            Commands commands,
            DocumentViewModel document,
            ObservableValue<TransportState> state,
            ObservableValue<ErrorWords> error,
            Runnable showProblems) {
        this.commands = commands;
        this.showProblems = showProblems;
        this.readout = new ReadoutBar(document, error);
        getStyleClass().add("transport");
        VBox texts = PanelParts.texts("run", headline, detail);
        HBox.setHgrow(texts, Priority.ALWAYS);
        ofRun = List.of(
                primaryPane(),
                step(commands),
                stop(commands),
                Hints.iconButton(MaterialDesignR.RESTART, commands.reset()),
                Hints.iconButton(MaterialDesignD.DICE_5_OUTLINE, commands.newSeed()),
                texts);
        setControls(Optional.empty());
        state.subscribe(now -> show(now, document.drawing()));
        document.drawingProperty().subscribe(drawing -> show(state.getValue(), drawing));
        widthProperty().subscribe(this::fit);
        Theme.lookOf(this).subscribe(look -> fit());
    }

    /** What stands at the left: a mode's own controls, or those of the run. */
    void setControls(Optional<Node> own) {
        getChildren().setAll(own.map(node -> List.of(node)).orElse(ofRun));
        getChildren().add(readout);
    }

    /** Moves T by so many steps. */
    void moveReadout(int by) {
        readout.move(by);
    }

    private void fit() {
        readout.fit(getWidth(), Theme.lookOf(this).getValue());
    }

    private static Node step(Commands commands) {
        return Hints.iconButton(MaterialDesignS.SKIP_NEXT, commands.step());
    }

    private static Node stop(Commands commands) {
        return Hints.iconButton(MaterialDesignS.STOP, commands.stop());
    }

    private Node primaryPane() {
        primary.setId("train");
        primary.setMinWidth(USE_PREF_SIZE);
        return primary;
    }

    private void show(TransportState state, Drawing drawing) {
        headline.setText(state.headline());
        detail.setText(state.detail());
        boolean canStart = drawing.errors() == 0;
        if (state.action() == TransportState.Action.TRAIN && !canStart) {
            showProblemCount(drawing);
        } else {
            showAction(state.action());
        }
    }

    private void showProblemCount(Drawing drawing) {
        int count = drawing.problems().size();
        primary.setText(count == 1 ? "1 problem" : count + " problems");
        primary.setGraphic(Hints.icon(MaterialDesignA.ALERT_CIRCLE));
        primary.getStyleClass().remove("primary");
        if (!primary.getStyleClass().contains("danger-outline")) {
            primary.getStyleClass().add("danger-outline");
        }
        primary.setOnAction(event -> showProblems.run());
        primary.setAccessibleHelp("Shows the problems. Train starts when the errors are repaired.");
    }

    private void showAction(TransportState.Action action) {
        primary.setText(action.verb());
        primary.setGraphic(Hints.icon(
                switch (action) {
                    case TRAIN, CONTINUE -> MaterialDesignP.PLAY;
                    case PAUSE -> MaterialDesignP.PAUSE;
                }));
        primary.getStyleClass().remove("danger-outline");
        if (!primary.getStyleClass().contains("primary")) {
            primary.getStyleClass().add("primary");
        }
        primary.setOnAction(event -> commands.train().run());
        primary.setAccessibleHelp(commands.train().hint());
    }
}
