package org.unfoldlab.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.model.graph.Combine;
import org.unfoldlab.model.graph.DataChoice;
import org.unfoldlab.model.graph.Documents;
import org.unfoldlab.model.graph.Extras;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.model.graph.Measure;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.Timing;
import org.unfoldlab.model.graph.Training;
import org.unfoldlab.model.graph.Transition;

class NetworkFilesTest {
    private static final String SMALL = """
        {
          "unfold": 1,
          "x_lab": {"bench": [1, 2.50, null]},
          "stimulus": {"channels": 3, "height": 32, "width": 32},
          "states": [
            {"name": "V1", "channels": 16, "height": 32, "width": 32, "x_colour": "red"}
          ],
          "transitions": [
            {"from": "V1", "to": "V1", "function": "BRCx2"}
          ],
          "readout": {"state": "V1", "time": 5}
        }
        """;

    @TempDir
    Path folder;

    @Provide
    Arbitrary<NetworkDocument> documents() {
        return Documents.any();
    }

    @Property(tries = 300)
    void savingAndLoadingGivesTheSameDocument(@ForAll("documents") NetworkDocument document) {
        NetworkReading reading = NetworkFiles.parse("any.unfold", NetworkFiles.text(document));
        assertThat(reading).isEqualTo(new NetworkReading.Read(document, List.of()));
    }

    @Property(tries = 50)
    void savingIsStable(@ForAll("documents") NetworkDocument document) {
        String once = NetworkFiles.text(document);
        assertThat(NetworkFiles.text(parsed(once))).isEqualTo(once);
    }

    @Property(tries = 50)
    void identityIgnoresWordsAndLayout(@ForAll("documents") NetworkDocument document) {
        NetworkDocument moved = document.edit()
                .title("other")
                .description("other")
                .source("other")
                .layout(new Layout(Map.of("V1", new Layout.Position(1, 2)), Extras.NONE))
                .build();
        assertThat(NetworkFiles.specHash(moved)).isEqualTo(NetworkFiles.specHash(document));
        NetworkDocument longer = document.edit()
                .readout(document.readout().withTime(document.readout().time() + 1))
                .build();
        assertThat(NetworkFiles.specHash(longer)).isNotEqualTo(NetworkFiles.specHash(document));
    }

    @Test
    void identityIsSixtyFourHexadecimalDigitsAndSurvivesSaving() {
        NetworkDocument document = parsed(SMALL);
        assertThat(NetworkFiles.specHash(document)).matches("[0-9a-f]{64}");
        assertThat(NetworkFiles.specHash(parsed(NetworkFiles.text(document))))
                .isEqualTo(NetworkFiles.specHash(document));
    }

    @Test
    void absentFieldsTakeTheirDefaults() {
        NetworkDocument document = parsed(SMALL);
        assertThat(document.title()).isEqualTo("small");
        assertThat(document.preNet()).isEqualTo("C");
        assertThat(document.stimulus().timing()).isEqualTo(Timing.ONSET);
        assertThat(document.transitions())
                .containsExactly(new Transition("V1", "V1", "BRCx2", Shortcut.NONE, Transition.ALWAYS));
        assertThat(document.combine()).isEqualTo(Combine.MEAN);
        assertThat(document.sharing()).isEqualTo(new Sharing.OverTime());
        assertThat(document.normalization()).isEqualTo(Normalization.DEFAULT);
        assertThat(document.classes()).isEqualTo(10);
        assertThat(document.data()).isEqualTo(DataChoice.SHAPES);
        assertThat(document.training()).isEqualTo(Training.PAPER);
        assertThat(document.measure()).isEqualTo(Measure.DEFAULT);
        assertThat(document.layout()).isEqualTo(Layout.EMPTY);
    }

    @Test
    void unknownFieldsAreKept() {
        String saved = NetworkFiles.text(parsed(SMALL));
        assertThat(saved).contains("\"x_lab\": {\"bench\": [1, 2.5, null]}").contains("\"x_colour\": \"red\"}");
    }

    @Test
    void writesOneStateOrTransitionALine() {
        assertThat(NetworkFiles.text(parsed(SMALL)).lines())
                .contains("    {\"from\": \"V1\", \"to\": \"V1\", \"function\": \"BRCx2\"}")
                .contains("  \"normalization\": {\"statistics\": \"per-time\", \"affine\": \"none\","
                        + " \"epsilon\": 0.00001},");
    }

