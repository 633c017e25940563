package org.unfoldlab.app.devices;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.unfoldlab.app.shell.Hints;

/** Chooses where new runs compute, and says what was found, what was not and why. */
public final class DeviceCard extends VBox {
    private final DeviceModel model;
    private final Button add = new Button("Add GPU support…", Hints.icon(MaterialDesignD.DOWNLOAD));
    private final ToggleGroup group = new ToggleGroup();
    private final VBox choices = new VBox(8);
    private final VBox details = new VBox(4);
    private final Subscription wiring;

    /**
     * @param addSupport opens the card that fetches libraries
     */
    public DeviceCard(DeviceModel model, Runnable addSupport) {
        super(16);
        this.model = model;
        Label found = new Label("What was found");
        found.getStyleClass().add("strong");
        add.getStyleClass().add("small");
        add.setId("add-gpu-support");
        add.setOnAction(event -> addSupport.run());
        Button again = new Button("Look again");
        again.getStyleClass().add("small");
        again.setId("look-for-devices");
        again.setOnAction(event -> model.look());
        getChildren().addAll(choices, found, details, new HBox(8, add, again));
        wiring = model.factsProperty().subscribe(this::show);
        setId("device-card");
    }

    /** Listens no more. */
    public void forget() {
        wiring.unsubscribe();
    }

    private void show(DeviceFacts facts) {
        choices.getChildren().setAll(choice(DeviceModel.CPU, "The processor", true));
        for (DeviceFacts.Card card : facts.cards()) {
            String words = card.name() + ", " + card.device() + (card.usable() ? "" : ", cannot be used as things are");
            choices.getChildren().add(choice(card.device(), words, card.usable()));
        }
        long usable = facts.cards().stream().filter(DeviceFacts.Card::usable).count();
        if (usable > 1) {
            choices.getChildren().add(choice(DeviceModel.ALL, "All " + usable + " cards, a waiting run on each", true));
        }
        add.getStyleClass().remove("primary");
        if (facts.wantsLibraries()) {
            add.getStyleClass().add("primary");
        }
        details.getChildren()
                .setAll(facts.details().stream().map(DeviceCard::sentence).toList());
        details.getChildren()
                .add(sentence(
                        "Unfold computes on NVIDIA cards, from Turing (2018) on. A run that goes on stays where it"
                                + " was."));
    }

    private RadioButton choice(String device, String words, boolean usable) {
        RadioButton button = new RadioButton(words);
        button.setId("device-" + device.replace(':', '-'));
        button.setToggleGroup(group);
        button.setWrapText(true);
        button.setDisable(!usable);
        button.setSelected(model.chosen().equals(device));
        button.setOnAction(event -> model.choose(device));
        return button;
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "label-text");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
