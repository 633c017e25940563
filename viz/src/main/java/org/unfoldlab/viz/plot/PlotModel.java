package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * All that one plot shows. Immutable: whoever watches a run builds a new one and hands it to a
 * {@link PlotView} from any thread.
 *
 * @param title what is plotted, e.g. "Error"
 * @param unit unit and circumstances, muted after the title, e.g. "%, readout T = 8"
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series the lines, later ones above earlier ones
 * @param bands ranges of values, under all lines
 * @param spans where there is nothing to show; no series has a value inside one
 * @param marks vertical lines
 * @param references horizontal lines
 * @param tickRows other readings of the x axis, under its ticks
 * @param note what follows from the data, in words, upper right; may be empty
 */
public record PlotModel(
        String title,
        String unit,
        Axis x,
        Axis y,
        List<Series> series,
        List<Band> bands,
        List<HatchedSpan> spans,
        List<Mark> marks,
        List<Reference> references,
        List<TickRow> tickRows,
        String note) {

    public PlotModel {
        series = List.copyOf(series);
        bands = List.copyOf(bands);
        tickRows = List.copyOf(tickRows);
        spans = List.copyOf(spans);
        marks = List.copyOf(marks);
        references = List.copyOf(references);
        for (HatchedSpan span : spans) {
            for (Series line : series) {
                requireEmpty(span, line);
            }
        }
    }

    /** Starts a description. */
    public static Builder titled(String title, String unit) {
        return new Builder(title, unit);
    }

    /** True if no series has any value. */
    public boolean isEmpty() {
        return series.stream().allMatch(line -> line.last() < 0);
    }

    /** The same with other lines. */
    PlotModel withSeries(List<Series> lines) {
        return new PlotModel(title, unit, x, y, lines, bands, spans, marks, references, tickRows, note);
    }

    /** The same under another title. */
    PlotModel withTitle(String words) {
        return new PlotModel(words, unit, x, y, series, bands, spans, marks, references, tickRows, note);
    }

    /** The same with other words after the title. */
    PlotModel withUnit(String words) {
        return new PlotModel(title, words, x, y, series, bands, spans, marks, references, tickRows, note);
    }

    /** The same on another vertical axis. */
    PlotModel withY(Axis other) {
        return new PlotModel(title, unit, x, other, series, bands, spans, marks, references, tickRows, note);
    }

    private static void requireEmpty(HatchedSpan span, Series line) {
        for (int i = 0; i < line.size(); i++) {
            if (line.has(i) && span.covers(line.x(i))) {
                throw new IllegalArgumentException(
                        line.name() + " has a value at " + line.x(i) + ", where it says " + span.title());
            }
        }
    }

    /** Collects the parts of a plot. */
    public static final class Builder {
        private final String title;
        private final String unit;
        private Axis x = Axis.counted("", "");
        private Axis y = Axis.values("");
        private final List<Series> series = new ArrayList<>();
        private final List<Band> bands = new ArrayList<>();
        private final List<TickRow> tickRows = new ArrayList<>();
        private final List<HatchedSpan> spans = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();
        private final List<Reference> references = new ArrayList<>();
        private String note = "";

        private Builder(String title, String unit) {
            this.title = title;
            this.unit = unit;
        }

        /** Sets both axes. */
        public Builder axes(Axis horizontal, Axis vertical) {
            x = horizontal;
            y = vertical;
            return this;
        }

        /** Adds a line. */
        public Builder add(Series line) {
            series.add(line);
            return this;
        }

        /** Adds a range of values. */
        public Builder add(Band band) {
            bands.add(band);
            return this;
        }

        /** Adds a row under the ticks. */
        public Builder add(TickRow row) {
            tickRows.add(row);
            return this;
        }

        /** Adds a hatched span. */
        public Builder add(HatchedSpan span) {
            spans.add(span);
            return this;
        }

        /** Adds a vertical line. */
        public Builder add(Mark mark) {
            marks.add(mark);
            return this;
        }

        /** Adds a horizontal line. */
        public Builder add(Reference line) {
            references.add(line);
            return this;
        }

        /** Says in words what follows from the data. */
        public Builder note(String text) {
            note = text;
            return this;
        }

        /** The finished description. */
        public PlotModel build() {
            return new PlotModel(title, unit, x, y, series, bands, spans, marks, references, tickRows, note);
        }
    }
}
