package org.unfoldlab.viz.export;

import org.unfoldlab.viz.theme.Look;

/** How large a picture becomes. */
public enum PictureScale {
    /** As wide as in the window; 2 pixels of a PNG for each px. */
    SHOWN("As in the window", 0, 0),
    /** A page's width between margins. */
    PAGE("Print, 170 mm wide", 170, 680),
    /** One of two columns of a page. */
    COLUMN("Print, 85 mm wide", 85, 420);

    private static final double MM_PER_INCH = 25.4;
    private static final double POINTS_PER_INCH = 72;
    private static final double PX_PER_INCH = 96;
    private static final double PRINT_DPI = 300;

    private final String title;
    private final double millimetres;
    private final double layoutWidth;

    PictureScale(String title, double millimetres, double layoutWidth) {
        this.title = title;
        this.millimetres = millimetres;
        this.layoutWidth = layoutWidth;
    }

    /** As people choose it. */
    public String title() {
        return title;
    }

    /** The size in px in which the picture is laid out. */
    Picture.Size layout(Picture picture, Look look) {
        return this == SHOWN ? picture.sizeFor(picture.shown().width(), look) : picture.sizeFor(layoutWidth, look);
    }

    /** Points on paper for each px of a layout of that width. */
    double points(double width) {
        return this == SHOWN ? POINTS_PER_INCH / PX_PER_INCH : millimetres / MM_PER_INCH * POINTS_PER_INCH / width;
    }

    /** Pixels for each point on paper: 300 for an inch of print, 2 for each px of the window. */
    double pixelsPerPoint() {
        return this == SHOWN ? 2 * PX_PER_INCH / POINTS_PER_INCH : PRINT_DPI / POINTS_PER_INCH;
    }
}
