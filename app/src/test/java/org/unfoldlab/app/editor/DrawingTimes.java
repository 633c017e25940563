package org.unfoldlab.app.editor;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.store.Presets;

/** Prints how long everything that follows from a document takes while T moves around 50. */
public final class DrawingTimes {
    private DrawingTimes() {}

    public static void main(String[] args) {
        NetworkDocument document = Presets.find("4-state-frnn").orElseThrow().document();
        double[] times = {};
        for (int round = 0; round < 4; round++) {
            times = IntStream.rangeClosed(40, 60)
                    .mapToDouble(time -> millis(StateEdits.readOutAt(document, time)))
                    .sorted()
                    .toArray();
        }
        System.out.printf(
                Locale.ROOT,
                "Drawing.of, 4-state FRNN, T = 40 to 60: mean %.1f ms, median %.1f, p95 %.1f, worst %.1f%n",
                Arrays.stream(times).average().orElse(0),
                times[times.length / 2],
                times[(int) (times.length * 0.95)],
                times[times.length - 1]);
    }

    private static double millis(NetworkDocument document) {
        long start = System.nanoTime();
        Drawing drawing = Drawing.of(document);
        if (drawing.depth().isEmpty()) {
            throw new IllegalStateException("no depth");
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
