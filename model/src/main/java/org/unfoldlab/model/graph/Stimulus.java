package org.unfoldlab.model.graph;

/**
 * The image that the network sees.
 *
 * @param channels 3 for colour, 1 for grey
 * @param height in pixels
 * @param width in pixels
 */
public record Stimulus(int channels, int height, int width, Timing timing, Extras extras) {
    public Stimulus(int channels, int height, int width, Timing timing) {
        this(channels, height, width, timing, Extras.NONE);
    }
}
