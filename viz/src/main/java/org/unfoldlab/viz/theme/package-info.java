/**
 * Colours, type and measures of the whole window, light and dark.
 *
 * <p>In: a {@link org.unfoldlab.viz.theme.Look} (theme, text size, lecture view). Out: a dressed
 * scene and the same colours as values for canvas code. It knows no document, no run and no plot.
 */
@NullMarked
package org.unfoldlab.viz.theme;

import org.jspecify.annotations.NullMarked;
