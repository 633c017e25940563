package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.app.editor.DocumentOrigin;
import org.unfoldlab.app.export.Exportable;
import org.unfoldlab.app.export.FileKind;
import org.unfoldlab.app.settings.SettingsStore;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.theme.ThemeMode;

@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private final Path folder = TestBench.temporaryFolder("window");

    @SuppressWarnings("NullAway.Init") // made by start
    private TestBench test;

    @Start
    void start(Stage stage) {
        test = new TestBench(stage, folder);
    }

    private static NetworkDocument demo() {
        return Presets.find(Workbench.DEMO).orElseThrow().document();
    }

    private void open(NetworkDocument document) throws IOException {
        Path file = folder.resolve("network.unfold");
        NetworkFiles.write(file, document);
        test.onScreen(() -> test.bench.files().open(file));
    }

    @Test
    void aPresetOpensFromItsCard(FxRobot robot) {
        robot.clickOn("#network-demo");
        assertThat(test.bench.window().isWelcome()).isFalse();
        assertThat(TestBench.text(robot, "document-title")).isEqualTo(demo().title());
        assertThat(TestBench.sentence(robot)).isEqualTo("T = 5, 11 layers, not trained");
    }

    @Test
    void keysMoveTheReadoutTimeAndOneUndoTakesItBack(FxRobot robot) throws IOException {
        open(demo());
        robot.type(KeyCode.CLOSE_BRACKET, 2);
        robot.write("]]");
        int moved = test.bench.document().document().readout().time();
        assertThat(moved).isGreaterThan(5);
        assertThat(TestBench.text(robot, "save-state")).isEqualTo("Edited · not saved");
        robot.clickOn("#undo");
        assertThat(test.bench.document().document()).isEqualTo(demo());
        assertThat(TestBench.text(robot, "save-state")).isEqualTo("Saved");
    }

    @Test
    void theSliderOfTReachesTwiceTheTOfWhatIsOpened(FxRobot robot) throws IOException {
        Slider slider = robot.lookup("#readout-slider").queryAs(Slider.class);
        NetworkDocument ten = Presets.find("3-state-frnn-t10").orElseThrow().document();
        test.onScreen(() -> test.bench.document().open(ten, DocumentOrigin.ofPreset("3-state-frnn-t10")));
        assertThat(slider.getValue()).isEqualTo(10);
        assertThat(slider.getMax()).isEqualTo(20);
        open(demo());
        assertThat(slider.getValue()).isEqualTo(5);
        assertThat(slider.getMax()).isEqualTo(12);
    }

    @Test
    void aReadoutWithoutSignalHasNoNumber(FxRobot robot) throws IOException {
        open(demo());
        test.onScreen(() -> test.bench.document().setReadoutTime(1));
        assertThat(TestBench.sentence(robot)).isEqualTo("T = 1, – layers, no signal yet");
    }

    @Test
    void errorsTakeThePlaceOfTrainAndAreListed(FxRobot robot) throws IOException {
        open(demo().edit().classes(1).build());
        assertThat(TestBench.text(robot, "train")).isEqualTo("1 problem");
        robot.clickOn("#train");
        assertThat(test.bench.window().sheet().isOpen()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(test.bench.window().sheet().isOpen()).isFalse();
        assertThat(test.workers.started).isEmpty();
    }

    @Test
    void aBrokenFileIsExplainedAndWhatWasOpenStays(FxRobot robot) throws IOException {
        open(demo());
        Path broken = Files.writeString(folder.resolve("two-areas.unfold"), "{\n \"unfold\": 1\n \"title\": 2}");
        test.onScreen(() -> test.bench.files().open(broken));
        assertThat(TestBench.text(robot, "broken-file-reason"))
                .contains("comma is missing at line 2")
                .contains("The file was left as it is.");
        assertThat(test.bench.document().document()).isEqualTo(demo());
    }

    @Test
    void aFileOfANewerFormatOpensForReadingAndIsSavedAsACopy(FxRobot robot) throws IOException {
        Path newer = folder.resolve("newer.unfold");
        String text = NetworkFiles.text(demo()).replaceFirst("\"unfold\": *1", "\"unfold\": 7");
        Files.writeString(newer, text);
        test.onScreen(() -> test.bench.files().open(newer));
        assertThat(TestBench.text(robot, "save-state")).isEqualTo("Open for reading only");
        Path copy = folder.resolve("copy.unfold");
        test.answers.add(copy);
        robot.clickOn("#message-save-a-copy-in-format-1-");
        assertThat(copy).exists();
        assertThat(TestBench.text(robot, "save-state")).isEqualTo("Saved");
        assertThat(Files.readString(newer)).isEqualTo(text);
    }

    @Test
    void unsavedEditsAreNeverDroppedWithoutAsking(FxRobot robot) throws IOException {
        open(demo());
        NetworkDocument edited = demo().edit().title("Edited").build();
        test.onScreen(() -> test.bench.document().edit("Rename", edited));
        boolean[] left = {false};
        test.onScreen(() -> test.bench.quit(() -> left[0] = true));
        assertThat(left[0]).isFalse();
        robot.clickOn("#answer-save");
        assertThat(left[0]).isTrue();
        assertThat(NetworkFiles.text(edited)).isEqualTo(Files.readString(folder.resolve("network.unfold")));
    }

    @Test
    void aChangeOfTheFileOnDiskIsNoticedAndNothingIsOverwritten(FxRobot robot) throws IOException {
        open(demo());
        Path file = folder.resolve("network.unfold");
        NetworkDocument theirs =
                demo().edit().title("Theirs, much longer than before").build();
        test.onScreen(() ->
                test.bench.document().edit("Rename", demo().edit().title("Mine").build()));
        NetworkFiles.write(file, theirs);
        test.onScreen(() -> test.bench.files().checkDisk());
        assertThat(TestBench.text(robot, "document-title")).isEqualTo("Mine");
        robot.clickOn("#message-load-theirs");
        assertThat(test.bench.document().document()).isEqualTo(theirs);
    }

    @Test
    void theThemeIsSwitchedLiveAndRemembered(FxRobot robot) throws IOException {
        open(demo());
        robot.clickOn("#light-or-dark");
        assertThat(new SettingsStore(folder.resolve("settings.json"), Runnable::run)
                        .get()
                        .theme())
                .isEqualTo(ThemeMode.DARK);
        assertThat(test.bench.scene().getFill().toString()).isEqualTo("0x0d1117ff");
    }

    @Test
    void choosingDataIsOneUndoableEdit(FxRobot robot) throws IOException {
        open(demo());
        Files.createDirectories(folder.resolve("data/mnist"));
        press(robot, "#choose-data");
        assertThat(TestBench.text(robot, "data-state-cifar-10")).isEqualTo("Not on this computer");
        Path pictures = folder.resolve("pictures");
        for (String name : new String[] {"cat", "dog", "hen"}) {
            Files.createDirectories(pictures.resolve(name));
        }
        test.answers.add(pictures);
        robot.clickOn("#data-folder-choose");
        NetworkDocument now = test.bench.document().document();
        assertThat(now.data().path()).contains(pictures.toString());
        assertThat(now.classes()).isEqualTo(3);
        test.onScreen(() -> test.bench.document().undo());
        assertThat(test.bench.document().document()).isEqualTo(demo());
    }

    @Test
    void everyButtonHasANameForScreenReaders(FxRobot robot) throws IOException {
        open(demo());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        for (Node button : robot.lookup(".button").queryAll()) {
            String text = ((javafx.scene.control.Labeled) button).getText();
            assertThat(button.getAccessibleText() == null ? text : button.getAccessibleText())
                    .as("name of %s", button)
                    .isNotBlank();
        }
    }

    @Test
    void newBeginsWithAnEmptyBoardAfterAskingAboutUnsavedEdits(FxRobot robot) throws IOException {
        open(demo());
        test.onScreen(() -> test.bench
                .document()
                .edit("Rename", demo().edit().title("Edited").build()));
        robot.push(KeyCode.CONTROL, KeyCode.N);
        assertThat(TestBench.text(robot, "document-title")).isEqualTo("Edited");
        robot.clickOn("#answer-discard-edits");
        assertThat(TestBench.text(robot, "document-title")).isEqualTo("Untitled");
        assertThat(test.bench.document().document().states()).isEmpty();
        assertThat(TestBench.text(robot, "save-state")).isEqualTo("Not saved in a file");
    }

    @Test
    void theExportSheetWritesWhatWasChosen(FxRobot robot) throws IOException {
        open(demo());
        Path file = folder.resolve("graph.svg");
        test.answers.add(folder.resolve("graph"));
        robot.push(KeyCode.CONTROL, KeyCode.E);
        ChoiceBox<Exportable> what = choice(robot, "#export-what");
        assertThat(what.getValue().name()).isEqualTo("Unrolled network");
        test.onScreen(() -> what.setValue(what.getItems().stream()
                .filter(one -> one.name().equals("Graph"))
                .findFirst()
                .orElseThrow()));
        ChoiceBox<FileKind> kind = choice(robot, "#export-kind");
        test.onScreen(() -> kind.setValue(kind.getItems().get(1)));
        robot.clickOn("#export");
        assertThat(file).content().startsWith("<svg").contains(demo().title(), "network.unfold · seed 1");
        assertThat(test.bench.window().sheet().isOpen()).isFalse();
        assertThat(robot.lookup("Exported to graph.svg").tryQuery()).isPresent();
    }

    @Test
    void editsThatACrashLeftAreOfferedAtTheNextStartAndCanBeUndoneToTheFile(FxRobot robot) throws IOException {
        Path file = folder.resolve("network.unfold");
        NetworkFiles.write(file, demo());
        NetworkDocument edited = demo().edit().title("Not yet saved").build();
        Path drafts = folder.resolve("drafts");
        Files.createDirectories(drafts);
        NetworkFiles.write(drafts.resolve("1-1-1.unfold"), edited);
        Files.writeString(drafts.resolve("1-1-1.origin"), file.toString());
        test.onScreen(() -> test = new TestBench((Stage) test.bench.scene().getWindow(), folder));
        press(robot, "#answer-restore-edits");
        assertThat(test.bench.document().document()).isEqualTo(edited);
        assertThat(TestBench.text(robot, "save-state")).isEqualTo("Edited · not saved");
        assertThat(drafts.resolve("1-1-1.unfold")).doesNotExist();
        assertThat(drafts.toFile().list()).as("kept as this window's draft").hasSize(3);
        robot.clickOn("#undo");
        assertThat(test.bench.document().document()).isEqualTo(demo());
        robot.clickOn("#redo");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertThat(NetworkFiles.text(edited)).isEqualTo(Files.readString(file));
        test.onScreen(() -> test.bench.quit(() -> {}));
        assertThat(drafts.toFile().list()).isEmpty();
    }

    @SuppressWarnings("unchecked") // the box of that id holds such values
    private static <T> ChoiceBox<T> choice(FxRobot robot, String id) {
        return (ChoiceBox<T>) robot.lookup(id).queryAs(ChoiceBox.class);
    }

    /** A button that may have to be scrolled to, or stands in a window that was just put in place of another. */
    private void press(FxRobot robot, String button) {
        test.onScreen(() -> robot.lookup(button).queryButton().fire());
    }
}
