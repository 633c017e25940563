/**
 * Writes what the program shows into files of other programs: pictures, text, scripts, reports. In: documents, run
 * records, plots. Out: bytes; the sheet that asks for what, format and size. What makes the bytes needs no display, so
 * that commands of the terminal use it too.
 */
@NullMarked
package org.unfoldlab.app.export;

import org.jspecify.annotations.NullMarked;
