package org.unfoldlab.viz.plot;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Token;

class PlotPainterTest {
    private static final Box AREA = new Box(0, 0, 480, 260);
    private final RecordingSurface surface = new RecordingSurface();

    private Frame draw(PlotModel model) {
        return PlotPainter.draw(model, Look.DEFAULT, AREA, Gutters.FITTING, Optional.empty(), surface);
    }

    private static PlotModel.Builder errors(int from, int to) {
        return PlotModel.titled("Error", "%").axes(Axis.time(from, to), Axis.percent());
    }

    private static Series line(String name, int first, Double... values) {
        return Series.from(first, name, SeriesStyle.run(3, true), List.of(values));
    }

    @Property(tries = 100)
    void everyPointIsDrawnWhereItBelongs(
            @ForAll @Size(min = 2, max = 60) List<@DoubleRange(min = 0, max = 100) Double> values) {
        RecordingSurface drawn = new RecordingSurface();
        PlotModel model = errors(1, values.size())
                .add(Series.from(1, "3 test", SeriesStyle.run(3, true), values))
                .build();
        Frame frame = PlotPainter.draw(model, Look.DEFAULT, AREA, Gutters.FITTING, Optional.empty(), drawn);
        RecordingSurface.Curve curve = drawn.curves.get(0);
        assertThat(curve.xs()).hasSize(values.size());
        for (int i = 0; i < values.size(); i++) {
            assertThat(frame.x().toValue(curve.xs()[i])).isCloseTo(i + 1, within(1e-6));
            assertThat(frame.y().toValue(curve.ys()[i])).isCloseTo(values.get(i), within(1e-6));
            assertThat(frame.plot().contains(curve.xs()[i], curve.ys()[i])).isTrue();
        }
    }

    @Test
    void aGapIsNeitherBridgedNorZero() {
        draw(errors(1, 5).add(line("a", 1, 30.0, 20.0, Double.NaN, 12.0, 11.0)).build());
        assertThat(surface.curves).hasSize(2);
        assertThat(surface.curves.get(0).xs()).hasSize(2);
        assertThat(surface.curves.get(1).xs()).hasSize(2);
    }

    @Test
    void aLonelyValueIsADot() {
        draw(errors(1, 3).add(line("a", 1, Double.NaN, 20.0, Double.NaN)).build());
        assertThat(surface.curves).isEmpty();
        assertThat(surface.dots)
                .anyMatch(dot -> dot.color().equals(Look.DEFAULT.tokens().of(Token.RUN_3)));
    }

    @Test
    void errorsHaveZeroOnTheAxis() {
        Frame frame = draw(errors(1, 3).add(line("a", 1, 30.0, 28.0, 26.0)).build());
        assertThat(frame.y().lo()).isZero();
        assertThat(surface.said()).contains("0");
    }

    @Test
    void noSignalIsHatchedWithItsReasonAndHoldsNoValue() {
        Frame frame = draw(Samples.errorByReadout());
        Box hatched = surface.hatches.get(0);
        assertThat(hatched.right()).isCloseTo(frame.x().toPx(3.5), within(1e-9));
        assertThat(surface.said()).contains("No signal yet");
        assertThat(surface.dots).noneMatch(dot -> hatched.contains(dot.x(), dot.y()));
        assertThat(surface.curves).allSatisfy(curve -> assertThat(curve.xs()[0]).isGreaterThan(hatched.right()));
    }

    @Test
    void aValueWhereThereIsNoSignalIsRefused() {
        assertThatThrownBy(() -> errors(0, 8)
                        .add(line("a", 2, 50.0, 40.0))
                        .add(new HatchedSpan(0, 3.5, "No signal yet", List.of()))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No signal yet");
    }

    @Test
    void theReadoutIsAHeavyLineWithAFlag() {
        Frame frame = draw(Samples.errorByReadout());
        double x = frame.x().toPx(8);
        assertThat(surface.lines)
                .anyMatch(line -> line.x1() == x && line.stroke().width() == 3);
        assertThat(surface.said()).contains("T = 8", "trained");
    }

    @Test
    void aNoteBreaksIntoLinesRatherThanLetTheReadoutRunThroughIt() {
        String note = "Click a channel to see 1 shared statistics of the same norm beside it";
        Frame frame = draw(errors(1, 12)
                .add(line("a", 1, 40.0, 30.0, 20.0))
                .add(new Mark(7, "", Mark.Kind.READOUT))
                .note(note)
                .build());
        double readout = frame.x().toPx(7);
        List<RecordingSurface.Words> lines = surface.texts.stream()
                .filter(words -> note.contains(words.text()) && words.text().contains(" "))
                .toList();
        assertThat(lines.stream().map(RecordingSurface.Words::text).collect(joining(" ")))
                .isEqualTo(note);
        assertThat(lines)
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(line.box().x()).isGreaterThan(readout));
    }

