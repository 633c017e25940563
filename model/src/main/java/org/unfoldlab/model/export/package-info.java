/**
 * Writes a network as text for people and for other programs: a summary table, a PyTorch script. In: an unrolled
 * network. Out: text. Knows no file, no engine and no screen.
 */
@NullMarked
package org.unfoldlab.model.export;

import org.jspecify.annotations.NullMarked;
