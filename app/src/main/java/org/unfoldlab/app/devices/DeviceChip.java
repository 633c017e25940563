package org.unfoldlab.app.devices;

import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.unfoldlab.app.shell.Hints;

/** Says in the header where new runs compute; pressed, it says why and what else there is. */
public final class DeviceChip extends Button {
    private static final double LONGEST = 160;

    public DeviceChip(DeviceModel model, Runnable open) {
        setGraphic(Hints.icon(MaterialDesignC.CHIP));
        setId("device-chip");
        getStyleClass().addAll("small", "device-chip");
        setMaxWidth(LONGEST);
        setTextOverrun(OverrunStyle.ELLIPSIS);
        textProperty().bind(model.wordsProperty());
        accessibleTextProperty()
                .bind(model.wordsProperty().map(words -> "New runs compute on " + words + ". Change it"));
        setOnAction(event -> open.run());
        Hints.explain(
                this,
                () -> "New runs compute on " + model.wordsProperty().get() + "\n"
                        + String.join("\n", model.facts().details()));
    }
}
