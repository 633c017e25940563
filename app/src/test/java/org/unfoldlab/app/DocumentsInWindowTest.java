package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.unrolled.NetworkThumbnail;
import org.unfoldlab.viz.unrolled.StageView;

/** What the window does with documents: undo named in the menu, recent files, the gallery, two windows. */
@ExtendWith(ApplicationExtension.class)
class DocumentsInWindowTest {
    private final Path folder = TestBench.temporaryFolder("documents");

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

    private Path open(String name, NetworkDocument document) throws IOException {
        Path file = folder.resolve(name);
        NetworkFiles.write(file, document);
        test.onScreen(() -> test.bench.files().open(file));
        return file;
    }

    private NetworkDocument document() {
        return test.bench.document().document();
    }

    private static StageView stage(TestBench of) {
        return (StageView) of.bench.scene().lookup("#stage");
    }

    private void fold() {
        test.onScreen(() -> {
            stage(test).foldProperty().set(0);
            stage(test).layout();
            stage(test).requestFocus();
        });
    }

    /** What the menu of all commands says under Edit, opened as a hand does it. */
    private List<String> editMenu(FxRobot robot) {
        robot.clickOn("#menu");
        robot.clickOn("Edit");
        WaitForAsyncUtils.waitForFxEvents();
        List<String> said = Window.getWindows().stream()
                .filter(javafx.scene.control.ContextMenu.class::isInstance)
                .map(javafx.scene.control.ContextMenu.class::cast)
                .flatMap(menu -> menu.getItems().stream())
                .map(MenuItem::getText)
                .filter(text -> text != null && (text.startsWith("Undo") || text.startsWith("Redo")))
                .toList();
        robot.push(KeyCode.ESCAPE).push(KeyCode.ESCAPE);
        return said;
    }

    @Test
    void theMenuNamesWhatUndoAndRedoWouldDo(FxRobot robot) throws IOException {
        open("network.unfold", demo());
        assertThat(editMenu(robot)).containsExactly("Undo  (nothing to undo)", "Redo  (nothing to redo)");
        fold();
        robot.type(KeyCode.S);
        assertThat(document().state("V3")).isPresent();
        assertThat(editMenu(robot)).containsExactly("Undo add V3", "Redo  (nothing to redo)");
        robot.clickOn("#menu").clickOn("Edit").clickOn("Undo add V3");
        assertThat(document()).isEqualTo(demo());
        assertThat(editMenu(robot)).containsExactly("Undo  (nothing to undo)", "Redo add V3");
    }

    @Test
    void aDragAndATypedNumberAreOneStepEach(FxRobot robot) throws IOException {
        open("network.unfold", demo());
        fold();
        Point2D card = middle(robot, "V2");
        robot.moveTo(card).press(MouseButton.PRIMARY);
        for (int i = 0; i < 6; i++) {
            robot.moveBy(12, 6);
        }
        robot.release(MouseButton.PRIMARY);
        assertThat(editMenu(robot)).contains("Undo move V2");
        test.onScreen(() -> test.bench.document().selectionProperty().set(Selection.of(new Item.OfState("V1"))));
        State before = document().state("V1").orElseThrow();
        TextField channels = (TextField) robot.lookup(node -> node instanceof TextField
                        && String.valueOf(node.getAccessibleText()).startsWith("Channels"))
                .query();
        test.onScreen(() -> {
            channels.requestFocus();
            channels.selectAll();
        });
        robot.write("12").type(KeyCode.ENTER);
        assertThat(document().state("V1").orElseThrow().channels()).isEqualTo(12);
        robot.clickOn("#undo");
        assertThat(document().state("V1")).contains(before);
        assertThat(editMenu(robot)).contains("Undo move V2");
        robot.clickOn("#undo");
        assertThat(document()).isEqualTo(demo());
        assertThat(robot.lookup("#undo").queryButton().isDisabled()).isTrue();
    }

    /** By hovering from the middle of the board outwards until the state is under the pointer. */
    private Point2D middle(FxRobot robot, String state) {
        StageView board = stage(test);
        for (double y = 70; y < board.getHeight(); y += 12) {
            Point2D at = board.localToScreen(board.getWidth() / 2, y);
            robot.moveTo(at);
            if (board.hoveredProperty().get().equals(Selection.of(new Item.OfState(state)))) {
                return at.add(0, 12);
            }
        }
        throw new AssertionError("no state " + state);
    }

    @Test
    void theSettingOfReducedMotionReachesTheFold(FxRobot robot) throws IOException {
        open("network.unfold", demo());
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        CheckBox motion = robot.lookup(CheckBox.class::isInstance).queryAs(CheckBox.class);
        robot.clickOn(motion);
        robot.push(KeyCode.ESCAPE);
        test.onScreen(() -> {
            test.bench.toggleFold();
            assertThat(stage(test).foldProperty().get()).isZero();
        });
    }

