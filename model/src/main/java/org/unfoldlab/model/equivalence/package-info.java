/**
 * Checks the claim that the lab exists for: the same network, run as a loop over time and as a deep feed-forward
 * network, gives the same numbers (SPEC §6).
 * In: a checked network and settings. Out: differences as they are found, and a report with a verdict. Asks the caller
 * for its threads; knows no array library, no file and no screen.
 */
@NullMarked
package org.unfoldlab.model.equivalence;

import org.jspecify.annotations.NullMarked;
