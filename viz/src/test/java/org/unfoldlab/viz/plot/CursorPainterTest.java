package org.unfoldlab.viz.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unfoldlab.viz.theme.Look;

/** Where the cursor and its figure lie. */
class CursorPainterTest {
    private static final Box AREA = new Box(0, 0, 480, 150);
    private final RecordingSurface plot = new RecordingSurface();
    private final RecordingSurface overlay = new RecordingSurface();

    private static PlotModel silentUntil(double end) {
        return PlotModel.titled("Error", "%")
                .axes(Axis.time(0, 12), Axis.percent())
                .add(Series.from(5, "3 test", SeriesStyle.run(3, true), List.of(60.0, 30.0, 20.0, 15.0, 12.0)))
                .add(new HatchedSpan(0, end, "No signal yet", List.of("shortest path V1 → V2 → V4")))
                .add(new Mark(8, "T = 8", Mark.Kind.READOUT))
                .build();
    }

    private Frame draw(PlotModel model, Box area, double place) {
        Frame frame = PlotPainter.draw(model, Look.DEFAULT, area, Gutters.FITTING, Optional.empty(), plot);
        new CursorPainter(model, Look.DEFAULT, overlay, frame)
                .draw(place, model.series().stream().findFirst());
        return frame;
    }

    private Box tag() {
        return overlay.fills.get(overlay.fills.size() - 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 5, 6, 9, 12})
    void theFigureCoversNoFigureOfAnAxisAndNoWordInThePlot(double place) {
        Frame frame = draw(silentUntil(4.5), AREA, place);
        Box tag = tag();
        assertThat(tag.x()).isGreaterThanOrEqualTo(frame.plot().x());
        assertThat(tag.bottom()).isLessThanOrEqualTo(frame.plot().bottom());
        assertThat(tag.y()).isGreaterThanOrEqualTo(frame.plot().y() - 1);
        for (String words : List.of("No signal yet", "T = 8", "50", "0")) {
            assertThat(plot.words(words).box().overlaps(tag))
                    .as(words
                            + plot.words(words).box()
                            + tag
                            + frame.plot()
                            + frame.y().toPx(60))
                    .isFalse();
        }
    }

    @Test
    void whereThereIsRoomTheFigureKeepsOffTheNamesOfLines() {
        draw(silentUntil(4.5), new Box(0, 0, 640, 300), 9);
        assertThat(plot.words("3 test").box().overlaps(tag())).isFalse();
    }

    @Test
    void theLineLeavesOutTheReasonWhyThereIsNoSignal() {
        Frame frame = draw(silentUntil(4.5), AREA, 2);
        double x = frame.x().toPx(2);
        Box words = plot.words("No signal yet").box();
        assertThat(words.x()).as("it would run through it").isLessThan(x);
        assertThat(words.right()).isGreaterThan(x);
        assertThat(overlay.lines)
                .filteredOn(line -> line.x1() == x)
                .hasSize(2)
                .noneMatch(line -> words.crossedBy(line.x1(), line.y1(), line.x2(), line.y2()));
    }

    @Test
    void inALowPlotTheFigureStandsBesideItsDot() {
        PlotModel low = Samples.channels(3, 8);
        Box area = new Box(0, 0, 480, 90);
        Frame frame = PlotPainter.draw(low, Look.DEFAULT, area, Gutters.FITTING, Optional.empty(), plot);
        Series line = low.series().get(0);
        new CursorPainter(low, Look.DEFAULT, overlay, frame).draw(2, Optional.of(line));
        double y = frame.y().toPx(line.at(2));
        assertThat(PlotPainter.grown(tag(), 4).contains(frame.x().toPx(2), y)).isFalse();
    }
}