    @Test
    void aRecentFileOpensFromTheFirstPageAndOneThatIsGoneIsExplained(FxRobot robot) throws IOException {
        Path first = open("first.unfold", demo().edit().title("The first").build());
        Path second = open("second.unfold", demo().edit().title("The second").build());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        assertThat(recent(robot)).hasSize(2);
        assertThat(recent(robot).get(0)).startsWith("Open The second");
        pressRecent(robot, "The first");
        assertThat(document().title()).isEqualTo("The first");
        assertThat(test.bench.window().isWelcome()).isFalse();
        Files.delete(second);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        pressRecent(robot, "The second");
        assertThat(TestBench.text(robot, "broken-file-reason"))
                .startsWith("There is no such file.")
                .contains("moved or renamed");
        assertThat(document().title()).as("what was open stays").isEqualTo("The first");
        robot.push(KeyCode.ESCAPE);
        test.onScreen(test.bench::showWelcome);
        assertThat(recent(robot))
                .as("it is forgotten")
                .hasSize(1)
                .first()
                .asString()
                .contains("The first");
        assertThat(first).exists();
    }

    private static List<String> recent(FxRobot robot) {
        return robot.lookup(".recent-row").queryAllAs(Button.class).stream()
                .sorted(Comparator.comparingDouble(Node::getLayoutY))
                .map(Node::getAccessibleText)
                .toList();
    }

    private void pressRecent(FxRobot robot, String title) {
        Button row = robot.lookup(".recent-row").queryAllAs(Button.class).stream()
                .filter(button -> button.getAccessibleText().startsWith("Open " + title))
                .findFirst()
                .orElseThrow();
        test.onScreen(row::fire);
    }

    @Test
    void theGalleryDrawsEveryNetworkFromItsFile(FxRobot robot) {
        Set<NetworkThumbnail> pictures = robot.lookup(".network-thumbnail").queryAllAs(NetworkThumbnail.class);
        assertThat(pictures).hasSameSizeAs(Presets.all());
        for (Presets.Preset preset : Presets.all()) {
            NetworkThumbnail picture = (NetworkThumbnail)
                    robot.lookup("#network-" + preset.name()).query().lookup(".network-thumbnail");
            assertThat(picture.getAccessibleText())
                    .as(preset.name())
                    .startsWith(preset.document().states().size() + " state")
                    .contains(preset.document().transitions().size() + " transition");
            assertThat(ink(picture)).as("ink of %s", preset.name()).isGreaterThan(200);
        }
    }

    /** Pixels that are drawn. */
    private int ink(NetworkThumbnail picture) {
        int[] drawn = new int[1];
        test.onScreen(() -> {
            Canvas canvas = (Canvas) picture.getChildrenUnmodifiable().get(0);
            PixelReader pixels = canvas.snapshot(null, null).getPixelReader();
            int ground = pixels.getArgb(0, 0);
            for (int y = 0; y < canvas.getHeight(); y++) {
                for (int x = 0; x < canvas.getWidth(); x++) {
                    drawn[0] += pixels.getArgb(x, y) == ground ? 0 : 1;
                }
            }
        });
        return drawn[0];
    }

    @Test
    void statesCopiedInOneWindowArePastedInAnother(FxRobot robot) throws IOException {
        NetworkDocument four = Presets.find("4-state-frnn").orElseThrow().document();
        open("four.unfold", four);
        TestBench[] other = new TestBench[1];
        test.onScreen(() -> {
            Stage window = new Stage();
            window.setX(60);
            window.setY(60);
            window.setWidth(1100);
            window.setHeight(720);
            other[0] = new TestBench(window, folder.resolve("other"));
            other[0].bench.files().openNew();
            other[0].bench.window().setWelcome(false);
            window.requestFocus();
        });
        focus(test);
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.CONTROL, KeyCode.C);
        focus(other[0]);
        robot.push(KeyCode.CONTROL, KeyCode.V);
        NetworkDocument pasted = other[0].bench.document().document();
        assertThat(pasted.states()).isEqualTo(four.states());
        assertThat(Set.copyOf(pasted.transitions())).isEqualTo(Set.copyOf(four.transitions()));
        assertThat(document()).as("the first is as it was").isEqualTo(four);
        focus(other[0]);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(other[0].bench.document().document().states()).isEmpty();
        test.onScreen(() -> other[0].bench.scene().getWindow().hide());
    }

    private void focus(TestBench window) {
        test.onScreen(() -> {
            ((Stage) window.bench.scene().getWindow()).toFront();
            window.bench.scene().getWindow().requestFocus();
            stage(window).requestFocus();
        });
    }
}
