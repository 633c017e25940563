package org.unfoldlab.datasets;

import java.util.List;

/**
 * The two parts of a data set: one to train on, one to test on, with the same classes and image shape.
 *
 * @param notes what a user should know of this data, one sentence each, e.g. that two of five training batches were
 *     found; empty if there is nothing to say
 */
public record Splits(ImageSet train, ImageSet test, List<String> notes) {
    public Splits {
        notes = List.copyOf(notes);
        if (!train.sameKindAs(test)) {
            throw new IllegalArgumentException("training and test images differ: " + train + " / " + test);
        }
    }
}
