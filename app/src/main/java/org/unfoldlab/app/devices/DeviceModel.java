package org.unfoldlab.app.devices;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.settings.SettingsStore;

/** Where new runs compute, and what else there would be. Belongs to the screen's thread. */
public final class DeviceModel {
    /** What {@code --device} calls the fastest place that works. */
    private static final String AUTO = "auto";

    /** Stands for all cards that can be used: a run of a queue on each. */
    public static final String ALL = "all";

    /** What {@code --device} calls the processor. */
    public static final String CPU = "cpu";

    private final Background background;
    private final DeviceScout scout;
    private final SettingsStore settings;
    private final ReadOnlyObjectWrapper<DeviceFacts> facts = new ReadOnlyObjectWrapper<>(DeviceFacts.UNKNOWN);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper();

    public DeviceModel(Background background, DeviceScout scout, SettingsStore settings) {
        this.background = background;
        this.scout = scout;
        this.settings = settings;
        tell();
    }

    /** What was found. */
    public ReadOnlyObjectProperty<DeviceFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    public DeviceFacts facts() {
        return facts.get();
    }

    /** Where new runs compute, in a word or two: {@code CPU}, or the card's name. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Looks in the background. */
    public void look() {
        background.run("Looking for graphics cards", scout::look, this::found, e -> found(trouble(e)));
    }

    private static DeviceFacts trouble(Exception e) {
        return new DeviceFacts(List.of(), false, List.of(String.valueOf(e.getMessage())));
    }

    private void found(DeviceFacts now) {
        facts.set(now);
        tell();
    }

    /** As it is written after {@code --device}. */
    public String chosen() {
        String device = settings.get().device();
        return device.isEmpty() ? CPU : device;
    }

    /** Where the next new run computes, as it is written after {@code --device}; empty for the usual place. */
    public String forNewRun() {
        String device = settings.get().device();
        return device.equals(ALL) ? firstOfAll() : device;
    }

    private String firstOfAll() {
        String otherwise = facts().equals(DeviceFacts.UNKNOWN) ? AUTO : "";
        return usable().stream().findFirst().orElse(otherwise);
    }

    /** The devices that a queue is spread over; empty unless all were chosen. */
    public List<String> forQueue() {
        return chosen().equals(ALL) ? usable() : List.of();
    }

    private List<String> usable() {
        return facts().cards().stream()
                .filter(DeviceFacts.Card::usable)
                .map(DeviceFacts.Card::device)
                .toList();
    }

    /** From now on, new runs compute there. */
    public void choose(String device) {
        settings.change(now -> now.withDevice(device.equals(CPU) ? "" : device));
        tell();
    }

    private void tell() {
        String device = chosen();
        words.set(
                switch (device) {
                    case CPU -> "CPU";
                    case ALL -> firstOfAll().isEmpty() ? "CPU" : "All cards";
                    default ->
                        facts().card(device).map(DeviceFacts.Card::shortName).orElse(device);
                });
    }
}
