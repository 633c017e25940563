package org.unfoldlab.app.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.unfoldlab.model.result.Course;
import org.unfoldlab.model.result.StateDynamics;
import org.unfoldlab.model.result.StateDynamics.Move;
import org.unfoldlab.viz.plot.Axis;
import org.unfoldlab.viz.plot.Dash;
import org.unfoldlab.viz.plot.Mark;
import org.unfoldlab.viz.plot.PlotModel;
import org.unfoldlab.viz.plot.Reference;
import org.unfoldlab.viz.plot.Series;
import org.unfoldlab.viz.plot.SeriesStyle;

/**
 * How states move over t, in plots.
 *
 * @param states their names, from the first
 * @param source e.g. "run 3, epoch 12, 16 images"
 * @param lastTime right end of the time axis, as in the plots beside
 * @param readoutTime T
 */
record DynamicsPlots(StateDynamics dynamics, List<String> states, String source, int lastTime, int readoutTime) {
    private static final int TOLD_APART = 6;
    private static final List<Dash> DASHES =
            List.of(Dash.SOLID, Dash.DASHES, Dash.DASH_DOT, Dash.DOTS, Dash.LONG_DASHES, Dash.SHORT_DASHES);
    private static final List<String> NUMBERS = List.of("", "", "Both", "All three", "All four", "All five", "All six");

    /** What one of the plots shows. */
    enum Kind {
        CHANGE("Does it settle?", "|h(t) − h(t−1)| / |h(t)|"),
        NORM("Norm of the state", "|h(t)|, per image"),
        COSINE("Cosine to the last state", "of h(t) and the last h"),
        UPDATE("Update to weight", "log10 of η|∇| / |w|, each use");

        private final String title;
        private final String unit;

        Kind(String title, String unit) {
            this.title = title;
            this.unit = unit;
        }

        String title() {
            return title;
        }
    }

    PlotModel plot(Kind kind) {
        PlotModel.Builder plot = PlotModel.titled(kind.title, kind.unit + (source.isEmpty() ? "" : ", " + source))
                .axes(Axis.time(0, lastTime), axis(kind));
        lines(kind).forEach(plot::add);
        if (kind == Kind.COSINE) {
            plot.add(new Reference(1, ""));
        }
        plot.add(new Mark(readoutTime, "", Mark.Kind.READOUT));
        return plot.note(kind == Kind.UPDATE ? "" : sentence()).build();
    }

    /** The empty axes of a plot, with the reason why there is nothing on them. */
    PlotModel without(Kind kind, String why) {
        return PlotModel.titled(kind.title, kind.unit)
                .axes(Axis.time(0, lastTime), axis(kind))
                .add(new Mark(readoutTime, "", Mark.Kind.READOUT))
                .note(why)
                .build();
    }

    private static Axis axis(Kind kind) {
        return switch (kind) {
            case CHANGE, NORM -> Axis.values("").withZero();
            case COSINE, UPDATE -> Axis.values("");
        };
    }

    private List<Series> lines(Kind kind) {
        return switch (kind) {
            case CHANGE -> byState(Move::changes);
            case NORM -> byState(Move::norms);
            case COSINE -> byState(Move::cosines);
            case UPDATE -> byLayer();
        };
    }

    private List<Series> byState(Function<Move, double[]> values) {
        List<Series> lines = new ArrayList<>();
        known().forEach((state, move) ->
                lines.add(line(state, SeriesStyle.ink(dash(lines.size())).withPoints(), values.apply(move))));
        return lines;
    }

    private List<Series> byLayer() {
        boolean few = dynamics.updates().size() <= TOLD_APART;
        List<Series> lines = new ArrayList<>();
        dynamics.updates().forEach((layer, ratios) -> {
            double[] logs = new double[ratios.length];
            for (int t = 0; t < logs.length; t++) {
                logs[t] = ratios[t] > 0 ? Math.log10(ratios[t]) : Double.NaN;
            }
            SeriesStyle style = few ? SeriesStyle.ink(dash(lines.size())) : SeriesStyle.hairline();
            lines.add(line(layer, style.withPoints(), logs));
        });
        return lines;
    }

    private static Dash dash(int index) {
        return DASHES.get(index % DASHES.size());
    }

    private static Series line(String name, SeriesStyle style, double[] values) {
        double[] places = new double[values.length];
        for (int t = 0; t < places.length; t++) {
            places[t] = t;
        }
        return new Series(name, style, places, values);
    }

    /** From the first state to the last; others after them. */
    private Map<String, Move> known() {
        Map<String, Move> ordered = new LinkedHashMap<>();
        for (String state : states) {
            Move move = dynamics.moves().get(state);
            if (move != null) {
                ordered.put(state, move);
            }
        }
        dynamics.moves().forEach(ordered::putIfAbsent);
        return ordered;
    }

    /** E.g. "All four states settle.", "V1 settles, V2 cycles."; empty without states. */
    String sentence() {
        Map<String, Course> courses = new LinkedHashMap<>();
        known().forEach((state, move) -> courses.put(state, Course.of(move)));
        List<Course> different = courses.values().stream().distinct().toList();
        if (different.size() == 1 && courses.size() > 1) {
            String all = courses.size() < NUMBERS.size() ? NUMBERS.get(courses.size()) : "All " + courses.size();
            return all + " states " + plural(different.get(0)) + ".";
        }
        return courses.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().word())
                        .collect(Collectors.joining(", "))
                + (courses.isEmpty() ? "" : ".");
    }

    private static String plural(Course course) {
        return switch (course) {
            case SETTLES -> "settle";
            case CYCLES -> "cycle";
            case GROWS -> "grow";
            case MOVES -> "keep moving";
            case UNKNOWN -> "have too few steps to tell";
        };
    }
}
