/**
 * What a run says: events, run record, readout curves, provenance, and arrays of numbers.
 * In: events. Out: immutable records to draw. Knows no engine and no file.
 */
@NullMarked
package org.unfoldlab.model.result;

import org.jspecify.annotations.NullMarked;
