package org.unfoldlab.viz.export;

import java.util.Optional;
import org.unfoldlab.viz.plot.PlotExport;
import org.unfoldlab.viz.plot.PlotModel;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.Zoom;
import org.unfoldlab.viz.theme.Look;

/**
 * A plot of curves.
 *
 * @param model the data, which go into tables
 * @param drawn how they are drawn: on a log axis, smoothed
 * @param zoom the part of the x axis that is drawn, all of it if empty
 * @param shown its size in the window, in px
 */
public record PlotPicture(PlotModel model, PlotModel drawn, Optional<Zoom> zoom, Size shown) implements Picture {
    private static final double FLATTEST = 0.45;

    /** A plot that is drawn as it is. */
    public PlotPicture(PlotModel model, Size shown) {
        this(model, model, Optional.empty(), shown);
    }

    @Override
    public String name() {
        return model.title();
    }

    @Override
    public String spoken() {
        return PlotExport.spoken(model);
    }

    @Override
    public Size sizeFor(double width, Look look) {
        double ratio = Math.max(FLATTEST, Math.min(1, shown.height() / shown.width()));
        return new Size(width, width * ratio);
    }

    @Override
    public void paint(Surface surface, Size size, Look look, String origin) {
        PlotExport.paint(drawn, look, zoom, origin, size.width(), size.height(), surface);
    }

    @Override
    public Optional<String> csv() {
        return Optional.of(PlotExport.csv(model));
    }
}
