/**
 * What the program remembers from one start to the next. In: a JSON file in the system's own place for settings. Out:
 * {@link org.unfoldlab.app.settings.Settings}, an immutable record. Knows no window.
 */
@NullMarked
package org.unfoldlab.app.settings;

import org.jspecify.annotations.NullMarked;
