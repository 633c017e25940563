package org.unfoldlab.app.cli;

import org.unfoldlab.model.result.ReadoutPoint;

/** What is said of a readout time that has no number. */
final class Readouts {
    private Readouts() {}

    /** {@code no signal yet}, the reason why the trained network cannot answer, or nothing when it can. */
    static String reason(ReadoutPoint point) {
        if (point instanceof ReadoutPoint.NoSignal) {
            return "no signal yet";
        }
        return point instanceof ReadoutPoint.Unavailable unavailable ? unavailable.reason() : "";
    }
}
