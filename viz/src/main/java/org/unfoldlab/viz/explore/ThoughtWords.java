package org.unfoldlab.viz.explore;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.unfoldlab.model.result.Guess;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.Thought;

/** What is said of a thought. */
public final class ThoughtWords {
    private ThoughtWords() {}

    /**
     * One line on how it went up to T, e.g. {@code Star, wrong until t = 6}.
     *
     * @param title what the image is called where no class is known
     */
    public static String verdict(ThoughtScene scene, String title) {
        List<Guess> guesses = scene.thought().guesses().stream()
                .filter(guess -> guess.time() <= scene.readoutTime())
                .toList();
        if (guesses.isEmpty()) {
            return capital(scene.label().isPresent() ? scene.name(scene.label().getAsInt()) : title)
                    + ", no signal yet";
        }
        Guess last = guesses.get(guesses.size() - 1);
        return scene.label().isPresent()
                ? capital(scene.name(scene.label().getAsInt())) + ", "
                        + course(guesses, scene.label().getAsInt())
                : title + ": " + scene.name(last.choice()) + " at t = " + last.time();
    }

    private static String course(List<Guess> guesses, int label) {
        int last = guesses.size() - 1;
        boolean right = guesses.get(last).choice() == label;
        int from = last;
        while (from > 0 && (guesses.get(from - 1).choice() == label) == right) {
            from--;
        }
        int time = guesses.get(from).time();
        if (from == 0) {
            return right ? "right from t = " + time + " on" : "wrong at every t";
        }
        return right ? "wrong until t = " + time : "right until t = " + time + ", then wrong";
    }

    /** A probability as a figure in %, which says 0 and 100 only of what is. */
    public static String percent(double probability) {
        if (Double.isNaN(probability)) {
            return "–";
        }
        double percent = 100 * probability;
        if (percent > 0 && percent < 0.5) {
            return "<1";
        }
        if (percent < 100 && percent >= 99.5) {
            return ">99";
        }
        return String.format(Locale.ROOT, "%.0f", percent);
    }

    /** Why there is no answer: a title and a reason. */
    static List<String> reason(ReadoutPoint point) {
        if (point instanceof ReadoutPoint.NoSignal silent) {
            OptionalInt first = silent.firstTime();
            return List.of(
                    "No signal yet", first.isPresent() ? steps(first.getAsInt()) : "no path leads to the readout");
        }
        return point instanceof ReadoutPoint.Unavailable unavailable
                ? List.of("No answer", unavailable.reason())
                : List.of("", "");
    }

    private static String steps(int time) {
        return time == 1 ? "1 step to the answer" : time + " steps to the answer";
    }

    /** What became of the answer at T by spoiling, in one sentence; empty while nothing is spoilt. */
    public static String recovery(ThoughtScene scene) {
        Optional<Thought> unspoilt = scene.unspoilt();
        if (unspoilt.isEmpty()) {
            return "";
        }
        List<Integer> differ = scene.thought().guesses().stream()
                .filter(guess -> unspoilt.get()
                        .at(guess.time())
                        .map(other -> other.choice() != guess.choice())
                        .orElse(false))
                .map(Guess::time)
                .toList();
        if (differ.isEmpty()) {
            return "Spoiling changes no answer.";
        }
        int last = differ.get(differ.size() - 1);
        boolean recovered = scene.thought().guesses().stream().anyMatch(guess -> guess.time() > last);
        return "Spoiling changes the answer at t = " + listed(differ)
                + (recovered ? "; from t = " + (last + 1) + " on it is as unspoilt." : "; it does not recover.");
    }

    private static String listed(List<Integer> times) {
        boolean row = times.size() > 2 && times.get(times.size() - 1) - times.get(0) == times.size() - 1;
        return row
                ? times.get(0) + " to " + times.get(times.size() - 1)
                : String.join(", ", times.stream().map(String::valueOf).toList());
    }

    /** The whole drawing in a few sentences, for screen readers. */
    static String summary(ThoughtScene scene) {
        StringBuilder text = new StringBuilder();
        scene.shownGuesses()
                .forEach(guess -> text.append("t = ")
                        .append(guess.time())
                        .append(": ")
                        .append(scene.name(guess.choice()))
                        .append(guess.choice() < 0 ? "" : ", " + percent(guess.of(guess.choice())) + " %")
                        .append(". "));
        if (text.isEmpty()) {
            text.append("No answer yet. ");
        }
        return text.append(recovery(scene)).toString().strip();
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
