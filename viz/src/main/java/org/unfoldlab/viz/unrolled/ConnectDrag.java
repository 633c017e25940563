package org.unfoldlab.viz.unrolled;

import java.util.Optional;
import org.unfoldlab.viz.graph.CardShape;

/** Draws an edge from a card's rim to a card, back to itself, or to a new state on the board. */
final class ConnectDrag implements Drag {
    /** Less than this is a click, not an edge, in px. */
    private static final double LEAST = 10;

    private final StageView view;
    private final CardShape from;
    private final double pressX;
    private final double pressY;
    private double farthest;

    ConnectDrag(StageView view, CardShape from, double x, double y) {
        this.view = view;
        this.from = from;
        pressX = x;
        pressY = y;
    }

    @Override
    public void to(double x, double y) {
        farthest = Math.max(farthest, Math.hypot(x - pressX, y - pressY));
        Optional<CardShape> onto = view.frame().graph().cardNear(x, y);
        view.showOverlay(
                StageOverlay.connecting(new StageOverlay.Connection(from.box(), x, y, onto.map(CardShape::box))));
    }

    @Override
    public void end(double x, double y) {
        to(x, y);
        view.showOverlay(StageOverlay.NONE);
        if (farthest < LEAST) {
            return;
        }
        Optional<CardShape> onto = view.frame().graph().cardNear(x, y);
        String source = from.state().name();
        if (onto.isPresent()) {
            view.connect(source, onto.get().state().name());
        } else if (view.isFree()) {
            view.board().keepView();
            view.commands()
                    .addConnected(source, view.stageLayout().placement().fit().gridPlace(x, y));
        }
    }
}
