/**
 * Network files, run folders and arrays of numbers on disk.
 * In: paths. Out: documents, run records, arrays; errors with file, line, column and remedy. Knows no engine.
 */
@NullMarked
package org.unfoldlab.model.store;

import org.jspecify.annotations.NullMarked;