    @Test
    void readsEverySpelling() {
        NetworkDocument document = parsed("""
            {"unfold": 1, "stimulus": {"channels": 3, "height": 8, "width": 8, "timing": "sustained"},
             "states": [{"name": "V1", "channels": 4.0, "height": 8, "width": 8, "activation": "relu"}],
             "transitions": [{"id": "late", "from": "V1", "to": "V1", "function": "BRCx1", "shortcut": "highway",
                              "window": "T-2", "muted": true}],
             "combine": "sum", "sharing": [["late@1", "late@2"], []],
             "normalization": {"statistics": "shared", "affine": "per-time", "epsilon": 1},
             "readout": {"state": "V1", "time": 3}, "classes": 2,
             "data": {"set": "cifar-10", "path": "/data", "trainImages": 20000, "testImages": 100},
             "training": {"epochs": 3, "batch": 8, "momentum": 0, "weightDecay": 0.5,
               "schedule": [{"until": 2, "learningRate": 0.01}], "augmentation": "none", "seed": 9000000000},
             "measure": {"readoutTimes": "2..12", "statistics": "hold", "recalibrationImages": 256},
             "layout": {"V1": {"x": 1.5, "y": -2}}}\
            """);
        assertThat(document.transitions().get(0).ownId()).isEqualTo(Optional.of("late"));
        assertThat(document.transitions().get(0).muted()).isTrue();
        assertThat(document.sharing()).isEqualTo(new Sharing.Groups(List.of(List.of("late@1", "late@2"), List.of())));
        assertThat(document.training().schedule())
                .isEqualTo(new Training.Schedule.Steps(List.of(new Training.Schedule.Piece(2, 0.01))));
        assertThat(document.training().seed()).isEqualTo(9_000_000_000L);
        assertThat(document.layout().positions()).containsEntry("V1", new Layout.Position(1.5, -2));
    }

    @Test
    void reportsEveryWrongFieldAtOnce() {
        String text = SMALL.replace("\"channels\": 16", "\"channels\": \"sixteen\"")
                .replace("\"function\": \"BRCx2\"", "\"shortcut\": \"identitty\"")
                .replace("\"time\": 5", "\"time\": 5.5");
        assertThat(problems(text))
                .containsExactly(
                        "states[0].channels must be a whole number, found \"sixteen\" at line 6, column 32",
                        "transitions[0].function is missing; transitions[0] begins at line 9, column 5",
                        "transitions[0].shortcut must be one of none, identity, projection, padding, highway,"
                                + " found \"identitty\" at line 9, column 44",
                        "readout.time must be a whole number, found 5.5 at line 11, column 38");
        assertThat(message(text)).startsWith("small.unfold cannot be read. states[0].channels must be");
        assertThat(message(text)).endsWith("One more problem follows.");
    }

    @Test
    void saysWhichFieldsAreMissing() {
        assertThat(problems("{\"unfold\": 1}"))
                .containsExactly(
                        "stimulus is missing", "states is missing", "transitions is missing", "readout is missing");
    }

    @Test
    void saysWhichKindOfValueIsWanted() {
        assertThat(problems(SMALL.replace(
                        "\"readout\"",
                        "\"sharing\": \"sometimes\", \"layout\": {\"V1\": {\"x\": 1}},"
                                + " \"training\": {\"schedule\": 3, \"seed\": 1e30, \"momentum\": true}, \"readout\"")))
                .anyMatch(text -> text.startsWith("sharing must be over-time, none or a list of groups"))
                .anyMatch(text -> text.startsWith("layout.V1.y is missing"))
                .anyMatch(text -> text.startsWith("training.schedule must be paper, imagenet or a list"))
                .anyMatch(text -> text.startsWith("training.seed must be a whole number from -9223372036854775808"))
                .anyMatch(text -> text.startsWith("training.momentum must be a number, found true"));
        assertThat(problems(SMALL.replace("[\n    {\"from\"", "[3,\n    {\"from\"")))
                .containsExactly("transitions[0] must be a group of fields { … }, found 3 at line 8, column 19");
    }

