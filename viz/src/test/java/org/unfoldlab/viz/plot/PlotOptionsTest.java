package org.unfoldlab.viz.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlotOptionsTest {
    private static PlotModel model(double... ys) {
        double[] xs = new double[ys.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = i + 1;
        }
        return PlotModel.titled("Error", "%")
                .axes(Axis.epochs(9), Axis.percent())
                .add(new Series("1 test", SeriesStyle.run(1, true), xs, ys))
                .build();
    }

    @Test
    void smoothingKeepsTheRawLineAndPutsAMovingMeanOverIt() {
        PlotModel drawn = PlotOptions.NONE.withSmooth(true).on(model(0, 10, 0, 10, 0, 10, 0));
        assertThat(drawn.series()).hasSize(2);
        assertThat(drawn.series().get(0).y(1)).isEqualTo(10);
        assertThat(drawn.series().get(0).style().opacity()).isEqualTo(0.3);
        assertThat(drawn.series().get(1).y(3)).isEqualTo(6);
        assertThat(drawn.unit()).isEqualTo("%, mean of 5 over the raw line");
    }

    @Test
    void shortLinesAreNotSmoothed() {
        PlotModel short5 = model(1, 2, 1, 2, 1);
        assertThat(PlotOptions.canBeSmooth(short5)).isFalse();
        assertThat(PlotOptions.NONE.withSmooth(true).on(short5)).isEqualTo(short5);
    }

    @Test
    void aLogAxisSaysHowManyZerosItCannotHold() {
        PlotModel drawn = PlotOptions.NONE.withLog(true).on(model(0, 10, 100));
        assertThat(drawn.y().log()).isTrue();
        assertThat(drawn.y().caption()).isEqualTo("log");
        assertThat(drawn.unit()).isEqualTo("%, one value of 0 is off the axis");
    }

    @Test
    void valuesBelowZeroKeepTheirAxis() {
        PlotModel negative = model(-1, 2);
        assertThat(PlotOptions.canBeLog(negative)).isFalse();
        assertThat(PlotOptions.NONE.withLog(true).on(negative)).isEqualTo(negative);
    }
}
