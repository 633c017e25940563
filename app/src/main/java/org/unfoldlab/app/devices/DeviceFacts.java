package org.unfoldlab.app.devices;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * What there is to compute with beside the processor, as {@code unfold engines --devices --json} tells it.
 *
 * @param cards in the driver's order
 * @param wantsLibraries true where a card and its driver are good, and only the libraries are missing
 * @param details what was found, what was not and why, a sentence each
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeviceFacts(List<Card> cards, boolean wantsLibraries, List<String> details) {
    /** Before anybody has looked. */
    public static final DeviceFacts UNKNOWN =
            new DeviceFacts(List.of(), false, List.of("Unfold has not looked for graphics cards yet."));

    public DeviceFacts {
        cards = List.copyOf(cards);
        details = List.copyOf(details);
    }

    /**
     * A graphics card.
     *
     * @param device as it is written after {@code --device}, e.g. {@code cuda:0}
     * @param name e.g. {@code NVIDIA GeForce RTX 4070}
     * @param usable true if runs can compute on it now
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Card(String device, String name, boolean usable) {
        /** The name without what all names begin with. */
        public String shortName() {
            return name.replaceFirst("^NVIDIA ", "")
                    .replaceFirst("^GeForce ", "")
                    .replaceFirst(" (Laptop )?GPU$", "");
        }
    }

    /** A card by its device. */
    public Optional<Card> card(String device) {
        return cards.stream().filter(card -> card.device().equals(device)).findFirst();
    }
}
