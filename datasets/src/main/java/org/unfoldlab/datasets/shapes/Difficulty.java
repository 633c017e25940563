package org.unfoldlab.datasets.shapes;

/**
 * How hard the images are; lengths in pixels of the 32×32 image, colours in 0 … 1.
 *
 * @param smallest radius of the smallest shape
 * @param largest radius of the largest shape
 * @param turn the largest turn from the upright pose, either way, in radians; π is any pose
 * @param overlap how much of the colour range figure and ground share: 0 every shape is lighter than what is behind it,
 *     1 any colour on any other
 * @param clutter the most strokes and dots strewn behind and beside the shape
 * @param occluders the most bars laid over it
 * @param contrast the least distance of colours (root mean square over RGB) between a shape and what is behind it
 * @param texture the strongest texture, on shape and background
 * @param noise the largest deviation of the noise on every value
 */
record Difficulty(
        double smallest,
        double largest,
        double turn,
        double overlap,
        int clutter,
        int occluders,
        double contrast,
        double texture,
        double noise) {
    /** Chosen so that a small 2-state network learns it in a minute and still gains from readout time. */
    static final Difficulty STANDARD = new Difficulty(9, 13, 0.5, 0, 4, 1, 0.3, 0.12, 0.05);
}
