package org.unfoldlab.model.train;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Program;

/**
 * The policy {@code hold} (SPEC §4): running averages as training left them; a (position, t) that training never saw
 * takes those of the last trained t of that position, {@code post/norm1} included.
 */
final class HeldStatistics {
    private HeldStatistics() {}

    /** Statistics for all of a program's positions, by {@link Program#statisticsKey}. */
    static Map<String, ChannelStatistics> of(Program program, Map<String, ChannelStatistics> running) {
        Map<String, ChannelStatistics> held = new LinkedHashMap<>();
        for (NormPosition position : ReadoutPlan.positions(program)) {
            held(program, position, running)
                    .ifPresent(statistics -> held.put(program.statisticsKey(position), statistics));
        }
        return held;
    }

    /** A norm of the program that no running average exists for. */
    static Optional<String> missing(Program program, Map<String, ChannelStatistics> running) {
        return ReadoutPlan.positions(program).stream()
                .filter(position -> held(program, position, running).isEmpty())
                .map(NormPosition::norm)
                .sorted()
                .findFirst();
    }

    private static Optional<ChannelStatistics> held(
            Program program, NormPosition position, Map<String, ChannelStatistics> running) {
        ChannelStatistics own = running.get(program.statisticsKey(position));
        return own != null ? Optional.of(own) : last(position.norm() + "@", running);
    }

    private static Optional<ChannelStatistics> last(String prefix, Map<String, ChannelStatistics> running) {
        return running.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .max(Comparator.comparingInt(key -> Integer.parseInt(key.substring(prefix.length()))))
                .map(running::get);
    }
}
