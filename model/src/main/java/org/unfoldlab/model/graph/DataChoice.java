package org.unfoldlab.model.graph;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The images to learn from.
 *
 * @param set name of a set, e.g. {@code shapes} or {@code cifar-10}
 * @param path where it lies, absent for the program's own data folder
 * @param trainImages how many training images to use, absent for all
 * @param testImages how many test images to use, absent for all
 */
public record DataChoice(
        String set, Optional<String> path, OptionalInt trainImages, OptionalInt testImages, Extras extras) {
    public static final DataChoice SHAPES =
            new DataChoice("shapes", Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Extras.NONE);
}
