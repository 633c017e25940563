package org.unfoldlab.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.ReadoutPoint;

class TextPlotsTest {
    private static Terminal terminal(boolean unicode) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Terminal(InputStream.nullInputStream(), nowhere, nowhere, false, unicode, 80);
    }

    private static ReadoutCurve curve() {
        return new ReadoutCurve(
                ReadoutCurve.Kind.TRAIN_ONCE,
                StatisticsPolicy.RECALIBRATE,
                3,
                512,
                List.of(
                        new ReadoutPoint.NoSignal(1, OptionalInt.of(2)),
                        new ReadoutPoint.Measured(2, 0.5, 1.2),
                        new ReadoutPoint.Measured(3, 0.25, 0.7)));
    }

    @Test
    void barsAreProportionalAndMarkTheTrainedTime() {
        assertEquals(
                List.of(
                        "error against readout time",
                        "  T = 1   no signal yet",
                        "  T = 2   #################### 50.0 %",
                        "  T = 3   ########## 25.0 %  trained"),
                new ReadoutBars(terminal(false)).draw(curve()));
    }

    @Test
    void barsUseBlocksWhereTheyCanBeShown() {
        assertEquals(
                "  T = 3   ██████████ 25.0 %  trained",
                new ReadoutBars(terminal(true)).draw(curve()).get(3));
    }

    @Test
    void theEpochPlotHasZeroOnItsAxisAndNamesTheLinesEnds() {
        List<String> lines = new EpochPlot(terminal(false)).draw(List.of(0.9, 0.5, 0.2), List.of(0.85, 0.6, 0.35));
        assertTrue(lines.get(1).startsWith("   90 % "), lines.get(1));
        assertTrue(lines.get(8).startsWith("    0 %"), lines.get(8));
        String all = String.join("\n", lines);
        assertTrue(all.contains("test 35.0 %"), all);
        assertTrue(all.contains("train 20.0 %"), all);
        assertTrue(lines.stream().allMatch(line -> line.length() <= 80), all);
    }

    @Test
    void theEpochPlotSurvivesNumbersThatAreNone() {
        List<String> lines = new EpochPlot(terminal(true)).draw(List.of(0.9, Double.NaN), List.of(0.9, Double.NaN));
        assertEquals(10, lines.size());
    }

    @Test
    void whatATerminalCannotShowIsWrittenInPlainLetters() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream plain =
                new PrintStream(new PlainLetters(shown, StandardCharsets.US_ASCII), true, StandardCharsets.UTF_8);
        plain.println("V1 → V4: 32² …");
        assertEquals("V1 -> V4: 32^2 ..." + System.lineSeparator(), shown.toString(StandardCharsets.US_ASCII));
    }
}
