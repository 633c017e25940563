/**
 * The drawn document as records: states, transitions, windows, sharing; edits with inverses.
 * In: what a user drew or a file said. Out: immutable documents. Knows no file format, no program and no screen.
 */
@NullMarked
package org.unfoldlab.model.graph;

import org.jspecify.annotations.NullMarked;
