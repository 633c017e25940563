package org.unfoldlab.model.result;

import java.util.Arrays;

/*
 * The rules, on what was measured at whole t, the first measured change at t0 and the last at t1:
 *  - fewer than three changes say nothing;
 *  - it settles when the last change is below 5 %, or when it is below 30 %, under half of the first one and still
 *    falling by more than 15 % over the last two steps: a change that stays the same is no settling;
 *  - it cycles when at the end some earlier state, two or more steps back, lies less than half as far away as the one
 *    before (a period), twice in a row;
 *  - it grows when the norm has risen at each of the last three steps, by more than a tenth in all, while changes stay
 *    above 5 %;
 *  - else it keeps moving.
 * Thresholds are ours; the figures stand in the plot beside the sentence.
 */
/** What a state does over t, in a word. */
public enum Course {
    SETTLES("settles"),
    CYCLES("cycles"),
    GROWS("grows"),
    MOVES("keeps moving"),
    UNKNOWN("has too few steps to tell");

    private static final double STILL = 0.05;
    private static final double CALM = 0.3;
    private static final double FALLING = 0.85;
    private static final int FEWEST = 3;

    private final String word;

    Course(String word) {
        this.word = word;
    }

    /** E.g. {@code settles}, after the name of a state. */
    public String word() {
        return word;
    }

    /** What one state does. */
    public static Course of(StateDynamics.Move move) {
        int[] times = known(move.changes());
        if (times.length < FEWEST) {
            return UNKNOWN;
        }
        double first = move.changes()[times[0]];
        double last = move.changes()[times[times.length - 1]];
        double before = move.changes()[times[times.length - FEWEST]];
        if (last < STILL) {
            return SETTLES;
        }
        if (returns(move, times)) {
            return CYCLES;
        }
        if (grows(move.norms(), times)) {
            return GROWS;
        }
        return last < CALM && last < first / 2 && last < FALLING * before ? SETTLES : MOVES;
    }

    private static int[] known(double[] values) {
        int[] times = new int[values.length];
        int count = 0;
        for (int t = 0; t < values.length; t++) {
            if (Double.isFinite(values[t])) {
                times[count++] = t;
            }
        }
        return Arrays.copyOf(times, count);
    }

    private static boolean returns(StateDynamics.Move move, int[] times) {
        for (int lag = 2; lag <= move.distances().length; lag++) {
            if (isBack(move, lag, times[times.length - 1]) && isBack(move, lag, times[times.length - 2])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBack(StateDynamics.Move move, int lag, int time) {
        return move.distances()[lag - 1][time] < move.changes()[time] / 2;
    }

    private static boolean grows(double[] norms, int[] times) {
        int last = times[times.length - 1];
        int from = times[times.length - FEWEST] - 1;
        if (from < 0 || !(norms[last] > 1.1 * norms[from])) {
            return false;
        }
        for (int t = from + 1; t <= last; t++) {
            if (!(norms[t] > norms[t - 1])) {
                return false;
            }
        }
        return true;
    }
}
