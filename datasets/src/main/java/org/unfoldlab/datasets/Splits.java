package org.unfoldlab.datasets;

import java.util.ArrayList;
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

    /** The first images of each part, or all where there are fewer. */
    public Splits first(int trainImages, int testImages) {
        return new Splits(train.first(trainImages), test.first(testImages), notes);
    }

    /**
     * The same data in the shape that a network takes, with a note if anything had to be changed for it.
     *
     * @throws DatasetException if the numbers of channels cannot be reconciled, or so many images of this shape cannot
     *     be held
     */
    public Splits inShape(ImageShape shape) throws DatasetException {
        ImageShape own = train.shape();
        if (own.equals(shape)) {
            return this;
        }
        shape.requireRoom(train.name(), Math.max(train.size(), test.size()));
        try {
            List<String> more = new ArrayList<>(notes);
            more.add("The images of " + train.name() + " are " + own + " and were resampled to " + shape + ".");
            return new Splits(train.inShape(shape), test.inShape(shape), more);
        } catch (IllegalArgumentException e) {
            throw new DatasetException(
                    train.name() + " has images of " + own + ", the network's stimulus is " + shape
                            + "; give the stimulus " + own.channels() + " channels or choose other data.",
                    e);
        }
    }
}