    @Test
    void aFileOfANewerFormatIsReadOnly() {
        NetworkReading reading = NetworkFiles.parse("new.unfold", SMALL.replace("\"unfold\": 1", "\"unfold\": 2"));
        assertThat(reading).isInstanceOfSatisfying(NetworkReading.Read.class, read -> {
            assertThat(read.readOnly()).isTrue();
            assertThat(read.notes()).singleElement().asString().contains("newer version", "read-only");
            assertThatThrownBy(() -> NetworkFiles.write(folder.resolve("new.unfold"), read.document()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is read-only in this version of Unfold");
        });
    }

    @Test
    void aNewerFormatThatCannotBeReadIsSaidToBeNewer() {
        assertThat(message("{\"unfold\": 7, \"areas\": []}"))
                .startsWith("small.unfold cannot be read. It was made by a newer version of Unfold (format 7;");
    }

    @Test
    void refusesUnknownVersionsAndOtherJson() {
        assertThat(message("{\"a\": 1}")).endsWith("It is no network file: the field \"unfold\" is missing.");
        assertThat(message("[1]")).endsWith("It is no network file: the field \"unfold\" is missing.");
        assertThat(message(SMALL.replace("\"unfold\": 1", "\"unfold\": 0")))
                .contains("Its format version 0 is unknown");
        assertThat(message(SMALL.replace("\"unfold\": 1", "\"unfold\": \"one\"")))
                .contains("unfold must be a whole number, found \"one\" at line 2, column 13");
    }

    @Test
    void saysThatAFileIsMissingOrAFolder() {
        Path none = folder.resolve("none.unfold");
        assertThat(message(NetworkFiles.read(none))).isEqualTo(none + " cannot be read. There is no such file.");
        assertThat(message(NetworkFiles.read(folder))).isEqualTo(folder + " cannot be read. It is a folder.");
    }

    @Test
    void saysThatAFileIsTooLarge() throws IOException {
        Path file = Files.write(folder.resolve("big.unfold"), new byte[NetworkFiles.LARGEST_BYTES + 1]);
        assertThat(message(NetworkFiles.read(file))).contains("larger than 16 MiB");
    }

    @Test
    void saysWhereAFileIsNotUtf8() throws IOException {
        Path file = folder.resolve("latin.unfold");
        Files.write(file, "{\n  \"title\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(message(NetworkFiles.read(file)))
                .isEqualTo("latin.unfold cannot be read. It is not UTF-8 text at line 2, column 16;"
                        + " save it in the encoding UTF-8.");
    }

    @Test
    void aByteOrderMarkIsNoHindrance() {
        assertThat(parsed("\uFEFF" + SMALL)).isEqualTo(parsed(SMALL));
    }

    @Test
    void writesAndReadsAFile() throws IOException {
        Path file = folder.resolve("small.unfold");
        NetworkFiles.write(file, parsed(SMALL));
        assertThat(NetworkFiles.read(file)).isEqualTo(new NetworkReading.Read(parsed(SMALL), List.of()));
    }

    @Test
    void readsTheGoldenNetworks() throws IOException {
        try (Stream<Path> files = Files.list(SharedFolder.orSkip("golden"))) {
            assertThat(files.filter(file -> file.toString().endsWith(NetworkFiles.SUFFIX)))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(NetworkFiles.read(file)).isInstanceOf(NetworkReading.Read.class));
        }
    }

    private static NetworkDocument parsed(String text) {
        NetworkReading reading = NetworkFiles.parse("small.unfold", text);
        if (reading instanceof NetworkReading.Read read) {
            return read.document();
        }
        throw new AssertionError(reading);
    }

    private static List<String> problems(String text) {
        return NetworkFiles.parse("small.unfold", text) instanceof NetworkReading.Unreadable unreadable
                ? unreadable.problems().stream()
                        .map(NetworkReading.Problem::text)
                        .toList()
                : List.of();
    }

    private static String message(String text) {
        return message(NetworkFiles.parse("small.unfold", text));
    }

    private static String message(NetworkReading reading) {
        return reading instanceof NetworkReading.Unreadable unreadable ? unreadable.message() : "readable";
    }
}
