package org.unfoldlab.viz.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.VentralStream;
import org.unfoldlab.viz.plot.Axis;
import org.unfoldlab.viz.plot.ColorScale;
import org.unfoldlab.viz.plot.HeatMap;
import org.unfoldlab.viz.plot.PlotModel;
import org.unfoldlab.viz.plot.Series;
import org.unfoldlab.viz.plot.SeriesStyle;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.unrolled.ReadoutErrors;
import org.unfoldlab.viz.unrolled.StageDrawing;

/** Needs no window: nothing here starts JavaFX. */
class PictureWriterTest {
    private static final String ORIGIN = "areas.unfold · seed 7 · Unfold test";

    private final PictureWriter writer = new PictureWriter(new Typefaces(), Look.DEFAULT, ORIGIN);

    private static NetworkPicture network(NetworkView view, String preset) {
        DrawnNetwork drawn = DrawnNetwork.of(Presets.find(preset).orElseThrow().document());
        return NetworkPicture.of(view, drawn, ReadoutErrors.NONE);
    }

    private static PlotPicture plot() {
        PlotModel model = PlotModel.titled("Error", "%, readout T = 5")
                .axes(Axis.epochs(3), Axis.percent())
                .add(new Series(
                        "1 test", SeriesStyle.run(1, true), new double[] {1, 2, 3}, new double[] {80, Double.NaN, 41.5
                        }))
                .build();
        return new PlotPicture(model, new Picture.Size(600, 300));
    }

    private static HeatMapPicture map() {
        HeatMap map = new HeatMap(
                "All channels",
                "mean",
                Axis.time(0, 4),
                1,
                List.of("channel 0", "channel 1"),
                new double[][] {{0.5, -0.25, Double.NaN}, {1, 2, 3}},
                ColorScale.DIVERGING);
        return new HeatMapPicture(map, new Picture.Size(600, 300));
    }

    static List<Picture> pictures() {
        List<Picture> all = new ArrayList<>(List.of(plot(), map()));
        for (NetworkView view : NetworkView.values()) {
            all.add(network(view, "2-state-frnn"));
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(NetworkView.class)
    void aPdfOfANetworkKeepsItsTextInEmbeddedFontsAndSaysWhereItComesFrom(NetworkView view) throws IOException {
        byte[] bytes = writer.bytes(network(view, "2-state-frnn"), PictureFormat.PDF, PictureScale.PAGE);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("2-state FRNN", "V1", "V2", ORIGIN);
            assertThat(text).contains(view == NetworkView.MATRIX ? "runs at this t" : "feedback");
            PDPage page = document.getPage(0);
            assertThat(page.getMediaBox().getWidth()).isCloseTo(170 / 25.4f * 72, within(0.5f));
            assertThat(page.getResources().getXObjectNames()).as("no bitmaps").isEmpty();
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as("%s", font.getName()).isTrue();
                assertThat(font.getName()).matches("(.*\\+)?(Inter|JetBrainsMono)-.*");
            }
        }
    }

    @Test
    void aGraphLiesWithinItsPicture() {
        for (String preset : List.of("demo", "2-state-frnn", "3-state-frnn", "4-state-frnn", "4-state-frnn-adjacent")) {
            DrawnNetwork drawn =
                    DrawnNetwork.of(Presets.find(preset).orElseThrow().document());
            double height = 110.0 * drawn.document().states().size();
            BoundsSurface reach = new BoundsSurface(new Ruler(new Typefaces()));
            StageDrawing.folded(drawn).paint(reach, 560, height, Look.DEFAULT);
            assertThat(reach.bounds().height()).as(preset).isLessThanOrEqualTo(height);
            assertThat(reach.bounds().width()).as(preset).isLessThanOrEqualTo(560);
        }
    }

