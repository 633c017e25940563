package org.unfoldlab.viz.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PathTest {
    @Property(tries = 200)
    void thinningKeepsTheExtremesOfEveryColumnAndTheEnds(
            @ForAll @Size(min = 100, max = 400) List<@DoubleRange(min = -50, max = 50) Double> values,
            @ForAll @IntRange(min = 1, max = 20) int width) {
        Path full = path(values, width);
        Path thin = full.thinned(width);
        assertThat(columns(thin)).isEqualTo(columns(full));
        assertThat(thin.count()).isLessThanOrEqualTo(full.count());
        assertThat(thin.xs()).isSorted();
        assertThat(thin.count()).isLessThanOrEqualTo(Math.max(2 * width + 2, 4 * width));
        assertThat(thin.ys()[0]).isEqualTo(full.ys()[0]);
        assertThat(thin.ys()[thin.count() - 1]).isEqualTo(full.ys()[full.count() - 1]);
    }

    @Property(tries = 50)
    void everyPointRemainsWhereTheyAreNotDense(
            @ForAll @Size(min = 1, max = 80) List<@DoubleRange(min = -50, max = 50) Double> values) {
        Path full = path(values, 20);
        assertThat(full.thinned(20)).isSameAs(full);
    }

    private static Path path(List<Double> values, int width) {
        double[] xs = new double[values.size()];
        double[] ys = new double[values.size()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = i * (double) width / xs.length;
            ys[i] = values.get(i);
        }
        return new Path(xs, ys, xs.length);
    }

    /** Lowest and highest value by px column. */
    private static Map<Integer, List<Double>> columns(Path path) {
        Map<Integer, List<Double>> columns = new HashMap<>();
        for (int i = 0; i < path.count(); i++) {
            double y = path.ys()[i];
            columns.merge(
                    (int) Math.floor(path.xs()[i]),
                    List.of(y, y),
                    (old, one) -> List.of(Math.min(old.get(0), y), Math.max(old.get(1), y)));
        }
        return columns;
    }
}
