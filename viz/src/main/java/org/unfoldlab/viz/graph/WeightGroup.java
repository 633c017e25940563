package org.unfoldlab.viz.graph;

import org.unfoldlab.model.network.Direction;

/**
 * One set of weights as it is drawn: a letter on the hue of its first step's direction.
 *
 * @param number 1-based; the letter follows from it
 * @param direction whose hue the group takes
 * @param half true for the half tint, which keeps several groups of one transition apart
 */
public record WeightGroup(int number, Direction direction, boolean half) {
    /** A … Z, AA, AB … */
    public String letter() {
        return letter(number);
    }

    /** The letter of the group with that number. */
    static String letter(int number) {
        StringBuilder letters = new StringBuilder();
        for (int n = number; n > 0; n = (n - 1) / 26) {
            letters.insert(0, (char) ('A' + (n - 1) % 26));
        }
        return letters.toString();
    }
}