    @ParameterizedTest
    @EnumSource(PictureScale.class)
    void everyTransitionSaysItsFunctionInTheDrawingOrBelowItHoweverNarrow(PictureScale scale) throws IOException {
        for (NetworkView view : List.of(NetworkView.GRAPH, NetworkView.UNROLLED)) {
            NetworkDocument full = Presets.find("4-state-frnn").orElseThrow().document();
            NetworkDocument overBrain = StateEdits.move(full, VentralStream.places(full));
            for (NetworkDocument document : List.of(full, overBrain)) {
                NetworkPicture picture = NetworkPicture.of(view, DrawnNetwork.of(document), ReadoutErrors.NONE);
                String text = new String(writer.bytes(picture, PictureFormat.SVG, scale), StandardCharsets.UTF_8);
                assertThat(text.split("BR[CD]×[23]", -1))
                        .as("%s, %s", view, scale)
                        .hasSize(1 + 16);
            }
        }
    }

    @Test
    void onAPageEveryFunctionOfTheFullNetworkStandsBesideItsEdge() {
        DrawnNetwork full =
                DrawnNetwork.of(Presets.find("4-state-frnn").orElseThrow().document());
        assertThat(StageDrawing.folded(full).unlabelled(680, 440, Look.DEFAULT)).isEmpty();
    }

    @Test
    void everySvgIsXmlWithATitleItsOriginAndTextOfAFixedWidth() throws Exception {
        for (Picture picture : pictures()) {
            byte[] bytes = writer.bytes(picture, PictureFormat.SVG, PictureScale.SHOWN);
            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement();
            assertThat(root.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(picture.name());
            assertThat(root.getTextContent()).contains(ORIGIN);
            var texts = root.getElementsByTagName("text");
            for (int i = 0; i < texts.getLength(); i++) {
                assertThat(texts.item(i).getAttributes().getNamedItem("textLength"))
                        .isNotNull();
            }
        }
    }

    @Test
    void aPngHasTwoPixelsForEachPxOfTheWindowAnd300ForAnInchOfPrint() throws IOException {
        BufferedImage shown =
                ImageIO.read(new ByteArrayInputStream(writer.bytes(plot(), PictureFormat.PNG, PictureScale.SHOWN)));
        assertThat(shown.getWidth()).isEqualTo(1200);
        assertThat(shown.getHeight()).isEqualTo(600);
        assertThat(shown.getRGB(2, 2)).isEqualTo(0xFFFFFFFF);
        BufferedImage print =
                ImageIO.read(new ByteArrayInputStream(writer.bytes(plot(), PictureFormat.PNG, PictureScale.PAGE)));
        assertThat(print.getWidth()).isCloseTo((int) (170 / 25.4 * 300), within(2));
    }

    @Test
    void aLongUnrolledNetworkIsWidenedUntilNothingIsCutOff() {
        DrawnNetwork drawn = DrawnNetwork.of(
                        Presets.find("2-state-frnn").orElseThrow().document())
                .at(40);
        NetworkPicture picture = NetworkPicture.of(NetworkView.UNROLLED, drawn, ReadoutErrors.NONE);
        Picture.Size size = picture.sizeFor(680, Look.DEFAULT);
        BoundsSurface reach = new BoundsSurface(new Ruler(new Typefaces()));
        picture.paint(reach, size, Look.DEFAULT, ORIGIN);
        assertThat(size.width()).isGreaterThan(1000);
        assertThat(reach.bounds().right()).isLessThanOrEqualTo(size.width() + 0.5);
        assertThat(reach.bounds().x()).isGreaterThanOrEqualTo(-0.5);
    }

    @Test
    void numbersAreWrittenInFullPrecisionAndUnknownOnesLeftEmpty() throws IOException {
        assertThat(new String(
                        writer.bytes(plot(), PictureFormat.CSV, PictureScale.SHOWN),
                        java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("epoch,1 test\r\n1,80\r\n2,\r\n3,41.5\r\n");
        assertThat(map().csv()).hasValue("row,t=1,t=2,t=3\r\nchannel 0,0.5,-0.25,\r\nchannel 1,1,2,3\r\n");
    }

    @Test
    void aCharacterThatTheFontsLackBecomesAQuestionMarkAndNothingFails() throws IOException {
        PictureWriter odd = new PictureWriter(new Typefaces(), Look.DEFAULT, "run 漢 · seed 1");
        byte[] bytes = odd.bytes(network(NetworkView.GRAPH, "demo"), PictureFormat.PDF, PictureScale.COLUMN);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(new PDFTextStripper().getText(document)).contains("run ? · seed 1");
        }
    }
}
