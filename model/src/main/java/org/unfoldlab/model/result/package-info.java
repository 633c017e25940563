/**
 * What a run says: events, run record, readout curves, statistics over time, provenance.
 * In: events. Out: immutable records to draw. Knows no engine and no file.
 */
@NullMarked
package org.unfoldlab.model.result;

import org.jspecify.annotations.NullMarked;
