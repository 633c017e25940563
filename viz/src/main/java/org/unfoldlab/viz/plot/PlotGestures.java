package org.unfoldlab.viz.plot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Mouse and keys of a plot. */
final class PlotGestures {
    private static final double SHORTEST_DRAG = 6;
    private static final double REACH = 8;
    private static final double STEP = 1.25;

    private final PlotView view;
    private double pressedAt;
    private Drag drag = Drag.NONE;
    private Optional<Mark> moving = Optional.empty();

    private enum Drag {
        NONE,
        ZOOM,
        READOUT,
        MARK
    }

    PlotGestures(PlotView view) {
        this.view = view;
    }

    void listen() {
        view.setOnMouseMoved(this::hover);
        view.setOnMouseExited(event -> view.plotCursor().clear());
        view.setOnMousePressed(this::press);
        view.setOnMouseDragged(this::dragged);
        view.setOnMouseReleased(this::release);
        view.setOnMouseClicked(this::click);
        view.setOnScroll(this::scroll);
        view.setOnKeyPressed(this::key);
        view.setOnContextMenuRequested(event -> {
            view.menu().show(event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private void hover(MouseEvent event) {
        boolean movable = isOnReadout(event.getX())
                || view.markAt(event.getX(), event.getY()).isPresent();
        view.setCursor(movable ? Cursor.H_RESIZE : Cursor.DEFAULT);
        if (!PlotPainter.grown(view.frame().plot(), REACH).contains(event.getX(), event.getY())) {
            view.plotCursor().clear();
            return;
        }
        double place = view.toPlace(event.getX());
        double snapped = nearestPlace(place);
        nearestLine(snapped, event.getY()).ifPresent(view::choose);
        view.plotCursor().moveTo(snapped);
    }

    private void click(MouseEvent event) {
        if (event.getClickCount() == 2) {
            view.setZoom(Optional.empty());
        } else if (event.isStillSincePress() && view.plotCursor().place().isPresent()) {
            view.pickSeries();
        }
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        pressedAt = event.getX();
        if (event.getButton() == MouseButton.PRIMARY) {
            moving = view.markAt(pressedAt, event.getY());
            drag = moving.isPresent() ? Drag.MARK : isOnReadout(pressedAt) ? Drag.READOUT : Drag.ZOOM;
        }
    }

    private void dragged(MouseEvent event) {
        switch (drag) {
            case NONE -> {}
            case READOUT -> view.moveReadout(Math.rint(view.toPlace(event.getX())));
            case ZOOM -> view.setDraft(chosenPart(event.getX()));
            case MARK -> view.setDragged(movedTo(event.getX()));
        }
    }

    /** Where the mark would go; absent while that is where it is. */
    private Optional<MarkDrag> movedTo(double px) {
        double place = Math.rint(view.toPlace(px));
        return moving.filter(mark -> mark.x() != place)
                .flatMap(mark -> view.moveOf(mark)
                        .map(move -> new MarkDrag(mark, place, move.words().apply(place))));
    }

    private void putDown(double px) {
        view.setDragged(Optional.empty());
        movedTo(px)
                .ifPresent(drag ->
                        view.moveOf(drag.mark()).ifPresent(move -> move.action().accept(drag.place())));
    }

    private void release(MouseEvent event) {
        if (drag == Drag.ZOOM) {
            Optional<Zoom> part = chosenPart(event.getX());
            view.setDraft(Optional.empty());
            if (part.isPresent()) {
                view.setZoom(part);
            }
        }
        if (drag == Drag.MARK) {
            putDown(event.getX());
        }
        drag = Drag.NONE;
        moving = Optional.empty();
    }

    private Optional<Zoom> chosenPart(double px) {
        if (Math.abs(px - pressedAt) < SHORTEST_DRAG) {
            return Optional.empty();
        }
        Frame frame = view.frame();
        double from = Math.max(view.toPlace(Math.min(px, pressedAt)), frame.x().lo());
        double to = Math.min(view.toPlace(Math.max(px, pressedAt)), frame.x().hi());
        return from < to ? Optional.of(new Zoom(from, to)) : Optional.empty();
    }

    /** Scrolling belongs to the page, unless the plot has the focus or Ctrl is held. */
    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0 && (view.isFocused() || event.isShortcutDown())) {
            zoomAround(view.toPlace(event.getX()), event.getDeltaY() > 0 ? 1 / STEP : STEP);
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown()) {
            return;
        }
        boolean used = true;
        switch (event.getCode()) {
            case LEFT -> step(-1);
            case RIGHT -> step(1);
            case TAB -> used = !event.isControlDown() && changeLine(event.isShiftDown() ? -1 : 1);
            case UP -> used = changeLineAtCursor(1);
            case DOWN -> used = changeLineAtCursor(-1);
            case ENTER -> view.pickSeries();
            case T -> view.setShowsTable(!view.showsTable());
            case L -> used = view.menu().toggleLog();
            case S -> used = view.menu().toggleSmooth();
            case CONTEXT_MENU -> view.menu().show();
            case ESCAPE -> used = escape();
            case PLUS, ADD, EQUALS -> zoomAround(middle(), 1 / STEP);
            case MINUS, SUBTRACT -> zoomAround(middle(), STEP);
            case DIGIT0, NUMPAD0 -> view.setZoom(Optional.empty());
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private boolean escape() {
        if (drag == Drag.MARK) {
            drag = Drag.NONE;
            moving = Optional.empty();
            view.setDragged(Optional.empty());
            return true;
        }
        if (view.showsTable()) {
            view.setShowsTable(false);
            return true;
        }
        boolean looked = view.plotCursor().place().isPresent();
        view.plotCursor().clear();
        return looked;
    }

    private void step(int by) {
        List<Double> places = Figures.places(view.drawnModel());
        if (places.isEmpty()) {
            return;
        }
        Optional<Double> now = view.plotCursor().place();
        int index = now.map(place -> nearestIndex(places, place) + by).orElse(by > 0 ? 0 : places.size() - 1);
        double place = places.get(Math.max(0, Math.min(places.size() - 1, index)));
        view.plotCursor().moveTo(place);
    }

    /** Goes to the next named line that has a value; false past the last one, so that Tab leaves. */
    private boolean changeLine(int by) {
        if (view.plotCursor().place().isEmpty()) {
            return false;
        }
        List<Series> lines = view.drawnModel().series();
        int from = view.chosenSeries().map(lines::indexOf).orElse(-1);
        for (int i = from + by; i >= 0 && i < lines.size(); i += by) {
            if (!lines.get(i).style().isHairline() && lines.get(i).last() >= 0) {
                view.choose(i);
                return true;
            }
        }
        return false;
    }

    /** Goes to the line that passes next above or below at the cursor: the way through many lines. */
    private boolean changeLineAtCursor(int by) {
        Optional<Double> place = view.plotCursor().place();
        Optional<Series> now = view.chosenSeries();
        if (place.isEmpty() || now.isEmpty()) {
            return false;
        }
        List<Series> lines = view.drawnModel().series();
        List<Integer> stacked = IntStream.range(0, lines.size())
                .filter(i -> Double.isFinite(lines.get(i).at(place.get())))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> lines.get(i).at(place.get())))
                .toList();
        int next = stacked.indexOf(lines.indexOf(now.get())) + by;
        if (next >= 0 && next < stacked.size()) {
            view.choose(stacked.get(next));
        }
        return true;
    }

    private void zoomAround(double place, double factor) {
        Frame frame = view.frame();
        Zoom part = new Zoom(frame.x().lo(), frame.x().hi()).around(place, factor);
        Ranges.Range all = Ranges.x(view.drawnModel(), Optional.empty());
        boolean whole = part.from() <= all.lo() && part.to() >= all.hi();
        double from = Math.max(part.from(), all.lo());
        double to = Math.min(part.to(), all.hi());
        view.setZoom(whole || from >= to ? Optional.empty() : Optional.of(new Zoom(from, to)));
    }

    private double middle() {
        Frame frame = view.frame();
        return view.plotCursor().place().orElse((frame.x().lo() + frame.x().hi()) / 2);
    }

    private boolean isOnReadout(double px) {
        return view.readoutMoves()
                && view.drawnModel().marks().stream()
                        .anyMatch(mark ->
                                mark.kind() == Mark.Kind.READOUT && Math.abs(view.toPx(mark.x()) - px) <= REACH);
    }

    /** The nearest place at which any line has a point; whole axes without data snap to whole. */
    private double nearestPlace(double place) {
        boolean hatched = view.drawnModel().spans().stream().anyMatch(span -> span.covers(place));
        if (hatched && view.drawnModel().x().whole()) {
            return Math.rint(place);
        }
        return view.drawnModel().series().stream()
                .filter(line -> line.last() >= 0)
                .map(line -> line.x(line.nearest(place)))
                .min(Comparator.comparingDouble(x -> Math.abs(x - place)))
                .orElse(view.drawnModel().x().whole() ? Math.rint(place) : place);
    }

    /** Index of the line that passes nearest to a height at a place. */
    private Optional<Integer> nearestLine(double place, double py) {
        Frame frame = view.frame();
        List<Series> lines = view.drawnModel().series();
        return IntStream.range(0, lines.size())
                .filter(i -> Double.isFinite(lines.get(i).at(place)))
                .boxed()
                .min(Comparator.comparingDouble(
                        i -> Math.abs(frame.y().toPx(lines.get(i).at(place)) - py)));
    }

    private static int nearestIndex(List<Double> places, double place) {
        return IntStream.range(0, places.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> Math.abs(places.get(i) - place)))
                .orElse(0);
    }
}
