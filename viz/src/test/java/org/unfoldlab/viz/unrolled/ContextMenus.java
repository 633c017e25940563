package org.unfoldlab.viz.unrolled;

import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import org.testfx.api.FxRobot;

/** Presses of the right button; the headless screen does not tell of menus by itself. */
final class ContextMenus {
    private ContextMenus() {}

    static void open(FxRobot robot, StageView stage, Point2D at) {
        robot.moveTo(at);
        Point2D here = stage.screenToLocal(at);
        Node canvas = stage.getChildrenUnmodifiable().get(0);
        robot.interact(() -> Event.fireEvent(
                canvas,
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                        here.getX(),
                        here.getY(),
                        at.getX(),
                        at.getY(),
                        false,
                        null)));
    }
}
