package org.unfoldlab.app.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.TrainingEvent.EpochDone;
import org.unfoldlab.model.result.TrainingEvent.SettingChanged;
import org.unfoldlab.viz.plot.Mark;

/** Where the learning rate of a run changed, by its schedule or by hand. */
final class RateChanges {
    private static final String RATE = "learningRate";
    private static final double SAME = 1e-9;

    private RateChanges() {}

    /** A labelled tick for each change. Ones by hand stand in the midst of their epoch, where they happened. */
    static List<Mark> of(RunRecord record) {
        List<Mark> marks = new ArrayList<>();
        for (SettingChanged change : record.changes()) {
            if (change.setting().equals(RATE)) {
                marks.add(new Mark(
                        place(change, record), text(change.from(), change.to()) + ", by hand", Mark.Kind.CHANGE));
            }
        }
        List<EpochDone> epochs = record.epochs();
        for (int i = 1; i < epochs.size(); i++) {
            EpochDone now = epochs.get(i);
            double before = epochs.get(i - 1).learningRate();
            if (differ(before, now.learningRate()) && !byHand(record, now.epoch())) {
                marks.add(new Mark(now.epoch() - 1, text(before, now.learningRate()), Mark.Kind.CHANGE));
            }
        }
        return marks;
    }

    /** The figures of an epoch stand at its end. */
    private static double place(SettingChanged change, RunRecord record) {
        int batches = record.started().map(begun -> begun.batchesPerEpoch()).orElse(1);
        return Math.max(1, change.epoch() - 1 + change.batch() / (double) Math.max(1, batches));
    }

    private static boolean byHand(RunRecord record, int epoch) {
        return record.changes().stream().anyMatch(change -> change.setting().equals(RATE) && change.epoch() == epoch);
    }

    private static boolean differ(double a, double b) {
        return Math.abs(a - b) > SAME * Math.max(Math.abs(a), Math.abs(b));
    }

    private static String text(double from, double to) {
        return "rate " + rate(from) + " → " + rate(to);
    }

    /** E.g. 0.01, 0.0005, 2e-5. */
    static String rate(double value) {
        String plain = new java.math.BigDecimal(value)
                .round(new java.math.MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
        return plain.length() <= 7 ? plain : String.format(Locale.ROOT, "%.1e", value);
    }
}
