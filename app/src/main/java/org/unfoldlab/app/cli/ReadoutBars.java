package org.unfoldlab.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.ReadoutPoint;

/** Error against readout time, one bar a time; a full bar is an error of 1. */
final class ReadoutBars {
    private static final int LONGEST = 40;
    private static final int WORDS = 32;
    private static final char[] EIGHTHS = {' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉'};

    private final int longest;
    private final boolean unicode;

    ReadoutBars(Terminal terminal) {
        longest = Math.min(LONGEST, terminal.width() - WORDS);
        unicode = terminal.unicode();
    }

    /** Draws one bar for each readout time. */
    List<String> draw(ReadoutCurve curve) {
        List<String> lines = new ArrayList<>();
        lines.add("error against readout time");
        for (ReadoutPoint point : curve.points()) {
            String mark = point.time() == curve.trainedTime() ? "  trained" : "";
            lines.add("  " + String.format("T = %-3d", point.time()) + " " + bar(point) + mark);
        }
        return lines;
    }

    private String bar(ReadoutPoint point) {
        return point instanceof ReadoutPoint.Measured measured
                ? bar(measured.wrong()) + Percent.of(measured.wrong())
                : Readouts.reason(point);
    }

    private String bar(double share) {
        if (!Double.isFinite(share)) {
            return "";
        }
        int eighths = (int) Math.round(Math.max(0, Math.min(1, share)) * longest * EIGHTHS.length);
        if (!unicode) {
            return "#".repeat((eighths + EIGHTHS.length / 2) / EIGHTHS.length) + " ";
        }
        int rest = eighths % EIGHTHS.length;
        return "█".repeat(eighths / EIGHTHS.length) + (rest == 0 ? "" : Character.toString(EIGHTHS[rest])) + " ";
    }
}
