package org.unfoldlab.viz.unrolled;

/** Drags the flag: columns stay as wide as at the press, so T follows the hand evenly while the stage rescales. */
final class ReadoutDrag implements Drag {
    private final StageView view;
    private final double pressX;
    private final int pressTime;
    private final int longest;
    private final double pitch;
    private boolean moved;

    ReadoutDrag(StageView view, double x) {
        this.view = view;
        pressX = x;
        pressTime = view.networkProperty().get().readoutTime();
        longest = Math.max(StageView.LONGEST, pressTime);
        pitch = view.stageLayout().metrics().columnPitch();
    }

    @Override
    public void to(double x, double y) {
        moved |= x != pressX;
        if (moved) {
            int by = (int) Math.round((x - pressX) / pitch);
            view.proposeReadoutTime(Math.max(1, Math.min(longest, pressTime + by)));
        }
    }

    @Override
    public void end(double x, double y) {
        to(x, y);
    }
}
