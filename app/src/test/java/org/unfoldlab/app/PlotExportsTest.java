package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.app.export.Exportable;
import org.unfoldlab.app.export.FileKind;
import org.unfoldlab.viz.plot.PlotView;
import org.unfoldlab.viz.plot.Zoom;

/** Plots, runs and comparisons leave the window as files that say where they come from. */
@SuppressWarnings("NullAway.Init") // made by start
@ExtendWith(ApplicationExtension.class)
class PlotExportsTest {
    private static Path home;
    private TestBench test;

    @TempDir
    private Path out;

    @BeforeAll
    static void writeRuns() {
        home = WatchBench.write();
    }

    @Start
    void start(Stage stage) {
        test = WatchBench.open(stage, home, 1280, 800);
    }

    private PlotView plot;

    @BeforeEach
    void waitForThePlot(FxRobot robot) {
        plot = WatchBench.plot(robot, "plot-error-by-time", "2 recalibrate");
    }

    /** Opens the menu at the plot's title, chooses "Export…" and a format. */
    private Path exported(FxRobot robot, String format, String name) {
        robot.moveTo(plot);
        robot.clickOn(robot.from(plot).lookup(".plot-menu").queryButton());
        robot.clickOn("Export…");
        return export(robot, format, name);
    }

    private Path export(FxRobot robot, String format, String name) {
        ChoiceBox<FileKind> kind = choice(robot, "#export-kind");
        test.onScreen(() -> kind.setValue(kind.getItems().stream()
                .filter(one -> one.title().equals(format))
                .findFirst()
                .orElseThrow()));
        Path file = out.resolve(name);
        test.answers.add(file);
        robot.clickOn("#export");
        assertThat(test.bench.window().sheet().isOpen()).isFalse();
        assertThat(file).exists();
        return file;
    }

    @SuppressWarnings("unchecked") // the box of that id holds such values
    private static <T> ChoiceBox<T> choice(FxRobot robot, String id) {
        return (ChoiceBox<T>) robot.lookup(id).queryAs(ChoiceBox.class);
    }

    @Test
    void aPlotBecomesAnSvgWithTitleLegendRunSeedAndProvenance(FxRobot robot) {
        assertThat(exported(robot, "SVG", "plot.svg"))
                .content()
                .startsWith("<svg")
                .contains("Error against readout time", "2 recalibrate", "2 hold", "2 batch", "No signal yet")
                .contains("run 2 · seed 1 · nd4j", "CPU", "Unfold 0.");
    }

    @Test
    void aPlotBecomesAPdfWithTheSameWords(FxRobot robot) throws IOException {
        assertThat(words(exported(robot, "PDF", "plot.pdf")))
                .contains("Error against readout time", "2 recalibrate", "run 2 · seed 1 · nd4j", "Unfold 0.");
    }

    @Test
    void aPlotBecomesAnImageOfPixels(FxRobot robot) throws IOException {
        var image = ImageIO.read(exported(robot, "PNG", "plot.png").toFile());
        assertThat(image.getWidth()).isGreaterThan(1000);
        assertThat(Stream.iterate(0, x -> x + 1)
                        .limit(image.getWidth())
                        .map(x -> image.getRGB(x, image.getHeight() / 2))
                        .distinct())
                .as("it is not empty")
                .hasSizeGreaterThan(5);
    }

    @Test
    void itsNumbersBecomeATableAndTheirFileIsNamedAfterRunAndSeed(FxRobot robot) throws IOException {
        String csv = Files.readString(exported(robot, "CSV", "plot.csv"));
        assertThat(csv.lines().findFirst().orElseThrow())
                .startsWith("time t,")
                .contains("2 recalibrate,2 hold,2 batch");
        assertThat(csv.lines().skip(1)).hasSize(12);
        assertThat(csv.lines().skip(1).findFirst().orElseThrow())
                .as("no signal, no number")
                .isEqualTo("1,,,");
        assertThat(test.suggested)
                .last()
                .isEqualTo("demo-2-state-frnn-on-shapes-error-against-readout-time-run-2-seed-1.csv");
    }

    @Test
    void whatLeavesTheWindowIsDrawnAsItIsSeen(FxRobot robot) {
        test.onScreen(plot::requestFocus);
        robot.type(KeyCode.L);
        assertThat(exported(robot, "SVG", "log.svg")).content().contains("train once, test at others, log");
    }

    @Test
    void aPlotThatIsZoomedLeavesAsThePartThatIsSeen(FxRobot robot) {
        assertThat(exported(robot, "SVG", "whole.svg")).content().contains(">12<");
        test.onScreen(() -> plot.setZoom(Optional.of(new Zoom(1, 5))));
        assertThat(exported(robot, "SVG", "part.svg")).content().contains(">5<").doesNotContain(">12<");
    }

    @Test
    void aRunBecomesOnePageThatNeedsNothingElse(FxRobot robot) throws IOException {
        chooseReport(robot, "Report of run 2");
        String page = Files.readString(export(robot, "HTML", "run.html"));
        assertThat(page).contains("<svg ", "Provenance", "Error against readout time", "<td>Seed</td><td>1</td>");
        assertThat(page).doesNotContainPattern("(src|href)=\"https?:").doesNotContain("<script", "url(http");
        chooseReport(robot, "Report of run 2");
        assertThat(words(export(robot, "PDF", "run.pdf"))).contains("Provenance", "Seed", "Test error by readout time");
    }

    @Test
    void aComparisonBecomesOnePageOfWhatDiffers(FxRobot robot) throws IOException {
        test.onScreen(() -> WatchBench.run(test, "shared").shownProperty().set(true));
        chooseReport(robot, "Report of 2 runs");
        String page = Files.readString(export(robot, "HTML", "both.html"));
        assertThat(page).contains("What differs", "Norm statistics", "per-time", "shared", "Run 1", "Run 2");
        assertThat(page).doesNotContainPattern("(src|href)=\"https?:");
        chooseReport(robot, "Report of 2 runs");
        assertThat(words(export(robot, "PDF", "both.pdf"))).contains("What differs", "Norm statistics");
    }

    private void chooseReport(FxRobot robot, String name) {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        ChoiceBox<Exportable> what = choice(robot, "#export-what");
        test.onScreen(() -> what.setValue(what.getItems().stream()
                .filter(one -> one.name().equals(name))
                .min(Comparator.comparing(Exportable::name))
                .orElseThrow(() -> new AssertionError("not offered: " + name))));
    }

    private static String words(Path pdf) throws IOException {
        byte[] bytes = Files.readAllBytes(pdf);
        assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void everyPlotThatIsSeenIsOffered(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        ChoiceBox<Exportable> what = choice(robot, "#export-what");
        assertThat(what.getItems())
                .extracting(Exportable::name)
                .contains(
                        "Plot: Error",
                        "Plot: Error against readout time",
                        "Plot: Does it settle?",
                        "Plot: Norm mean by channel",
                        "Plot: Norm deviation",
                        "Report of run 2");
        assertThat(what.getItems())
                .filteredOn(one -> one.name().startsWith("Plot: "))
                .allSatisfy(one -> assertThat(one.kinds())
                        .extracting(FileKind::title)
                        .containsExactly("PDF", "SVG", "PNG", "CSV"));
    }
}
