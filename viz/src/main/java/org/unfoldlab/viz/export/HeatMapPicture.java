package org.unfoldlab.viz.export;

import java.util.Optional;
import org.unfoldlab.viz.plot.HeatMap;
import org.unfoldlab.viz.plot.PlotExport;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.theme.Look;

/** A heat map: a row for each channel, a column for each t. */
public record HeatMapPicture(HeatMap map, Size shown) implements Picture {
    private static final double FLATTEST = 0.35;

    @Override
    public String name() {
        return map.title();
    }

    @Override
    public String spoken() {
        return map.title() + ", " + map.unit() + ": " + map.rowCount() + " rows, t = " + map.first() + " to "
                + map.last();
    }

    @Override
    public Size sizeFor(double width, Look look) {
        double ratio = Math.max(FLATTEST, Math.min(1.4, shown.height() / shown.width()));
        return new Size(width, width * ratio);
    }

    @Override
    public void paint(Surface surface, Size size, Look look, String origin) {
        PlotExport.paint(map, look, origin, size.width(), size.height(), surface);
    }

    @Override
    public Optional<String> csv() {
        return Optional.of(PlotExport.csv(map));
    }
}
