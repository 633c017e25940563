package org.unfoldlab.viz.unrolled;

/** Looks at another part of the board through the map in its corner; the map stands still meanwhile. */
final class MapDrag implements Drag {
    private final StageView view;
    private final MiniMap map;
    private double x;
    private double y;

    MapDrag(StageView view, MiniMap map, double x, double y) {
        this.view = view;
        this.map = map;
        this.x = map.seen().centerX();
        this.y = map.seen().centerY();
        to(x, y);
    }

    @Override
    public void to(double nextX, double nextY) {
        view.board().pan((x - nextX) / map.scale(), (y - nextY) / map.scale());
        x = nextX;
        y = nextY;
    }

    @Override
    public void end(double endX, double endY) {
        to(endX, endY);
    }
}
