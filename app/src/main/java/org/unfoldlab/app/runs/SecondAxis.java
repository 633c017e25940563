package org.unfoldlab.app.runs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.program.Counts;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.viz.plot.TickRow;

/** What may stand under the readout times beside t itself. */
enum SecondAxis {
    NONE("t only"),
    ESTIMATED("Estimated ms in the brain"),
    MULTIPLY_ADDS("Multiply-adds"),
    MEASURED("Measured ms on this machine");

    /** Liao & Poggio 2016: one step takes a cortical area 20 to 50 ms. */
    private static final int SHORTEST_STEP_MS = 20;

    private static final int LONGEST_STEP_MS = 50;

    private final String title;

    SecondAxis(String title) {
        this.title = title;
    }

    /** As a menu names it. */
    String title() {
        return title;
    }

    /**
     * The row under the axis; absent for none. Counting unrolls the network at each time, so not on the screen's thread.
     *
     * @param record of the run in focus
     * @param lastTime right end of the axis
     */
    Optional<TickRow> row(NetworkDocument network, RunRecord record, int lastTime) {
        return switch (this) {
            case NONE -> Optional.empty();
            case ESTIMATED -> Optional.of(new TickRow("ms, est.", estimated(lastTime)));
            case MULTIPLY_ADDS -> Optional.of(new TickRow("mult-adds", multiplyAdds(network, lastTime)));
            case MEASURED -> Optional.of(new TickRow("ms", measured(record)));
        };
    }

    private static Map<Double, String> estimated(int lastTime) {
        Map<Double, String> texts = new LinkedHashMap<>();
        for (int t = 1; t <= lastTime; t++) {
            texts.put((double) t, SHORTEST_STEP_MS * t + "–" + LONGEST_STEP_MS * t);
        }
        return texts;
    }

    private static Map<Double, String> multiplyAdds(NetworkDocument network, int lastTime) {
        Map<Double, String> texts = new LinkedHashMap<>();
        if (NetworkChecker.check(network) instanceof Checked.Valid valid) {
            for (int t = 1; t <= lastTime; t++) {
                Unrolling unrolling = Unroller.unroll(valid.network(), t);
                if (!unrolling.readouts().isEmpty()) {
                    texts.put((double) t, amount(Counts.of(unrolling).multiplyAdds()));
                }
            }
        }
        return texts;
    }

    private static Map<Double, String> measured(RunRecord record) {
        Map<Double, String> texts = new LinkedHashMap<>();
        record.measurements().times().ifPresent(measured -> {
            for (TrainingEvent.AnswerTime time : measured.times()) {
                texts.put((double) time.time(), figure(time.milliseconds()));
            }
        });
        return texts;
    }

    /** E.g. {@code 48 M}. */
    private static String amount(long count) {
        if (count >= 1_000_000_000L) {
            return figure(count / 1e9) + " G";
        }
        return count >= 1_000_000 ? figure(count / 1e6) + " M" : figure(count / 1e3) + " k";
    }

    private static String figure(double value) {
        return value >= 100 ? String.valueOf(Math.round(value)) : String.format(Locale.ROOT, "%.2g", value);
    }
}
