package org.unfoldlab.viz.unrolled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.theme.Token;

/**
 * The whole graph in a corner, when some of it lies beyond the board.
 *
 * @param frame where the map lies, in px
 * @param cards all cards, on the map
 * @param seen what the board shows, on the map
 * @param scale px of the map for one px of the board
 */
record MiniMap(Box frame, List<Box> cards, Box seen, double scale) {
    private static final double WIDTH = 150;
    private static final double HEIGHT = 96;
    private static final double MARGIN = 10;

    MiniMap {
        cards = List.copyOf(cards);
    }

    /** A map for cards of which some lie beyond the board; absent when all are seen. */
    static Optional<MiniMap> of(Map<String, Box> cards, Box board) {
        if (cards.values().stream().allMatch(card -> board.contains(card.centerX(), card.centerY()))) {
            return Optional.empty();
        }
        double left = board.x();
        double top = board.y();
        double right = board.right();
        double bottom = board.bottom();
        for (Box card : cards.values()) {
            left = Math.min(left, card.x());
            top = Math.min(top, card.y());
            right = Math.max(right, card.right());
            bottom = Math.max(bottom, card.bottom());
        }
        double scale = Math.min((WIDTH - 12) / (right - left), (HEIGHT - 12) / (bottom - top));
        Box frame = new Box(board.right() - WIDTH - MARGIN, board.bottom() - HEIGHT - MARGIN, WIDTH, HEIGHT);
        double shiftX = frame.centerX() - scale * (left + right) / 2;
        double shiftY = frame.centerY() - scale * (top + bottom) / 2;
        List<Box> small = new ArrayList<>();
        cards.values().forEach(card -> small.add(mapped(card, scale, shiftX, shiftY)));
        return Optional.of(new MiniMap(frame, small, mapped(board, scale, shiftX, shiftY), scale));
    }

    private static Box mapped(Box box, double scale, double shiftX, double shiftY) {
        return new Box(box.x() * scale + shiftX, box.y() * scale + shiftY, box.width() * scale, box.height() * scale);
    }

    void paint(Surface surface, DrawingStyle style) {
        surface.fill(frame, 6, style.color(Token.RAISED));
        surface.outline(frame, 6, style.pen(Token.LINE, 1, 1));
        cards.forEach(card -> surface.fill(card, 1.5, style.color(Token.CONTROL_BORDER)));
        surface.outline(seen, 2, style.pen(Token.CONTROL, 1.2, 1));
    }
}
