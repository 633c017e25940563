package org.unfoldlab.app.explore;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.model.result.Thought;
import org.unfoldlab.viz.explore.ThoughtScene;

/**
 * The part of a scene that does not depend on the image: the run's network laid out in time.
 *
 * @param unrolling to the largest readout time, or to T alone where windows refer to T
 * @param last the largest readout time
 * @param shownTime the readout time whose states are drawn: T where windows refer to it, else always the last
 * @param together true when no window refers to T, so that one unrolling serves every readout time
 */
record SceneSource(Unrolling unrolling, int last, int shownTime, boolean together) {
    /** Lays a run's network out; absent when it cannot be checked, which a trained one always can. */
    static Optional<SceneSource> of(NetworkDocument document, int last, int readoutTime) {
        return NetworkChecker.check(document) instanceof Checked.Valid valid
                ? Optional.of(of(valid.network(), last, readoutTime))
                : Optional.empty();
    }

    private static SceneSource of(Network network, int last, int readoutTime) {
        List<Integer> times = IntStream.rangeClosed(1, last).boxed().toList();
        if (Unroller.oneUnrollingServes(network, times)) {
            return new SceneSource(Unroller.unroll(network, last, times), last, last, true);
        }
        int drawn = Math.min(readoutTime, last);
        return new SceneSource(Unroller.unroll(network, drawn), last, drawn, false);
    }

    /** @param readoutTime T of the document; where windows refer to T, the drawing keeps to the T that it was asked at */
    ThoughtScene scene(
            Thought plain,
            Optional<Thought> spoilt,
            List<String> classNames,
            OptionalInt label,
            int readoutTime,
            OptionalInt shown,
            Map<String, Integer> channels,
            boolean difference) {
        return new ThoughtScene(
                unrolling,
                spoilt.orElse(plain),
                spoilt.isPresent() ? Optional.of(plain) : Optional.empty(),
                classNames,
                label,
                last,
                together ? readoutTime : shownTime,
                Math.min(last, shown.orElse(last)),
                channels,
                difference);
    }
}
