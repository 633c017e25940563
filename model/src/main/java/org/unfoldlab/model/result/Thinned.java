package org.unfoldlab.model.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unfoldlab.model.result.TrainingEvent.BatchDone;

/**
 * Batches kept for a plot: every {@code every}-th that came, the interval doubling whenever {@value #LIMIT} are held.
 * Which ones stay depends on nothing but the order in which they came.
 *
 * @param every interval, a power of two
 * @param seen how many came
 * @param kept the ones that stayed, ascending
 */
public record Thinned(int every, long seen, List<BatchDone> kept) {
    /** Most batches held: twice the width of a large screen's plot. */
    public static final int LIMIT = 2048;

    static final Thinned EMPTY = new Thinned(1, 0, List.of());

    public Thinned {
        kept = List.copyOf(kept);
    }

    Thinned with(BatchDone batch) {
        if (seen % every != 0) {
            return new Thinned(every, seen + 1, kept);
        }
        List<BatchDone> longer = new ArrayList<>(kept);
        longer.add(batch);
        return longer.size() < LIMIT
                ? new Thinned(every, seen + 1, longer)
                : new Thinned(every * 2, seen + 1, everySecond(longer));
    }

    private static List<BatchDone> everySecond(List<BatchDone> batches) {
        List<BatchDone> half = new ArrayList<>();
        for (int i = 0; i < batches.size(); i += 2) {
            half.add(batches.get(i));
        }
        return half;
    }

    /** Without what came after this batch of this epoch, both from 1. */
    Thinned upTo(int epoch, int batch) {
        List<BatchDone> before = kept.stream()
                .filter(held -> held.epoch() < epoch || (held.epoch() == epoch && held.batch() <= batch))
                .toList();
        return new Thinned(every, (long) before.size() * every, before);
    }

    Optional<BatchDone> last() {
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
    }
}
