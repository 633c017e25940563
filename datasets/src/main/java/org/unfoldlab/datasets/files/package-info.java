/**
 * Readers: CIFAR-10 binary batches or archive, IDX files (MNIST, Fashion-MNIST), folders of images.
 *
 * <p>In: a path. Out: {@link org.unfoldlab.datasets.Splits}. Files are only read, never changed; whatever is wrong with
 * them is a {@link org.unfoldlab.datasets.DatasetException} that names file, place and remedy. Knows no network and no
 * catalog.
 */
@NullMarked
package org.unfoldlab.datasets.files;

import org.jspecify.annotations.NullMarked;
