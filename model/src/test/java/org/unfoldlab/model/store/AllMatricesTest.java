package org.unfoldlab.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.graph.LayeredLayout;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.graph.Transition;

/** Every one of the 2^16 graphs on four states. */
class AllMatricesTest {
    private static final int STATES = 4;
    private static final double CARD_WIDTH = 165;
    private static final double CARD_HEIGHT = 66;

    private static NetworkDocument matrix(NetworkDocument base, int cells) {
        List<Transition> transitions = new ArrayList<>();
        for (int cell = 0; cell < STATES * STATES; cell++) {
            if ((cells >> cell & 1) == 1) {
                String from = base.states().get(cell / STATES).name();
                String to = base.states().get(cell % STATES).name();
                transitions.add(new Transition(from, to, "BRCx2", Shortcut.NONE));
            }
        }
        return base.edit().transitions(transitions).layout(Layout.EMPTY).build();
    }

    private static NetworkDocument base() {
        return Presets.find("4-state-frnn").orElseThrow().document();
    }

    @Test
    void areLaidOutWithoutOverlap() {
        NetworkDocument base = base();
        for (int cells = 0; cells < 1 << STATES * STATES; cells++) {
            Map<String, Layout.Position> places = LayeredLayout.of(matrix(base, cells));
            assertThat(places.size()).isEqualTo(STATES);
            if (overlaps(List.copyOf(places.values()))) {
                throw new AssertionError("matrix " + cells + " overlaps: " + places);
            }
        }
    }

    private static boolean overlaps(List<Layout.Position> places) {
        for (int i = 0; i < places.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean across = Math.abs(places.get(i).x() - places.get(j).x()) < CARD_WIDTH;
                if (across && Math.abs(places.get(i).y() - places.get(j).y()) < CARD_HEIGHT) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void areReadBackAsTheyWereWritten() {
        NetworkDocument base = base();
        OptionalInt changed = IntStream.range(0, 1 << STATES * STATES)
                .parallel()
                .filter(cells -> !returns(matrix(base, cells)))
                .findAny();
        assertThat(changed).as("a matrix that changed on the way").isEmpty();
    }

    /** Laid out, written and read again. */
    private static boolean returns(NetworkDocument graph) {
        NetworkDocument drawn = StateEdits.move(graph, LayeredLayout.of(graph));
        NetworkReading read = NetworkFiles.parse("matrix", NetworkFiles.text(drawn));
        return read instanceof NetworkReading.Read one && one.document().equals(drawn);
    }
}
