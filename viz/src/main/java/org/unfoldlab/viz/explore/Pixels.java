package org.unfoldlab.viz.explore;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Images of a data set as images of the screen. */
public final class Pixels {
    private Pixels() {}

    /**
     * One image, a pixel a pixel; one channel is shown as grey, of more than three the first three.
     *
     * @param values channels × height × width bytes
     */
    public static WritableImage image(byte[] values, int channels, int height, int width) {
        int plane = height * width;
        int green = channels < 3 ? 0 : plane;
        int[] colours = new int[plane];
        for (int i = 0; i < plane; i++) {
            colours[i] = 0xff000000
                    | (values[i] & 0xff) << 16
                    | (values[green + i] & 0xff) << 8
                    | (values[2 * green + i] & 0xff);
        }
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), colours, 0, width);
        return image;
    }
}
