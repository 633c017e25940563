package org.unfoldlab.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.unfoldlab.app.explore.Explorer;
import org.unfoldlab.app.runs.Worker;
import org.unfoldlab.model.explore.ExploreAnswer;
import org.unfoldlab.model.explore.ExploreAnswer.Picture;
import org.unfoldlab.model.explore.ExploreQuestion;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.result.Guess;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.TestChoices;
import org.unfoldlab.model.result.Thought;

/**
 * Explorers of the demo network that answer at once and by rule. Image n has class n mod 10; class 1 is taken for it at
 * t = 2 and 3, its own from 4 on; with anything hidden (a pixel of 128 at its start) class 2 up to t = 6.
 */
public final class FakeExplorers implements Explorer.Starter {
    private static final int IMAGES = 100;
    private static final int LENGTH = 3 * 32 * 32;
    private static final int CLASSES = 10;

    final List<ExploreQuestion> asked = new ArrayList<>();
    int started;
    int epochs = 1;
    boolean silent;
    Optional<String> cannotStart = Optional.empty();
    private Optional<Explorer.Listener> listener = Optional.empty();

    @Override
    public Explorer start(Path run, Explorer.Listener told) throws IOException {
        if (cannotStart.isPresent()) {
            throw new IOException(cannotStart.get());
        }
        started++;
        listener = Optional.of(told);
        if (!silent) {
            told.answered(ready(0));
        }
        return new Explorer() {
            @Override
            public void ask(ExploreQuestion question) {
                asked.add(question);
                if (!silent) {
                    answer(question).ifPresent(told::answered);
                }
            }

            @Override
            public void close() {
                asked.add(new ExploreQuestion.Leave(0));
            }
        };
    }

    void say(ExploreAnswer answer) {
        listener.orElseThrow().answered(answer);
    }

    void die(int code, String words) {
        listener.orElseThrow().ended(new Worker.Ending(code, words));
    }

    /** The newest question of a kind. */
    <T extends ExploreQuestion> T last(Class<T> kind) {
        return asked.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    ExploreAnswer.Ready ready(long id) {
        List<String> names =
                List.of("disc", "square", "triangle", "star", "ring", "cross", "crescent", "heart", "bar", "hourglass");
        return new ExploreAnswer.Ready(
                id,
                epochs,
                0,
                5,
                names,
                3,
                32,
                32,
                new byte[] {-128, -128, -128},
                IMAGES,
                "recalibrated on training images",
                "shapes",
                8);
    }

    private Optional<ExploreAnswer> answer(ExploreQuestion question) {
        long id = question.id();
        if (question instanceof ExploreQuestion.Fetch fetch) {
            return Optional.of(new ExploreAnswer.Fetched(id, picture(fetch.image())));
        }
        if (question instanceof ExploreQuestion.Load load) {
            return Optional.of(
                    load.path().endsWith(".png")
                            ? new ExploreAnswer.Fetched(
                                    id,
                                    new Picture(OptionalInt.empty(), OptionalInt.empty(), "cat.png", new byte[LENGTH]))
                            : new ExploreAnswer.Trouble(id, load.path() + " is no image."));
        }
        if (question instanceof ExploreQuestion.Browse browse) {
            return Optional.of(page(browse));
        }
        if (question instanceof ExploreQuestion.Think think) {
            return Optional.of(new ExploreAnswer.Thinks(id, thought(think)));
        }
        if (question instanceof ExploreQuestion.Survey survey) {
            return Optional.of(surveyed(id, survey.last()));
        }
        return question instanceof ExploreQuestion.Renew ? Optional.of(ready(id)) : Optional.empty();
    }

    private static Picture picture(int image) {
        byte[] pixels = new byte[LENGTH];
        pixels[1] = (byte) image;
        return new Picture(OptionalInt.of(image), OptionalInt.of(image % CLASSES), "", pixels);
    }

    private static ExploreAnswer page(ExploreQuestion.Browse browse) {
        List<Picture> all = IntStream.range(0, IMAGES)
                .filter(image -> browse.label().isEmpty()
                        || image % CLASSES == browse.label().getAsInt())
                .mapToObj(FakeExplorers::picture)
                .toList();
        int to = Math.min(all.size(), browse.from() + browse.count());
        return new ExploreAnswer.Page(
                browse.id(), all.size(), browse.from(), all.subList(Math.min(browse.from(), to), to));
    }

    ExploreAnswer surveyed(long id, int last) {
        List<Integer> images = List.of(3, 14, 25, 36);
        List<Integer> labels = images.stream().map(image -> image % CLASSES).toList();
        List<Integer> times = IntStream.rangeClosed(2, last).boxed().toList();
        List<List<Integer>> first = List.of(List.of(1, 1, 3), List.of(4), List.of(1, 2, 2, 5), List.of(6, 6, 0));
        List<List<Integer>> chosen = first.stream()
                .map(answers -> times.stream()
                        .map(t -> answers.get(Math.min(t - 2, answers.size() - 1)))
                        .toList())
                .toList();
        return new ExploreAnswer.Surveyed(id, epochs, IMAGES, new TestChoices(times, images, labels, chosen));
    }

    private static Thought thought(ExploreQuestion.Think think) {
        int own = Math.floorMod(think.pixels()[1], CLASSES);
        boolean spoilt = think.pixels()[LENGTH / 3 / 2 + 16] == -128;
        Map<StateAt, HostArray> states = new LinkedHashMap<>();
        for (int t = 0; t < think.last(); t++) {
            if (t < think.last() - 1) {
                states.put(new StateAt("V1", t), maps(16, 16, t, spoilt));
            }
            if (t > 0) {
                states.put(new StateAt("V2", t), maps(32, 8, t, spoilt));
            }
        }
        List<Guess> guesses = IntStream.rangeClosed(2, think.last())
                .mapToObj(t -> guess(t, spoilt && t < 7 ? 2 : t < 4 ? 1 : own))
                .toList();
        return new Thought(states, guesses, List.of(new ReadoutPoint.NoSignal(1, OptionalInt.of(2))));
    }

    private static HostArray maps(int channels, int side, int t, boolean spoilt) {
        float[] values = new float[channels * side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i * 0.1 + t) + (spoilt ? 0.5f : 0);
        }
        return HostArray.ofFloats(new int[] {channels, side, side}, values);
    }

    private static Guess guess(int time, int choice) {
        double[] shares = new double[CLASSES];
        java.util.Arrays.fill(shares, 0.04);
        shares[choice] = 0.64;
        return new Guess(time, shares);
    }
}
