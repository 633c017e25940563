package org.unfoldlab.app.cli;

import java.util.Locale;

/** Shares as people read them. */
final class Percent {
    private Percent() {}

    /** {@code 13.2 %}; a dash for what is not a number. */
    static String of(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", share * 100) : "–";
    }
}
