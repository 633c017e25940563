/**
 * Image sets, seeded batches and augmentation; readers, downloads and the generated {@code shapes}.
 * In: files and seeds. Out: immutable image sets and batches. Knows nothing else of Unfold.
 */
@NullMarked
package org.unfoldlab.datasets;

import org.jspecify.annotations.NullMarked;
