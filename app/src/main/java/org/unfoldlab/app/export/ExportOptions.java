package org.unfoldlab.app.export;

import org.unfoldlab.viz.export.PictureScale;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.TextSize;
import org.unfoldlab.viz.theme.ThemeMode;

/**
 * How an export looks.
 *
 * @param scale how large
 * @param mode on which ground
 */
public record ExportOptions(PictureScale scale, ThemeMode mode) {
    /** For print. */
    public static final ExportOptions DEFAULT = new ExportOptions(PictureScale.PAGE, ThemeMode.LIGHT);

    Look look() {
        return Look.of(mode, TextSize.NORMAL);
    }
}