    @Test
    void aLogAxisSaysSoAndLeavesOutWhatItCannotHold() {
        draw(PlotModel.titled("Ratio", "by layer")
                .axes(Axis.counted("epoch", "epoch"), Axis.values("").logarithmic())
                .add(line("a", 1, 0.1, 0.0, 0.001, 0.0001))
                .build());
        assertThat(surface.said()).contains("by layer, log");
        assertThat(surface.curves.get(0).xs()).hasSize(2);
    }

    @Test
    void aNewestValueAndABandThatALogAxisCannotHoldLeaveNoPlaceWithoutANumber() {
        double[] xs = {1, 2, 3};
        Frame frame = draw(PlotModel.titled("Error", "%")
                .axes(Axis.epochs(10), Axis.values("").logarithmic())
                .add(Series.from(1, "test", SeriesStyle.run(1, true), List.of(20.0, 10.0, 0.0)))
                .add(new Band("2 seeds", Token.RUN_3, xs, new double[] {10, 5, 0}, new double[] {30, 20, 10}))
                .build());
        assertThat(surface.dots).allMatch(dot -> Double.isFinite(dot.y()));
        assertThat(surface.areas.get(0).ys()).contains(frame.plot().bottom()).doesNotContain(Double.NaN);
    }

    @Property(tries = 150)
    void namesAtLineEndsNeverOverlap(
            @ForAll @Size(min = 1, max = 6) List<@Size(12) List<@DoubleRange(min = 0, max = 100) Double>> runs) {
        RecordingSurface drawn = new RecordingSurface();
        PlotModel.Builder plot = errors(1, 12);
        List<String> names = new ArrayList<>();
        for (int r = 0; r < runs.size(); r++) {
            names.add("run " + r);
            plot.add(Series.from(1, "run " + r, SeriesStyle.run(r + 1, r == 0), runs.get(r)));
        }
        PlotPainter.draw(plot.build(), Look.DEFAULT, AREA, Gutters.FITTING, Optional.empty(), drawn);
        List<Box> boxes = names.stream().map(name -> drawn.words(name).box()).toList();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(boxes.get(i).overlaps(boxes.get(j)))
                        .as("%s and %s", names.get(i), names.get(j))
                        .isFalse();
            }
        }
    }

    @Test
    void aZoomShowsItsPartAndFitsTheValues() {
        PlotModel model = errors(1, 6)
                .add(line("a", 1, 90.0, 50.0, 20.0, 12.0, 11.0, 10.0))
                .build();
        Frame frame =
                PlotPainter.draw(model, Look.DEFAULT, AREA, Gutters.FITTING, Optional.of(new Zoom(3, 6)), surface);
        assertThat(frame.x().lo()).isEqualTo(3);
        assertThat(frame.y().hi()).isLessThan(30);
    }

    @Test
    void fixedGuttersPutPlotsOnOneAxis() {
        Gutters gutters = Gutters.fixed(48, 40);
        Frame above =
                PlotPainter.draw(Samples.errorByReadout(), Look.DEFAULT, AREA, gutters, Optional.empty(), surface);
        Frame below = PlotPainter.draw(Samples.channels(8, 8), Look.DEFAULT, AREA, gutters, Optional.empty(), surface);
        Frame map = HeatMapPainter.draw(Samples.allChannels(8, 8), Look.DEFAULT, AREA, gutters, surface);
        assertThat(below.x().toPx(6)).isEqualTo(above.x().toPx(6));
        assertThat(map.x().toPx(6)).isEqualTo(above.x().toPx(6));
    }

    @Test
    void anSvgHoldsTitleNamesAndCurves() {
        String svg = PlotExport.svg(Samples.errorByEpoch(23), Look.DEFAULT, "Run 3 · seed 1", 640, 320, surface);
        assertThat(svg)
                .startsWith("<svg")
                .contains("<title>Error</title>", "3 test", "<polyline", "stroke-dasharray", "Run 3 · seed 1");
        assertThat(svg).doesNotContain("NaN").endsWith("</svg>\n");
    }

    @Test
    void theSummaryGivesTheLastAndTheLowestValue() {
        assertThat(Figures.summary(Samples.errorByReadout()))
                .contains("3 TSBN, recalibrate ends with 15.0 % at t = 12, lowest 12.8 % at t = 9")
                .contains("No signal yet: shortest path V1 → V2 → V4 → IT")
                .contains("trained at t = 8");
    }

    @Test
    void theCursorGivesTheReasonWhereThereIsNoSignal() {
        PlotModel model = Samples.errorByReadout();
        Optional<Series> chosen = Optional.of(model.series().get(2));
        assertThat(Figures.at(model, 6, chosen)).contains("t = 6 · 20.4 %");
        assertThat(Figures.at(model, 2, chosen)).contains("t = 2 · no signal yet, shortest path V1 → V2 → V4 → IT");
    }

    @Test
    void aBandIsDrawnUnderTheLinesAndOnTheAxis() {
        double[] xs = {1, 2, 3};
        Frame frame = draw(errors(1, 3)
                .add(new Band("5 seeds", Token.RUN_3, xs, new double[] {20, 15, 10}, new double[] {60, 40, 30}))
                .add(line("a", 1, 40.0, 30.0, 20.0))
                .build());
        assertThat(surface.areas).hasSize(1);
        assertThat(surface.areas.get(0).xs()).hasSize(6);
        assertThat(frame.y().hi()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void anotherReadingOfTheAxisStandsUnderItsTicks() {
        draw(errors(4, 6)
                .add(line("a", 4, 40.0, 30.0, 20.0))
                .add(new TickRow("ms", Map.of(4.0, "80–200", 6.0, "120–300")))
                .build());
        Box tick = surface.words("4").box();
        Box reading = surface.words("80–200").box();
        assertThat(reading.y()).isGreaterThan(tick.bottom());
        assertThat(reading.centerX()).isCloseTo(tick.centerX(), within(1e-9));
        assertThat(surface.said()).contains("ms", "120–300");
    }

    @Test
    void smoothingIsAMeanAndKeepsUnknownValuesUnknown() {
        Series smooth = line("a", 1, 30.0, 20.0, 10.0, Double.NaN, 4.0).smoothed(3);
        assertThat(new double[] {smooth.y(0), smooth.y(1), smooth.y(2), smooth.y(4)})
                .containsExactly(25, 20, 15, 4);
        assertThat(smooth.y(3)).isNaN();
    }

    @Test
    void numbersLeaveAsCsvInFullPrecision() {
        PlotModel model =
                errors(1, 3).add(line("a, b", 1, 40.0, Double.NaN, 100.0 / 3)).build();
        assertThat(PlotExport.csv(model)).isEqualTo("time t,\"a, b\"\r\n1,40\r\n2,\r\n3,33.333333333333336\r\n");
    }

    @Test
    void everyRunHasItsOwnColourAndDash() {
        for (int a = 1; a <= 5; a++) {
            for (int b = a + 1; b <= 5; b++) {
                assertThat(SeriesStyle.run(a, true).dash())
                        .isNotEqualTo(SeriesStyle.run(b, false).dash());
                assertThat(SeriesStyle.run(a, true).token())
                        .isNotEqualTo(SeriesStyle.run(b, false).token());
            }
        }
    }

    @Test
    void aNoteStandsWhereFewerLinesPass() {
        Series rising = line("V1", 0, 0.0, 60.0, 90.0, 97.0, 98.0, 99.0, 99.0, 99.0, 99.0);
        Frame frame = draw(errors(0, 8).add(rising).note("Both states settle.").build());
        assertThat(surface.words("Both states settle.").box().centerY())
                .isGreaterThan(frame.plot().centerY());
        surface.texts.clear();
        Series falling = line("V1", 0, 99.0, 60.0, 20.0, 9.0, 5.0, 2.0, 1.0, 1.0, 1.0);
        draw(errors(0, 8).add(falling).note("Both states settle.").build());
        assertThat(surface.words("Both states settle.").box().centerY())
                .isLessThan(frame.plot().centerY());
    }

    @Test
    void aLegendSaysWhatIsSaidOfALineAsWell() {
        PlotModel.Builder plot = errors(0, 8);
        for (int i = 0; i < 9; i++) {
            Double[] values = {50.0 + i, 40.0 - i, 50.0 - i, 45.0 + i, 50.0, 40.0 + i, 47.0, 44.0 - i, 50.0};
            plot.add(line("channel " + i, 0, values).withDetail("≈ " + i + " e^(−t)"));
        }
        draw(plot.build());
        assertThat(surface.said()).contains("channel 3", "≈ 3 e^(−t)");
    }

    @Test
    void noReferenceRunsThroughTheWordsOfAMark() {
        Frame frame = draw(errors(0, 8)
                .add(line("a", 0, 90.0, 60.0, 40.0))
                .add(new Reference(88, "chance, 88 %"))
                .add(new Mark(5, "trained", Mark.Kind.TRAINED))
                .build());
        double y = frame.y().toPx(88);
        Box words = surface.words("trained").box();
        assertThat(y < words.y() || y > words.bottom()).isTrue();
    }
}
