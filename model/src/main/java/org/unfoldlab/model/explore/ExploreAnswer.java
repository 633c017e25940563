package org.unfoldlab.model.explore;

import java.util.List;
import java.util.OptionalInt;
import org.unfoldlab.model.result.TestChoices;
import org.unfoldlab.model.result.Thought;

/** What a process that explores a run answers. */
public sealed interface ExploreAnswer {
    /** Number of the question that this answers; 0 for what comes unasked. */
    long id();

    /**
     * A checkpoint is loaded: unasked at the start, later in answer to a renewal.
     *
     * @param epochs learned so far
     * @param batches of the next epoch, learned so far
     * @param trainedTime T of training
     * @param classNames by number
     * @param channels of an image
     * @param height of an image, px
     * @param width of an image, px
     * @param neutral the training set's mean of each channel, as a byte
     * @param testImages how many there are
     * @param statistics what batch norm uses, in words
     * @param data the name of the data set
     * @param last the largest readout time that the run's file asks to measure
     */
    @SuppressWarnings("ArrayRecordComponent") // a message, never compared
    record Ready(
            long id,
            int epochs,
            int batches,
            int trainedTime,
            List<String> classNames,
            int channels,
            int height,
            int width,
            byte[] neutral,
            int testImages,
            String statistics,
            String data,
            int last)
            implements ExploreAnswer {
        public Ready {
            classNames = List.copyOf(classNames);
        }
    }

    /**
     * One image.
     *
     * @param image its number in the test set; absent for a file
     * @param label its class, if that is known
     * @param name of the file, or empty
     * @param pixels channels × height × width bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // a message, never compared
    record Picture(OptionalInt image, OptionalInt label, String name, byte[] pixels) {}

    /**
     * Some test images.
     *
     * @param total how many there are of the class that was asked for
     * @param from how many of them come before
     */
    record Page(long id, int total, int from, List<Picture> pictures) implements ExploreAnswer {
        public Page {
            pictures = List.copyOf(pictures);
        }
    }

    /** The image that was asked for. */
    record Fetched(long id, Picture picture) implements ExploreAnswer {}

    /** What the network holds and answers. */
    record Thinks(long id, Thought thought) implements ExploreAnswer {}

    /**
     * How far a survey is.
     *
     * @param done share, 0 … 1
     */
    record Progress(long id, double done) implements ExploreAnswer {}

    /**
     * A survey is complete.
     *
     * @param epochs of the checkpoint that was asked
     * @param testImages how many there are; the survey may hold fewer
     */
    record Surveyed(long id, int epochs, int testImages, TestChoices choices) implements ExploreAnswer {}

    /** It cannot be answered, in a sentence for the user. */
    record Trouble(long id, String sentence) implements ExploreAnswer {}
}
