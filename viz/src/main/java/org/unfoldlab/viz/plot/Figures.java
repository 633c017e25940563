package org.unfoldlab.viz.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a plot says in words and figures: at its cursor, in its table, to a screen reader. */
final class Figures {
    private static final int SPOKEN_LINES = 6;

    private Figures() {}

    /** The figure at a place, e.g. "t = 6 · 20.4 %"; the reason where there is no signal. */
    static Optional<String> at(PlotModel model, double place, Optional<Series> chosen) {
        String where = model.x().place(place);
        Optional<HatchedSpan> span =
                model.spans().stream().filter(one -> one.covers(place)).findFirst();
        if (span.isPresent()) {
            String why = span.get().reasons().isEmpty()
                    ? ""
                    : ", " + span.get().reasons().get(0);
            return Optional.of(where + " · " + lowered(span.get().title()) + why);
        }
        return chosen.map(line -> {
            String figure = where + " · " + model.y().figure(line.at(place));
            return line.style().isHairline() && !line.name().isEmpty() ? line.name() + " · " + figure : figure;
        });
    }

    /** The same for ears, which cannot see on which line the dot stands. */
    static Optional<String> spokenAt(PlotModel model, double place, Optional<Series> chosen) {
        String name = chosen.map(Series::name).orElse("");
        return at(model, place, chosen)
                .map(text -> name.isEmpty() || text.startsWith(name) ? text : name + ", " + text);
    }

    /** Everything that has values of its own: each line, then each end of a band. */
    static List<Series> lines(PlotModel model) {
        Stream<Series> ends = model.bands().stream().flatMap(band -> Stream.of(band.low(), band.high()));
        return Stream.concat(model.series().stream(), ends).toList();
    }

    /** Every place at which some line has a value, rising. */
    static List<Double> places(PlotModel model) {
        TreeSet<Double> places = new TreeSet<>();
        for (Series line : lines(model)) {
            for (int i = 0; i < line.size(); i++) {
                places.add(line.x(i));
            }
        }
        return new ArrayList<>(places);
    }

    /** The whole plot in a few sentences, and how to reach its table. */
    static String summary(PlotModel model) {
        return spoken(model) + "T opens the table.";
    }

    /** The whole plot in a few sentences. */
    static String spoken(PlotModel model) {
        StringBuilder text = new StringBuilder(model.title());
        if (!model.unit().isEmpty()) {
            text.append(", ").append(model.unit());
        }
        text.append(". ");
        model.series().stream()
                .filter(line -> !line.style().isHairline() && !line.name().isEmpty())
                .limit(SPOKEN_LINES)
                .forEach(line -> text.append(sentence(model, line)));
        long more = model.series().stream()
                .filter(line -> line.style().isHairline())
                .count();
        if (more > 0) {
            text.append(more).append(" more lines. ");
        }
        for (HatchedSpan span : model.spans()) {
            text.append(span.title());
            text.append(span.reasons().isEmpty() ? ". " : ": " + span.reasons().get(0) + ". ");
        }
        model.marks().stream()
                .filter(mark -> !mark.text().isEmpty())
                .forEach(mark -> text.append(mark.text())
                        .append(" at ")
                        .append(model.x().place(mark.x()))
                        .append(". "));
        model.bands().forEach(band -> text.append(band.name()).append(". "));
        if (!model.note().isEmpty()) {
            text.append(model.note()).append(' ');
        }
        return text.toString();
    }

    /** A map in a few sentences. */
    static String summary(HeatMap map) {
        Ranges.Range range = map.range();
        return map.title() + ", " + map.unit() + ". " + map.rowCount() + " rows, "
                + map.x().place(map.first()) + " to "
                + map.x().place(map.last()) + ", values from " + Numbers.significant(range.lo()) + " to "
                + Numbers.significant(range.hi()) + ". T opens the table.";
    }

    private static String sentence(PlotModel model, Series line) {
        int last = line.last();
        if (last < 0) {
            return line.name() + " has no value yet. ";
        }
        String end = model.y().figure(line.y(last)) + " at " + model.x().place(line.x(last));
        int lowest = 0;
        for (int i = 0; i < line.size(); i++) {
            lowest = line.has(i) && !(line.y(i) >= line.y(lowest)) ? i : lowest;
        }
        String low = model.y().figure(line.y(lowest)) + " at " + model.x().place(line.x(lowest));
        String name = line.detail().isEmpty() ? line.name() : line.name() + ", " + line.detail() + ",";
        return name + " ends with " + end + (lowest == last ? "" : ", lowest " + low) + ". ";
    }

    private static String lowered(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
