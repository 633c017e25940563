package org.unfoldlab.viz.export;

import java.util.Optional;
import org.unfoldlab.viz.plot.PlotExport;
import org.unfoldlab.viz.plot.PlotModel;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.theme.Look;

/** A plot of curves. */
public record PlotPicture(PlotModel model, Size shown) implements Picture {
    private static final double FLATTEST = 0.45;

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
        PlotExport.paint(model, look, origin, size.width(), size.height(), surface);
    }

    @Override
    public Optional<String> csv() {
        return Optional.of(PlotExport.csv(model));
    }
}
