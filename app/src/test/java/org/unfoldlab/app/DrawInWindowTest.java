package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.unfoldlab.app.export.Exportable;
import org.unfoldlab.app.export.FileKind;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.graph.TransitionEdits;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.NetworkReading;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;

/** The drawing board with all that stands around it: files, exports, problems. */
@ExtendWith(ApplicationExtension.class)
class DrawInWindowTest {
    private final Path folder = TestBench.temporaryFolder("draw");

    @SuppressWarnings("NullAway.Init") // made by start
    private TestBench test;

    @Start
    void start(Stage stage) {
        stage.setWidth(1280);
        stage.setHeight(800);
        test = new TestBench(stage, folder);
    }

    private static NetworkDocument demo() {
        return Presets.find(Workbench.DEMO).orElseThrow().document();
    }

    private Path open(String text) throws IOException {
        Path file = folder.resolve("network.unfold");
        Files.writeString(file, text);
        test.onScreen(() -> test.bench.files().open(file));
        return file;
    }

    private Path open(NetworkDocument document) throws IOException {
        return open(NetworkFiles.text(document));
    }

    private NetworkDocument document() {
        return test.bench.document().document();
    }

    @Test
    void unknownFieldsSurviveOpeningEditingAndSaving(FxRobot robot) throws IOException {
        String text = NetworkFiles.text(demo())
                .replaceFirst("\\{", "{ \"x-lab\": {\"bench\": [1, 2]},")
                .replaceFirst("\"name\": *\"V1\"", "\"name\": \"V1\", \"x-colour\": \"ochre\"");
        Path file = open(text);
        robot.write("]");
        test.onScreen(
                () -> test.bench.document().edit("Mute", TransitionEdits.mute(document(), List.of("V2-V1"), true)));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertThat(file).content().contains("x-lab", "bench", "x-colour", "ochre", "muted");
        NetworkReading.Read read = (NetworkReading.Read) NetworkFiles.read(file);
        assertThat(read.document()).isEqualTo(document());
        assertThat(TestBench.text(robot, "save-state")).isEqualTo("Saved");
    }

    @Test
    void ofAChangedFileMineCanBeKeptOrSavedElsewhere(FxRobot robot) throws IOException {
        Path file = open(demo());
        NetworkDocument theirs =
                demo().edit().title("Theirs, much longer than before").build();
        test.onScreen(() ->
                test.bench.document().edit("Rename", demo().edit().title("Mine").build()));
        NetworkFiles.write(file, theirs);
        test.onScreen(() -> test.bench.files().checkDisk());
        Path mine = folder.resolve("mine.unfold");
        test.answers.add(mine);
        robot.clickOn("#message-save-mine-as-");
        assertThat(mine).content().contains("\"Mine\"");
        assertThat(file).content().isEqualTo(NetworkFiles.text(theirs));
        NetworkFiles.write(
                mine, theirs.edit().title("Theirs again, longer still").build());
        test.onScreen(() -> test.bench.files().checkDisk());
        robot.clickOn("#message-keep-mine");
        assertThat(document().title()).isEqualTo("Mine");
        assertThat(robot.lookup("#message-keep-mine").tryQuery()).isEmpty();
    }

