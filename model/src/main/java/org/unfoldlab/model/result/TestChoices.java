package org.unfoldlab.model.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Which class was chosen for test images at each readout time: what tells the images that need time from those that
 * lose by it. Times and images are few and the lists plain, so that it travels between processes as it is.
 *
 * @param times readout times with an answer, ascending
 * @param images numbers in the test set
 * @param labels the true class of each of these images
 * @param chosen by image, then by time; −1 where a logit was not a number
 */
public record TestChoices(List<Integer> times, List<Integer> images, List<Integer> labels, List<List<Integer>> chosen) {
    public TestChoices {
        times = List.copyOf(times);
        images = List.copyOf(images);
        labels = List.copyOf(labels);
        chosen = chosen.stream().map(List::copyOf).toList();
    }

    /**
     * An image whose answer changes from right to wrong for good, or the other way round.
     *
     * @param image its number in the test set
     * @param label its true class
     * @param before the class that was chosen at the last readout time before {@code time}
     * @param time from this readout time up to T the answer stays on the other side
     * @param after the class that is chosen at T
     */
    public record Turn(int image, int label, int before, int time, int after) {}

    /**
     * Images that are wrong at the first readout time with an answer and right at T, the slowest first; {@code time} is
     * that from which they stay right. None when T is not among the times.
     */
    public List<Turn> needTime(int readoutTime) {
        return turns(readoutTime, true);
    }

    /** Images that are right at the first readout time with an answer and wrong at T, the latest to turn first. */
    public List<Turn> loseByTime(int readoutTime) {
        return turns(readoutTime, false);
    }

    private List<Turn> turns(int readoutTime, boolean rightAtLast) {
        int last = times.indexOf(readoutTime);
        if (last < 1) {
            return List.of();
        }
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            if (isRight(i, last) == rightAtLast && isRight(i, 0) != rightAtLast) {
                turns.add(turn(i, last, rightAtLast));
            }
        }
        turns.sort(Comparator.comparingInt(Turn::time).reversed().thenComparingInt(Turn::image));
        return turns;
    }

    private Turn turn(int i, int last, boolean right) {
        int from = IntStream.iterate(last, t -> t - 1)
                .takeWhile(t -> isRight(i, t) == right)
                .min()
                .orElse(last);
        return new Turn(
                images.get(i),
                labels.get(i),
                chosen.get(i).get(from - 1),
                times.get(from),
                chosen.get(i).get(last));
    }

    private boolean isRight(int i, int time) {
        return Objects.equals(chosen.get(i).get(time), labels.get(i));
    }
}
