package org.unfoldlab.viz.explore;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.paint.Color;
import org.unfoldlab.model.result.Guess;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.viz.graph.DrawingStyle;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Dash;
import org.unfoldlab.viz.plot.Stroke;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.plot.TextStyle;
import org.unfoldlab.viz.plot.Texts;
import org.unfoldlab.viz.theme.Token;

/** Draws the table under the lanes: what is answered at each readout time, and where the mind is changed. */
final class AnswersPainter {
    private static final double BAR_RADIUS = 4;
    /** In narrower columns the beginning of a name says less than nothing. */
    private static final double LEAST_FOR_NAMES = 56;
    /** So far inside its name the dashed line ends at least. */
    private static final double ON_LINE = 12;
    /** A smaller difference of two probabilities is less than a pixel of a bar. */
    private static final double SEEN = 0.01;

    private final Surface surface;
    private final DrawingStyle style;
    private final ThoughtLayout layout;
    private final ThoughtScene scene;
    private final List<Integer> classes;

    AnswersPainter(Surface surface, ThoughtLayout layout) {
        this.surface = surface;
        this.layout = layout;
        this.style = new DrawingStyle(layout.look());
        this.scene = layout.scene();
        this.classes = scene.classesByWeight();
    }

    void paint() {
        int rows = layout.classRows();
        silentColumns();
        for (Guess guess : scene.shownGuesses()) {
            column(guess, rows);
        }
        changes();
        times();
    }

    private TextStyle text(Token token, double size, TextStyle.Weight weight) {
        return style.text(token, size, weight, 1);
    }

    /** Hatches what has no answer, neighbours of one reason together. */
    private void silentColumns() {
        int from = 0;
        while (from <= scene.last()) {
            Optional<ReadoutPoint> point = reasonAt(from);
            int to = from;
            while (point.isPresent()
                    && to < scene.last()
                    && reasonAt(to + 1).map(ThoughtWords::reason).equals(point.map(ThoughtWords::reason))) {
                to++;
            }
            if (point.isPresent()) {
                hatch(layout.span(from, to), ThoughtWords.reason(point.get()));
            }
            from = to + 1;
        }
    }

    /** At t = 0 nothing can be read out, for the reason that holds at 1 where that one has none either. */
    private Optional<ReadoutPoint> reasonAt(int time) {
        return time == 0 ? scene.unanswered(1) : scene.unanswered(time);
    }

    private void hatch(Box box, List<String> reason) {
        surface.clipped(box, () -> surface.hatch(box, 9, Stroke.solid(style.color(Token.HATCH), 1)));
        TextStyle strong = text(Token.TEXT, 14, TextStyle.Weight.SEMI_BOLD);
        TextStyle muted = text(Token.MUTED, 12, TextStyle.Weight.REGULAR);
        double room = box.width() - 12;
        List<String> lines = Texts.wrapped(reason.get(0), room, strong, surface);
        List<String> why = Texts.wrapped(reason.get(1), room, muted, surface);
        double lead = strong.size() * 1.4;
        boolean fits = (lines.size() + why.size()) * lead <= box.height();
        int count = lines.size() + (fits ? why.size() : 0);
        double widest = widest(lines, strong, fits ? why : List.of(), muted);
        if (count * lead > box.height() || widest > box.width()) {
            return;
        }
        double y = box.centerY() - count * lead / 2;
        surface.fill(
                new Box(box.centerX() - widest / 2 - 6, y - 4, widest + 12, count * lead + 8),
                3,
                style.color(Token.BACKGROUND));
        for (int i = 0; i < count; i++) {
            boolean title = i < lines.size();
            surface.text(
                    title ? lines.get(i) : why.get(i - lines.size()),
                    box.centerX(),
                    y + (i + 0.5) * lead,
                    Surface.Align.CENTER,
                    title ? strong : muted);
        }
    }

    private double widest(List<String> lines, TextStyle strong, List<String> why, TextStyle muted) {
        double widest = 0;
        for (String line : lines) {
            widest = Math.max(widest, surface.textWidth(line, strong));
        }
        for (String line : why) {
            widest = Math.max(widest, surface.textWidth(line, muted));
        }
        return widest;
    }

    private void column(Guess guess, int rows) {
        for (int row = 0; row < rows; row++) {
            cell(layout.cell(row, guess.time()), guess, classes.get(row));
        }
        answer(guess, layout.answerY(), Token.TEXT);
        scene.unspoilt().flatMap(other -> other.at(guess.time())).ifPresent(other -> {
            answer(other, layout.unspoiltY(), Token.MUTED);
        });
    }

    private void cell(Box cell, Guess guess, int label) {
        double probability = guess.of(label);
        surface.fill(cell, BAR_RADIUS, style.color(Token.INSET));
        boolean chosen = guess.choice() == label;
        TextStyle ink =
                text(chosen ? Token.TEXT : Token.MUTED, 12, chosen ? TextStyle.Weight.BOLD : TextStyle.Weight.REGULAR);
        TextStyle figure = new TextStyle(ink.color(), Math.min(ink.size(), cell.height() * 0.82), ink.weight());
        String words = ThoughtWords.percent(probability);
        double bar = Double.isNaN(probability) ? 0 : Math.max(probability > 0 ? 2 : 0, probability * cell.width());
        if (bar > 0) {
            Color color = style.color(chosen ? Token.CONTROL : Token.AXIS);
            surface.fill(new Box(cell.x(), cell.y(), bar, cell.height()), Math.min(BAR_RADIUS, bar / 2), color);
        }
        OptionalDouble stroke = unspoiltEnd(cell, guess.time(), label, probability);
        stroke.ifPresent(end -> unspoiltStroke(cell, end));
        figure(cell, bar, stroke, words, figure, chosen);
    }

