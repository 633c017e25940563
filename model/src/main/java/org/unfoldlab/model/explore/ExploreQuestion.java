package org.unfoldlab.model.explore;

import java.util.OptionalInt;

/** What a process that explores a run can be asked; every answer carries the number of its question. */
public sealed interface ExploreQuestion {
    /** Number of the question, from 1. */
    long id();

    /**
     * Some test images.
     *
     * @param label of which class; absent for all
     * @param from how many of them to leave out
     * @param count how many to give at most
     */
    record Browse(long id, OptionalInt label, int from, int count) implements ExploreQuestion {}

    /**
     * One test image.
     *
     * @param image its number in the test set
     */
    record Fetch(long id, int image) implements ExploreQuestion {}

    /** An image file of any size. */
    record Load(long id, String path) implements ExploreQuestion {}

    /**
     * What the network holds and answers at each t.
     *
     * @param pixels channels × height × width bytes
     * @param last the largest readout time to answer at; all smaller ones are answered too
     * @param shown the readout time whose states are wanted, where windows refer to T
     */
    @SuppressWarnings("ArrayRecordComponent") // a message, never compared
    record Think(long id, byte[] pixels, int last, int shown) implements ExploreQuestion {}

    /**
     * Which class is chosen at each readout time, for many test images; told in between how far it is.
     *
     * @param last the largest readout time
     * @param images at most so many, drawn by the run's seed
     */
    record Survey(long id, int last, int images) implements ExploreQuestion {}

    /** Gives the survey under way up. */
    record Cancel(long id) implements ExploreQuestion {}

    /** Takes the newest checkpoint of the run. */
    record Renew(long id) implements ExploreQuestion {}

    /** The end. */
    record Leave(long id) implements ExploreQuestion {}
}
