/**
 * The page that a check leaves behind, and the command that repeats the check.
 * In: a report. Out: arguments, a text or PDF file. Needs no window, so the terminal writes the same page.
 */
@NullMarked
package org.unfoldlab.app.equivalence.page;

import org.jspecify.annotations.NullMarked;