    @Test
    void theMenuOfATransitionExportsEveryViewInEveryFormatAndTheNetworkAsText(FxRobot robot) throws IOException {
        NetworkDocument four = Presets.find("4-state-frnn").orElseThrow().document();
        open(four);
        List<Path> written = new ArrayList<>();
        for (String view : List.of("Graph", "Transition matrix", "Unrolled network")) {
            for (String suffix : List.of("svg", "png", "pdf")) {
                written.add(export(robot, view, suffix));
            }
        }
        for (Path file : written) {
            String start = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).substring(0, 4);
            assertThat(start).as(file.toString()).isIn("<svg", "\u0089PNG", "%PDF");
        }
        assertThat(written)
                .hasSize(9)
                .allSatisfy(file -> assertThat(Files.size(file)).isGreaterThan(4000));
        assertThat(export(robot, "Summary table", "txt")).content().contains("350,786", "V1", "IT");
        assertThat(export(robot, "PyTorch script", "py"))
                .content()
                .contains("import torch", "350,786 parameters", "parameter_count");
    }

    private Path export(FxRobot robot, String what, String suffix) {
        Path file = folder.resolve(what.replace(' ', '-') + "." + suffix);
        test.answers.add(file);
        openTransitionMenu(robot);
        robot.clickOn("Export…");
        WaitForAsyncUtils.waitForFxEvents();
        ChoiceBox<Exportable> choice = choice(robot, "#export-what");
        assertThat(choice.getValue().name()).isEqualTo("Unrolled network");
        test.onScreen(() -> choice.setValue(choice.getItems().stream()
                .filter(one -> one.name().equals(what))
                .findFirst()
                .orElseThrow()));
        ChoiceBox<FileKind> kind = choice(robot, "#export-kind");
        test.onScreen(() -> kind.setValue(kind.getItems().stream()
                .filter(one -> one.suffix().equals(suffix))
                .findFirst()
                .orElseThrow()));
        robot.clickOn("#export");
        WaitForAsyncUtils.waitForFxEvents();
        return file;
    }

    /** On the arc of a self-loop at the left of its card. */
    private void openTransitionMenu(FxRobot robot) {
        Node stage = robot.lookup("#stage").query();
        Bounds bounds = stage.localToScreen(stage.getBoundsInLocal());
        for (double x = 4; x < bounds.getWidth() / 3; x += 4) {
            Point2D at = new Point2D(bounds.getMinX() + x, bounds.getMinY() + 76);
            robot.moveTo(at);
            if (hovered()) {
                openMenu(robot, at);
                return;
            }
        }
        throw new AssertionError("no transition found");
    }

    private boolean hovered() {
        return test.bench.scene().lookup("#stage") instanceof org.unfoldlab.viz.unrolled.StageView stage
                && stage.hoveredProperty().get().single().orElse(null) instanceof Item.OfTransition;
    }

    private void openMenu(FxRobot robot, Point2D at) {
        Node stage = robot.lookup("#stage").query();
        Point2D here = stage.screenToLocal(at);
        Node canvas = ((javafx.scene.Parent) stage).getChildrenUnmodifiable().get(0);
        robot.interact(() -> Event.fireEvent(
                canvas,
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                        here.getX(),
                        here.getY(),
                        at.getX(),
                        at.getY(),
                        false,
                        null)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aProblemIsListedShownAndRepairedByOneClick(FxRobot robot) throws IOException {
        open(TransitionEdits.setShortcut(demo(), "V1-V2", Shortcut.IDENTITY));
        Button train = robot.lookup("#train").queryButton();
        assertThat(train.getText()).endsWith("problem");
        assertThat(train.isDisabled()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(test.bench.window().sheet().isOpen()).isTrue();
        robot.clickOn(".problem-row");
        assertThat(test.bench.document().selectionProperty().get())
                .isEqualTo(Selection.of(new Item.OfTransition("V1-V2")));
        if (!test.bench.window().sheet().isOpen()) {
            robot.clickOn("#train");
        }
        robot.clickOn(".repair");
        assertThat(robot.lookup("#train").queryButton().getText()).isEqualTo("Train");
        assertThat(test.bench.document().drawing().errors()).isZero();
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("#undo");
        assertThat(document()).isEqualTo(TransitionEdits.setShortcut(demo(), "V1-V2", Shortcut.IDENTITY));
    }

    @Test
    void severalProblemsAreCountedOnTheButton(FxRobot robot) throws IOException {
        NetworkDocument wrong = TransitionEdits.setShortcut(demo(), "V1-V2", Shortcut.IDENTITY);
        open(TransitionEdits.setFunction(wrong, "V2-V2", "BRQ"));
        assertThat(TestBench.text(robot, "train")).isEqualTo("2 problems");
    }

    @Test
    void theSentenceAndTheCountsFollowT(FxRobot robot) throws IOException {
        open(StateEdits.readOutAt(demo(), 5));
        test.onScreen(() -> test.bench.document().setReadoutTime(50));
        assertThat(TestBench.sentence(robot)).startsWith("T = 50, 101 layers");
    }

    @SuppressWarnings("unchecked") // the box of that id holds such values
    private static <T> ChoiceBox<T> choice(FxRobot robot, String id) {
        return (ChoiceBox<T>) robot.lookup(id).queryAs(ChoiceBox.class);
    }
}
