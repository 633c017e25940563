package org.unfoldlab.viz.graph;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.Step;

/** One stroke of the brush from press to release: each step is painted once, everything is one step of undo. */
public final class BrushStroke {
    /** Distance of the points at which a fast stroke is looked at, in px. */
    private static final double DENSITY = 3;

    private final Brush brush;
    private final Consumer<ProposedEdit> propose;
    private final Under under;
    private final Set<Step> painted = new HashSet<>();
    private double x;
    private double y;

    /** The steps under a point. */
    public interface Under {
        Collection<Step> at(double x, double y);
    }

    /** Begins at a point, which is painted at once. */
    public BrushStroke(Brush brush, Consumer<ProposedEdit> propose, Under under, double x, double y) {
        this.brush = brush;
        this.propose = propose;
        this.under = under;
        this.x = x;
        this.y = y;
        paint(under.at(x, y));
    }

    /** Paints all that lies on the straight way to a point. */
    public void to(double nextX, double nextY) {
        int points = (int) Math.ceil(Math.hypot(nextX - x, nextY - y) / DENSITY);
        for (int i = 1; i <= points; i++) {
            double share = (double) i / points;
            paint(under.at(x + (nextX - x) * share, y + (nextY - y) * share));
        }
        x = nextX;
        y = nextY;
    }

    private void paint(Collection<Step> steps) {
        List<Step> fresh = steps.stream().filter(painted::add).toList();
        brush.over(fresh).ifPresent(propose);
    }
}
