package org.unfoldlab.app.runs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.network.Reach;

/**
 * When and how the signal first gets to the readout.
 *
 * @param firstTime the first readout time with an answer, absent if none was found up to the longest that was tried
 * @param states on the shortest way from the first state to the readout; empty if there is no way
 */
record SignalPath(OptionalInt firstTime, List<String> states) {
    /**
     * Follows the signal of a network. Windows may refer to T, so each readout time is tried by itself.
     *
     * @param longest the last readout time to try
     */
    static SignalPath of(NetworkDocument document, int longest) {
        if (!(NetworkChecker.check(document, Math.max(1, longest)) instanceof Checked.Valid valid)) {
            return new SignalPath(OptionalInt.empty(), List.of());
        }
        String readout = document.readout().state();
        String first = valid.network().first().name();
        for (int time = 1; time <= longest; time++) {
            Reach reach = Reach.of(
                    valid.network().transitions(), first, document.stimulus().timing(), time);
            if (reach.holds(readout, time - 1)) {
                return new SignalPath(OptionalInt.of(time), shortestWay(document, first, readout));
            }
        }
        return new SignalPath(OptionalInt.empty(), shortestWay(document, first, readout));
    }

    /** Why there is no answer before {@link #firstTime()}, the longest reason first. */
    List<String> reasons() {
        if (firstTime.isEmpty()) {
            return List.of("nothing reaches the readout");
        }
        String inShort = "first answer at t = " + firstTime.getAsInt();
        boolean direct = states.size() == firstTime.getAsInt();
        return direct && states.size() > 1
                ? List.of("shortest path " + String.join(" → ", states), inShort)
                : List.of(inShort);
    }

    private static List<String> shortestWay(NetworkDocument document, String first, String readout) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(first));
        cameFrom.put(first, first);
        while (!next.isEmpty() && !cameFrom.containsKey(readout)) {
            String here = next.remove();
            document.transitions().stream()
                    .filter(transition ->
                            !transition.muted() && transition.from().equals(here))
                    .map(Transition::to)
                    .filter(to -> cameFrom.putIfAbsent(to, here) == null)
                    .forEach(next::add);
        }
        return cameFrom.containsKey(readout) ? backFrom(readout, first, cameFrom) : List.of();
    }

    private static List<String> backFrom(String readout, String first, Map<String, String> cameFrom) {
        List<String> way = new ArrayList<>();
        for (String state = readout; state != null; state = cameFrom.get(state)) {
            way.add(state);
            if (state.equals(first)) {
                break;
            }
        }
        Collections.reverse(way);
        return way;
    }
}
