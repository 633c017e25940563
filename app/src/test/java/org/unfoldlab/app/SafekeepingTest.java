package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unfoldlab.app.TestBench.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.Presets;

/** What was drawn or typed is in a file, or somebody was asked. */
@ExtendWith(ApplicationExtension.class)
class SafekeepingTest {
    private final Path folder = TestBench.temporaryFolder("safekeeping");
    private final Path file = folder.resolve("network.unfold");

    @SuppressWarnings("NullAway.Init") // made by start
    private TestBench test;

    @Start
    void start(Stage stage) throws IOException {
        stage.setWidth(1280);
        stage.setHeight(800);
        test = new TestBench(stage, folder);
        NetworkFiles.write(file, titled("Mine"));
        test.bench.files().open(file);
    }

    private static NetworkDocument titled(String title) {
        return Presets.find(Workbench.DEMO)
                .orElseThrow()
                .document()
                .edit()
                .title(title)
                .build();
    }

    private NetworkDocument document() {
        return test.bench.document().document();
    }

    private void edit(String title) {
        test.onScreen(() -> test.bench.document().edit("Rename", titled(title)));
    }

    private void theyWrite(String title) throws IOException {
        NetworkFiles.write(file, titled(title));
        test.onScreen(() -> test.bench.files().checkDisk());
    }

    private static String saveState(FxRobot robot) {
        return TestBench.text(robot, "save-state");
    }

    private boolean isAskedBeforeLeaving() {
        boolean[] left = {false};
        test.onScreen(() -> test.bench.quit(() -> left[0] = true));
        boolean asked = !left[0] && test.bench.window().sheet().isOpen();
        test.onScreen(() -> test.bench.window().sheet().close());
        return asked;
    }

    private static String message(FxRobot robot) {
        return robot.lookup(".message-panel").queryAll().stream()
                .map(panel -> String.valueOf(panel.getAccessibleText()))
                .findFirst()
                .orElse("");
    }

    @Test
    void mineThatIsKeptAgainstAnotherVersionIsUnsaved(FxRobot robot) throws IOException {
        theyWrite("Theirs, much longer than before");
        assertThat(message(robot)).startsWith("The file changed on disk. What you see is still");
        robot.clickOn("#message-keep-mine");
        assertThat(document().title()).isEqualTo("Mine");
        assertThat(saveState(robot)).isEqualTo("Edited · not saved");
        assertThat(isAskedBeforeLeaving()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertThat(file).content().contains("\"Mine\"");
        assertThat(saveState(robot)).isEqualTo("Saved");
    }

    @Test
    void theirsIsLoadedAsAStepThatUndoTakesBack(FxRobot robot) throws IOException {
        edit("Mine, edited");
        theyWrite("Theirs, much longer than before");
        assertThat(message(robot)).contains("You have one unsaved edit.");
        robot.clickOn("#message-load-theirs");
        assertThat(document().title()).startsWith("Theirs");
        assertThat(saveState(robot)).isEqualTo("Saved");
        robot.clickOn("#undo");
        assertThat(document().title()).isEqualTo("Mine, edited");
        assertThat(saveState(robot)).isEqualTo("Edited · not saved");
    }

    @Test
    void savingMineSettlesTheMatter(FxRobot robot) throws IOException {
        edit("Mine, edited");
        theyWrite("Theirs, much longer than before");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertThat(message(robot)).isEmpty();
        assertThat(file).content().contains("\"Mine, edited\"");
    }

    @Test
    void aFileThatIsTouchedButHoldsTheSameIsNoMatter(FxRobot robot) throws IOException {
        edit("Mine, edited");
        Files.writeString(file, "\n", java.nio.file.StandardOpenOption.APPEND);
        test.onScreen(() -> test.bench.files().checkDisk());
        assertThat(message(robot)).isEmpty();
        assertThat(saveState(robot)).isEqualTo("Edited · not saved");
    }

    @Test
    void aFileThatIsGoneLeavesADrawingThatIsInNoFileUntilItIsSavedAgain(FxRobot robot) throws IOException {
        Files.delete(file);
        test.onScreen(() -> test.bench.files().checkDisk());
        assertThat(message(robot)).startsWith("network.unfold is no longer there.");
        assertThat(isAskedBeforeLeaving()).isTrue();
        robot.clickOn("#message-save-again");
        assertThat(file).content().contains("\"Mine\"");
        assertThat(saveState(robot)).isEqualTo("Saved");
        assertThat(message(robot)).isEmpty();
    }

    @Test
    void theDemoAsksOnceAndTrainsNothingIfOneThinksBetterOfIt(FxRobot robot) {
        edit("Mine, edited");
        test.onScreen(test.bench::startDemo);
        robot.clickOn("#answer-cancel");
        assertThat(test.workers.started).isEmpty();
        assertThat(document().title()).isEqualTo("Mine, edited");
        test.onScreen(test.bench::startDemo);
        robot.clickOn("#answer-discard-edits");
        assertThat(test.bench.window().sheet().isOpen()).as("asks again").isFalse();
        assertThat(test.workers.started).hasSize(1);
    }

    @Test
    void fromTheFirstPageAWayLeadsBackToTheNetworkAndItsHistory(FxRobot robot) {
        edit("Mine, edited");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        assertThat(test.bench.window().isWelcome()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(test.bench.window().isWelcome()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        robot.clickOn("#back-to-network");
        assertThat(test.bench.window().isWelcome()).isFalse();
        robot.clickOn("#undo");
        assertThat(document().title()).isEqualTo("Mine");
    }

    @Test
    void whatIsSaidOnTheFirstPageIsSeenThere(FxRobot robot) {
        test.onScreen(test.bench::showWelcome);
        test.onScreen(() -> test.bench.desk().open(folder));
        Node panel = robot.lookup(".message-panel").query();
        soon(() -> assertThat(panel.getBoundsInLocal().getHeight()).isBetween(30.0, 200.0));
        for (Node node = panel; node != null; node = node.getParent()) {
            assertThat(node.isVisible()).as("%s", node).isTrue();
        }
        test.onScreen(test.bench::showNetwork);
        assertThat(robot.lookup(".message-panel").queryAll()).hasSize(1);
    }

    private TextField field(FxRobot robot, String name) {
        return (TextField) robot.lookup(node -> node instanceof TextField
                        && String.valueOf(node.getAccessibleText()).startsWith(name))
                .query();
    }

    @Test
    void whatIsStillBeingTypedIsSavedTrainedAndAskedFor(FxRobot robot) {
        TextField title = field(robot, "Title");
        test.onScreen(() -> {
            title.requestFocus();
            title.selectAll();
        });
        robot.write("Typed");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertThat(file).content().contains("\"Typed\"");
        robot.write(" on");
        assertThat(title.getText()).as("the caret stays where it was").isEqualTo("Typed on");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(test.workers.started.get(0).orElseThrow().title()).isEqualTo("Typed on");
        assertThat(isAskedBeforeLeaving()).isTrue();
    }
}
