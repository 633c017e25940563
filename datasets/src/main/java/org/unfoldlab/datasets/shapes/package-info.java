/**
 * The generated set {@code shapes}: ten kinds of shape, 32×32 RGB, that need no download.
 *
 * <p>In: a seed. Out: {@link org.unfoldlab.datasets.Splits}. Each image is drawn from (seed, part, number) alone, from
 * signed distance functions: background with texture, clutter, the shape at a random pose, occluders, noise. Knows no
 * files.
 */
@NullMarked
package org.unfoldlab.datasets.shapes;

import org.jspecify.annotations.NullMarked;
