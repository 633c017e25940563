package org.unfoldlab.app.runs;

import java.util.Optional;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.viz.graph.StateChannel;

/** What a norm is called on the screen. */
final class NormNames {
    private NormNames() {}

    /** E.g. {@code V1 → V2, first B} for {@code V1-V2/norm1}. */
    static String of(String norm, NetworkDocument network) {
        int slash = norm.lastIndexOf('/');
        String place = norm.substring(0, Math.max(0, slash));
        String which = ordinal(norm.substring(slash + 1).replace("norm", ""));
        return switch (place) {
            case "pre" -> "Pre-net, " + which;
            case "post" -> "Post-net";
            default -> place(place, network) + ", " + which;
        };
    }

    /** The transition that a norm belongs to; absent for pre-net and post-net. */
    static Optional<String> transition(String norm) {
        int slash = norm.lastIndexOf('/');
        String place = norm.substring(0, Math.max(0, slash));
        return place.equals("pre") || place.equals("post") || place.isEmpty() ? Optional.empty() : Optional.of(place);
    }

    /** The state whose channel a norm's channel is: its first B reads the state itself, later ones do not. */
    static Optional<StateChannel> channel(String norm, int channel, NetworkDocument network) {
        if (!norm.endsWith("/norm1")) {
            return Optional.empty();
        }
        if (norm.startsWith("post/")) {
            return Optional.of(new StateChannel(network.readout().state(), channel));
        }
        return transition(norm)
                .flatMap(network::transition)
                .filter(known -> known.function().strip().startsWith("B"))
                .map(known -> new StateChannel(known.from(), channel));
    }

    private static String place(String id, NetworkDocument network) {
        Optional<Transition> transition = network.transition(id);
        return transition
                .filter(known -> known.ownId().isEmpty())
                .map(known -> known.from() + " → " + known.to())
                .orElse(id);
    }

    private static String ordinal(String number) {
        return switch (number) {
            case "1" -> "first B";
            case "2" -> "second B";
            case "3" -> "third B";
            default -> "B " + number;
        };
    }
}
