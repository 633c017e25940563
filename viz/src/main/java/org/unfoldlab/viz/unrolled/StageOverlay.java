package org.unfoldlab.viz.unrolled;

import java.util.Optional;
import org.unfoldlab.viz.plot.Box;

/**
 * What a gesture shows above the stage.
 *
 * @param rim card whose rim can be drawn from
 * @param connection a new edge on its way
 * @param marquee states inside will be chosen
 * @param placed card of a state that is about to be added
 */
record StageOverlay(Optional<Box> rim, Optional<Connection> connection, Optional<Box> marquee, Optional<Box> placed) {
    static final StageOverlay NONE =
            new StageOverlay(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * @param from card where it starts
     * @param onto card where it would end; absent over the board
     */
    record Connection(Box from, double x, double y, Optional<Box> onto) {}

    static StageOverlay rim(Box card) {
        return new StageOverlay(Optional.of(card), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static StageOverlay connecting(Connection connection) {
        return new StageOverlay(Optional.empty(), Optional.of(connection), Optional.empty(), Optional.empty());
    }

    static StageOverlay choosing(Box marquee) {
        return new StageOverlay(Optional.empty(), Optional.empty(), Optional.of(marquee), Optional.empty());
    }

    static StageOverlay placing(Box card) {
        return new StageOverlay(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(card));
    }
}
