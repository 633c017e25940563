package org.unfoldlab.viz.matrix;

import javafx.scene.input.KeyEvent;
import org.unfoldlab.model.graph.WindowEdits;

/** Keys of a cell: arrows walk, Enter or a letter edits, A adds another, Alt with arrows moves the bar's ends. */
final class MatrixKeys {
    private MatrixKeys() {}

    static void pressed(MatrixCell cell, KeyEvent event) {
        if (event.isControlDown() || event.isMetaDown()) {
            return;
        }
        boolean taken = event.isAltDown() ? window(cell, event) : plain(cell, event);
        if (taken) {
            event.consume();
        }
    }

    private static boolean window(MatrixCell cell, KeyEvent event) {
        WindowEdits.Side side = event.isShiftDown() ? WindowEdits.Side.FIRST : WindowEdits.Side.LAST;
        switch (event.getCode()) {
            case LEFT -> cell.moveWindow(side, -1);
            case RIGHT -> cell.moveWindow(side, 1);
            case DOWN -> cell.moveWindow(WindowEdits.Side.FIRST, -1);
            case UP -> cell.moveWindow(WindowEdits.Side.FIRST, 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean plain(MatrixCell cell, KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> cell.moveFocus(0, -1);
            case RIGHT -> cell.moveFocus(0, 1);
            case UP -> cell.moveFocus(1, 0);
            case DOWN -> cell.moveFocus(-1, 0);
            case ENTER, F2 -> cell.activate();
            case SPACE -> cell.chooseOrPaint();
            case M -> cell.mute();
            case A -> cell.addAnother();
            case DELETE, BACK_SPACE -> cell.delete();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A first letter of a function begins a new line at once, a semicolon one more transition in the line. */
    static void typed(MatrixCell cell, KeyEvent event) {
        String letter = event.getCharacter();
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        if (letter.matches("[bBcCdD]")) {
            cell.editAs(letter);
            event.consume();
        } else if (letter.equals(";")) {
            cell.editAnother();
            event.consume();
        }
    }
}
