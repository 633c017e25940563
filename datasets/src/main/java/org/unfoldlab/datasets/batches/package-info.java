/**
 * Batches of normalised images: seeded order, augmentation, and a feeder that prepares them on a background thread.
 *
 * <p>In: an {@link org.unfoldlab.datasets.ImageSet}, its training set's statistics, a seed. Out: {@link
 * org.unfoldlab.datasets.batches.Batch}, N × channels × height × width floats and labels. A training batch depends on
 * nothing but (seed, epoch, number), so a run that resumes rebuilds the very batches it would have had. Knows no files
 * and no network.
 */
@NullMarked
package org.unfoldlab.datasets.batches;

import org.jspecify.annotations.NullMarked;
