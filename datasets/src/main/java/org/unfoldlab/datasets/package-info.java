/**
 * Labelled images as values: what a set is, how it is split, what its channels' statistics are.
 *
 * <p>The module in one look:
 * <ul>
 *   <li>here: {@link org.unfoldlab.datasets.ImageSet} (immutable images and labels) of an {@link
 *       org.unfoldlab.datasets.ImageShape}, {@link
 *       org.unfoldlab.datasets.Splits} (training and test part), {@link org.unfoldlab.datasets.ChannelStatistics},
 *       {@link org.unfoldlab.datasets.SeededRandom}, {@link org.unfoldlab.datasets.Resampler}, {@link org.unfoldlab.datasets.DatasetException};
 *   <li>{@code catalog}: what {@code --data NAME[:PATH]} means, which sets exist, where they lie, download and check;
 *   <li>{@code files}: readers of CIFAR-10, IDX (the MNIST family) and image folders;
 *   <li>{@code shapes}: the generated set;
 *   <li>{@code batches}: seeded epochs, augmentation, normalisation, and a feeder on a background thread.
 * </ul>
 *
 * <p>In: files and seeds. Out: immutable image sets and batches of numbers. Knows nothing else of Unfold: no network,
 * no engine, no screen. Whatever a user can get wrong ends as a {@link org.unfoldlab.datasets.DatasetException}, whose
 * message is one sentence that names the file, the place in it and the remedy.
 */
@NullMarked
package org.unfoldlab.datasets;

import org.jspecify.annotations.NullMarked;
