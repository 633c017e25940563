package org.unfoldlab.viz.unrolled;

/** Drags the flag: columns stay as wide as at the press, so T follows the hand evenly while the stage rescales. */
final class ReadoutDrag implements Drag {
    private final StageView view;
    private final double pressX;
    private final int pressTime;
    private final double pitch;

    ReadoutDrag(StageView view, double x) {
        this.view = view;
        pressX = x;
        pressTime = view.networkProperty().get().readoutTime();
        pitch = view.stageLayout().metrics().columnPitch();
    }

    @Override
    public void to(double x, double y) {
        int moved = (int) Math.round((x - pressX) / pitch);
        view.proposeReadoutTime(Math.max(1, Math.min(StageView.LONGEST, pressTime + moved)));
    }

    @Override
    public void end(double x, double y) {
        to(x, y);
    }
}
