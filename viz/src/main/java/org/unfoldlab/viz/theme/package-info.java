/**
 * Colours, type and measures of the whole window, light and dark.
 */
@NullMarked
package org.unfoldlab.viz.theme;

import org.jspecify.annotations.NullMarked;