    /** A figure stands right of bar and stroke; where there is no room, inside the chosen bar or on its own ground. */
    private void figure(Box cell, double bar, OptionalDouble stroke, String words, TextStyle figure, boolean chosen) {
        double width = surface.textWidth(words, figure);
        double end = Math.max(bar, stroke.orElse(0));
        boolean inside = chosen && bar > width + 12;
        if (inside && stroke.isEmpty()) {
            written(words, cell.x() + bar - 6 - width, cell, figure.in(style.color(Token.ON_CONTROL)));
        } else if (end + width + 8 <= cell.width()) {
            written(words, cell.x() + end + 5, cell, figure);
        } else if (inside && stroke.orElse(0) > width + 12) {
            written(words, cell.x() + 6, cell, figure.in(style.color(Token.ON_CONTROL)));
        } else {
            double x = cell.right() - width - 5;
            surface.fill(new Box(x - 4, cell.y(), width + 9, cell.height()), BAR_RADIUS, style.color(Token.INSET));
            written(words, x, cell, figure.in(style.color(Token.TEXT)));
        }
    }

    private void written(String words, double x, Box cell, TextStyle figure) {
        surface.text(words, x, cell.centerY(), Surface.Align.LEFT, figure);
    }

    /** How far the bar of the unspoilt image reaches, in px; absent where it ends at the same place. */
    private OptionalDouble unspoiltEnd(Box cell, int time, int label, double probability) {
        return scene.unspoilt()
                .flatMap(other -> other.at(time))
                .map(other -> other.of(label))
                .filter(other -> Math.abs(other - probability) >= SEEN)
                .map(other -> OptionalDouble.of(Math.max(1.5, other * cell.width())))
                .orElse(OptionalDouble.empty());
    }

    private void unspoiltStroke(Box cell, double end) {
        double x = cell.x() + end;
        surface.line(x, cell.y() - 1, x, cell.bottom() + 1, style.pen(Token.BACKGROUND, 5, 1));
        surface.line(x, cell.y() - 2, x, cell.bottom() + 2, style.pen(Token.TEXT, 2, 1));
    }

    /** The chosen class by name, with a tick or a cross where the true one is known. */
    private void answer(Guess guess, double y, Token ink) {
        boolean known = scene.label().isPresent();
        boolean right = known && scene.label().getAsInt() == guess.choice();
        String sign = !known ? "" : right ? "✓ " : "✕ ";
        TextStyle words = text(ink, 12, TextStyle.Weight.SEMI_BOLD);
        Color color = !known || ink == Token.MUTED ? words.color() : style.color(right ? Token.GOOD : Token.ERROR);
        String name = sign + scene.name(guess.choice());
        boolean fits = surface.textWidth(name, words) <= layout.columnPitch() - 4;
        boolean named = layout.columnPitch() >= LEAST_FOR_NAMES || sign.isEmpty();
        String shown = fits ? name : named ? Texts.shortened(name, layout.columnPitch() - 4, words, surface) : sign;
        surface.text(shown.strip(), layout.columnX(guess.time()), y, Surface.Align.CENTER, words.in(color));
    }

    private void changes() {
        List<Guess> guesses = scene.shownGuesses();
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < guesses.size(); i++) {
            Guess before = guesses.get(i - 1);
            Guess now = guesses.get(i);
            if (before.choice() != now.choice()) {
                double x = (layout.columnX(before.time()) + layout.columnX(now.time())) / 2;
                double y = layout.headingY();
                surface.line(
                        x,
                        y + 12,
                        x,
                        layout.tableBottom(),
                        new Stroke(style.color(Token.TEXT), 1.6, Dash.SHORT_DASHES));
                free = pill(scene.name(before.choice()) + " becomes " + scene.name(now.choice()), x, y, free);
            }
        }
    }

    /** A name on the dashed line; left out where it would cover the heading or the name before. */
    private double pill(String words, double x, double y, double free) {
        TextStyle text = text(Token.TEXT, 13, TextStyle.Weight.SEMI_BOLD);
        double half = surface.textWidth(words, text) / 2 + 12;
        double right = layout.columnX(scene.last()) + layout.columnPitch() / 2;
        double headingEnd = Heading.of(layout, style, surface).box().right() + 8;
        double middle = Math.max(Math.min(x, right - half), Math.max(free, headingEnd) + half);
        if (x < middle - half + ON_LINE || middle + half > right + 1) {
            return free;
        }
        double height = 26 * layout.look().scale();
        Box box = new Box(middle - half, y - height / 2, 2 * half, height);
        surface.fill(box, height / 2, style.color(Token.BACKGROUND));
        surface.outline(box, height / 2, style.pen(Token.TEXT, 1.4, 1));
        surface.text(words, middle, y, Surface.Align.CENTER, text);
        return middle + half + 8;
    }

    private void times() {
        for (int t = 0; t <= scene.last(); t++) {
            boolean now = t == scene.shown() && scene.shown() < scene.last();
            boolean strong = now || t == scene.readoutTime();
            TextStyle figure = text(
                    strong ? Token.TEXT : Token.MUTED, 13, strong ? TextStyle.Weight.BOLD : TextStyle.Weight.REGULAR);
            double x = layout.columnX(t);
            if (now) {
                double half = Math.max(10, surface.textWidth(String.valueOf(t), figure));
                surface.fill(new Box(x - half, layout.timeY() - 10, 2 * half, 20), 10, style.color(Token.MARKER));
                figure = figure.in(MapsPainter.ON_MARKER);
            }
            surface.text(String.valueOf(t), x, layout.timeY(), Surface.Align.CENTER, figure);
        }
    }
}
