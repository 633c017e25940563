/**
 * Takes views out of the window: as SVG, PDF and PNG at print quality, with title, origin and legend, and plots as
 * numbers. In: a {@link org.unfoldlab.viz.export.Picture} and where it comes from. Out: bytes of a file. The painters
 * are those of the screen; nothing here needs a window or a display.
 */
@NullMarked
package org.unfoldlab.viz.export;

import org.jspecify.annotations.NullMarked;
