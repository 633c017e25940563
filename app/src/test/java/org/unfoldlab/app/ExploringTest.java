package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unfoldlab.app.TestBench.soon;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.unfoldlab.app.shell.Mode;
import org.unfoldlab.model.explore.ExploreAnswer;
import org.unfoldlab.model.explore.ExploreQuestion;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.viz.explore.ThoughtView;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.graph.StateChannel;

/** Explore in the window, with a process that answers by rule. */
@ExtendWith(ApplicationExtension.class)
class ExploringTest {
    @SuppressWarnings("NullAway.Init") // made by start
    private TestBench test;

    @Start
    void start(Stage stage) throws Exception {
        test = new TestBench(stage, Files.createTempDirectory("unfold-exploring"));
        test.bench.startDemo();
    }

    private void train() {
        test.workers.begin(0);
        test.workers.epoch(1);
        test.workers.stop(new StopReason.Completed());
        test.poll();
    }

    private void explore() {
        train();
        test.onScreen(() -> test.bench.show(Mode.EXPLORE));
    }

    private static ThoughtView thought(FxRobot robot) {
        return robot.lookup("#thought").queryAs(ThoughtView.class);
    }

    private static String title(FxRobot robot) {
        return TestBench.text(robot, "explore-title");
    }

    @Test
    void withoutARunItSaysWhatToDoAndStartsNoProcess(FxRobot robot) {
        test.onScreen(() -> test.bench.show(Mode.EXPLORE));
        assertThat(TestBench.text(robot, "explore-empty-title")).isEqualTo("Nothing trained yet");
        assertThat(TestBench.text(robot, "explore-empty-hint")).contains("after the first epoch");
        assertThat(test.explorers.started).isZero();
        train();
        assertThat(test.explorers.started).as("the first checkpoint opens it").isOne();
        assertThat(robot.lookup("#explore-empty").queryAs(Node.class).isVisible())
                .isFalse();
    }

    @Test
    void imagesThatNeedTimeAreListedAtTAndTheSlowestIsShownFirst(FxRobot robot) {
        explore();
        assertThat(title(robot)).isEqualTo("Cross, wrong until t = 4");
        assertThat(TestBench.text(robot, "explore-origin")).isEqualTo("Test image 25 of 100 · run 1, epoch 1");
        assertThat(thought(robot).getAccessibleText())
                .contains("t = 3: square, 64 %. t = 4: cross, 64 %.")
                .doesNotContain("t = 1:");
        ListView<?> slow = robot.lookup("#need-time").queryListView();
        assertThat(slow.getItems()).hasSize(2);
        assertThat(robot.lookup("#lose-by-time").queryListView().getItems()).hasSize(1);
        test.onScreen(() -> test.bench.document().setReadoutTime(4));
        assertThat(slow.getItems()).as("image 25 is still wrong at T = 4").hasSize(1);
        test.onScreen(() -> slow.getSelectionModel().select(0));
        assertThat(TestBench.text(robot, "explore-origin")).startsWith("Test image 3 of 100");
        test.onScreen(() -> test.bench.document().setReadoutTime(1));
        assertThat(title(robot)).endsWith(", no signal yet");
        assertThat(robot.lookup("#need-time").queryListView().getItems()).isEmpty();
    }

    @Test
    void imagesThatNeedTimeAreAskedForAgainUpToALaterT(FxRobot robot) {
        explore();
        test.onScreen(() -> test.bench.document().setReadoutTime(10));
        assertThat(TestBench.text(robot, "need-time-about")).isEqualTo("Asked up to t = 8.");
        assertThat(TestBench.text(robot, "find-images")).isEqualTo("Find them up to T = 10");
        robot.clickOn("#find-images");
        assertThat(test.explorers.last(ExploreQuestion.Survey.class).last()).isEqualTo(10);
        assertThat(TestBench.text(robot, "need-time-about")).endsWith("right at T = 10");
        assertThat(robot.lookup("#need-time").queryListView().getItems()).hasSize(2);
        test.onScreen(() -> test.bench.document().setReadoutTime(30));
        assertThat(TestBench.text(robot, "need-time-about")).startsWith("T = 30 is beyond t = 24");
        assertThat(TestBench.text(robot, "find-images")).startsWith("Ask all");
    }

    @Test
    void spacePlaysAndArrowsStepThroughTAndWithReducedMotionSpaceSteps(FxRobot robot) {
        explore();
        test.onScreen(() -> thought(robot).requestFocus());
        robot.push(KeyCode.HOME);
        assertThat(thought(robot).scene().orElseThrow().shown()).isZero();
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        assertThat(thought(robot).scene().orElseThrow().shown()).isEqualTo(2);
        robot.push(KeyCode.SPACE);
        test.onScreen(() -> {});
        assertThat(TestBench.text(robot, "explore-play")).isEqualTo("Pause");
        soon(() -> assertThat(thought(robot).scene().orElseThrow().shown()).isGreaterThan(2));
        robot.push(KeyCode.SPACE);
        assertThat(TestBench.text(robot, "explore-play")).isEqualTo("Play t = 0 to 8");
        test.onScreen(() -> {
            test.bench.setReducedMotion(true);
            thought(robot).requestFocus();
        });
        robot.push(KeyCode.END).push(KeyCode.SPACE);
        assertThat(thought(robot).scene().orElseThrow().shown()).isZero();
        robot.push(KeyCode.SPACE);
        assertThat(thought(robot).scene().orElseThrow().shown()).isOne();
        assertThat(TestBench.text(robot, "explore-play")).startsWith("Play");
    }

    @Test
    void aPatchIsDraggedOrMovedByKeysNoiseIsSeededAndLaterReadoutsRecover(FxRobot robot) {
        explore();
        test.onScreen(
                () -> robot.lookup("#patch-size").<ComboBox<Integer>>query().setValue(8));
        assertThat(thought(robot).scene().orElseThrow().unspoilt()).isPresent();
        assertThat(TestBench.text(robot, "explore-remark"))
                .isEqualTo("Spoiling changes the answer at t = 2 to 6; from t = 7 on it is as unspoilt.");
        assertThat(title(robot)).isEqualTo("Cross, wrong at every t");
        Bounds image = robot.lookup("#explore-image")
                .query()
                .localToScreen(robot.lookup("#explore-image").query().getBoundsInLocal());
        Point2D middle = new Point2D(image.getCenterX(), image.getCenterY());
        robot.drag(middle).dropTo(new Point2D(image.getMinX() + 3, image.getMinY() + 3));
        byte[] pixels = test.explorers.last(ExploreQuestion.Think.class).pixels();
        assertThat(pixels[0]).as("the corner is hidden by the neutral colour").isEqualTo((byte) -128);
        assertThat(pixels[8]).as("beside the patch the image is itself").isZero();
        robot.clickOn("#unspoil");
        assertThat(thought(robot).scene().orElseThrow().unspoilt()).isEmpty();
        assertThat(title(robot)).isEqualTo("Cross, wrong until t = 4");
        test.onScreen(() -> {
            robot.lookup("#patch-size").<ComboBox<Integer>>query().setValue(16);
            robot.lookup("#explore-image").query().requestFocus();
        });
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.SHIFT, KeyCode.UP);
        byte[] moved = test.explorers.last(ExploreQuestion.Think.class).pixels();
        assertThat(moved[9]).isEqualTo((byte) -128);
        assertThat(moved[8]).isZero();
        robot.clickOn("#unspoil");
        test.onScreen(() -> robot.lookup("#noise").queryAs(Slider.class).setValue(20));
        byte[] once = test.explorers.last(ExploreQuestion.Think.class).pixels();
        robot.clickOn("#new-noise");
        byte[] again = test.explorers.last(ExploreQuestion.Think.class).pixels();
        assertThat(again).isNotEqualTo(once);
        test.onScreen(() -> robot.lookup("#noise").queryAs(Slider.class).setValue(0));
        assertThat(thought(robot).scene().orElseThrow().unspoilt()).isEmpty();
    }

    @Test
    void aMapOpensItsChannelsAndAChannelIsChosenForTheWholeRow(FxRobot robot) {
        explore();
        ThoughtView view = thought(robot);
        Point2D map = view.localToScreen(view.place(new StateAt("V2", 3)).orElseThrow());
        robot.clickOn(map);
        assertThat(test.bench.document().selectionProperty().get())
                .isEqualTo(Selection.of(new Item.OfStateAt(new StateAt("V2", 3))));
        assertThat(TestBench.text(robot, "channel-title")).isEqualTo("V2 at t = 3");
        test.onScreen(() -> robot.lookup("#channel-grid").query().requestFocus());
        robot.push(KeyCode.HOME).push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        assertThat(test.bench.document().channelProperty().get()).contains(new StateChannel("V2", 2));
        assertThat(view.scene().orElseThrow().channels()).containsEntry("V2", 2);
        test.onScreen(view::requestFocus);
        robot.push(KeyCode.DOWN);
        assertThat(TestBench.text(robot, "channel-title")).isEqualTo("V1 at t = 3");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#need-time").tryQuery()).isPresent();
        test.onScreen(() -> test.bench.document().channelProperty().set(Optional.of(new StateChannel("V1", 5))));
        assertThat(thought(robot).scene().orElseThrow().channels()).containsEntry("V1", 5);
    }

    @Test
    void aKeyWithCtrlIsTheWindowsNotTheDrawings(FxRobot robot) {
        explore();
        ThoughtView view = thought(robot);
        test.onScreen(view::requestFocus);
        robot.push(KeyCode.END);
        int shown = view.scene().orElseThrow().shown();
        robot.push(KeyCode.CONTROL, KeyCode.HOME);
        assertThat(view.scene().orElseThrow().shown()).isEqualTo(shown).isPositive();
        robot.clickOn(view.localToScreen(view.place(new StateAt("V2", 3)).orElseThrow()));
        test.onScreen(() -> robot.lookup("#channel-grid").query().requestFocus());
        robot.push(KeyCode.HOME).push(KeyCode.CONTROL, KeyCode.END);
        assertThat(test.bench.document().channelProperty().get()).contains(new StateChannel("V2", 0));
    }

    @Test
    void aSurveyShowsItsProgressAndCanBeCancelled(FxRobot robot) {
        test.explorers.silent = true;
        explore();
        test.onScreen(() -> test.explorers.say(test.explorers.ready(0)));
        long id = test.explorers.last(ExploreQuestion.Survey.class).id();
        test.onScreen(() -> test.explorers.say(new ExploreAnswer.Progress(id, 0.42)));
        assertThat(robot.lookup("42 % asked").tryQuery()).isPresent();
        robot.clickOn("#cancel-survey");
        assertThat(test.explorers.last(ExploreQuestion.Cancel.class)).isNotNull();
        assertThat(robot.lookup("#find-images").queryButton().getText()).isEqualTo("Find them");
        test.onScreen(() -> test.explorers.say(test.explorers.surveyed(id, 8)));
        assertThat(robot.lookup("#need-time").queryListView().getItems())
                .as("what a cancelled survey still finds is not shown")
                .isEmpty();
    }

    @Test
    void testImagesAreBrowsedFilesAreOpenedAndABadOneIsSaid(FxRobot robot) {
        explore();
        robot.clickOn("#browse-images");
        assertThat(TestBench.text(robot, "page-place")).isEqualTo("1–45 of 100");
        robot.clickOn("#next-page");
        assertThat(TestBench.text(robot, "page-place")).isEqualTo("46–90 of 100");
        test.onScreen(
                () -> robot.lookup("#image-class").<ComboBox<String>>query().setValue("star"));
        assertThat(TestBench.text(robot, "page-place")).isEqualTo("1–10 of 10");
        robot.clickOn(robot.lookup("#image-page .button").nth(1).queryButton());
        assertThat(TestBench.text(robot, "explore-origin")).startsWith("Test image 13 of 100");
        assertThat(test.bench.window().sheet().isOpen()).isFalse();
        test.answers.add(Path.of("/pictures/cat.png"));
        robot.clickOn("#open-image");
        assertThat(TestBench.text(robot, "explore-origin")).startsWith("cat.png, brought to 32×32 px");
        assertThat(title(robot)).isEqualTo("cat.png: disc at t = 5");
        test.answers.add(Path.of("/pictures/notes.txt"));
        robot.clickOn("#open-image");
        assertThat(TestBench.text(robot, "explore-remark")).isEqualTo("/pictures/notes.txt is no image.");
        robot.clickOn("#next-image");
        assertThat(TestBench.text(robot, "explore-origin")).startsWith("Test image 0 of 100");
    }

    @Test
    void aDeadProcessLeavesTheWindowAliveAndCanBeStartedAgain(FxRobot robot) {
        explore();
        test.onScreen(() -> test.explorers.die(139, ""));
        assertThat(TestBench.text(robot, "explore-empty-title")).isEqualTo("Run 1 is not answering any more");
        assertThat(TestBench.text(robot, "explore-empty-hint"))
                .isEqualTo("The process that answers crashed in native code. The run and your drawing are unharmed.");
        robot.clickOn("#explore-again");
        assertThat(test.explorers.started).isEqualTo(2);
        assertThat(title(robot)).isEqualTo("Cross, wrong until t = 4");
    }

    @Test
    void missingDataAreSaidInTheProcessesOwnWords(FxRobot robot) {
        test.explorers.silent = true;
        explore();
        test.onScreen(
                () -> test.explorers.die(1, "unfold: cifar10 is not there; fetch it by 'unfold data get cifar10'."));
        assertThat(TestBench.text(robot, "explore-empty-title")).isEqualTo("Run 1 cannot be explored");
        assertThat(TestBench.text(robot, "explore-empty-hint")).startsWith("cifar10 is not there; fetch it");
    }

    @Test
    void aNewerCheckpointIsTakenWhileTheRunGoesOn(FxRobot robot) {
        test.workers.begin(0);
        test.workers.epoch(1);
        test.poll();
        test.onScreen(() -> test.bench.show(Mode.EXPLORE));
        assertThat(TestBench.text(robot, "explore-origin")).endsWith("run 1, epoch 1");
        assertThat(test.explorers.asked)
                .as("while a run trains the survey waits to be asked for")
                .noneMatch(ExploreQuestion.Survey.class::isInstance);
        test.explorers.epochs = 2;
        test.workers.epoch(2);
        test.poll();
        assertThat(TestBench.text(robot, "explore-origin")).endsWith("run 1, epoch 2");
        assertThat(test.explorers.started).as("the same process goes on").isOne();
    }

    @Test
    void thatACheckpointCouldNotBeReadIsForgottenWhenTheNextOneIs(FxRobot robot) {
        test.workers.begin(0);
        test.workers.epoch(1);
        test.poll();
        test.onScreen(() -> test.bench.show(Mode.EXPLORE));
        test.explorers.silent = true;
        test.workers.epoch(2);
        test.poll();
        long id = test.explorers.last(ExploreQuestion.Renew.class).id();
        test.onScreen(() -> test.explorers.say(new ExploreAnswer.Trouble(id, "checkpoint-2.npz cannot be read.")));
        assertThat(TestBench.text(robot, "explore-remark")).isEqualTo("checkpoint-2.npz cannot be read.");
        test.explorers.silent = false;
        test.explorers.epochs = 3;
        test.workers.epoch(3);
        test.poll();
        assertThat(TestBench.text(robot, "explore-origin")).endsWith("run 1, epoch 3");
        assertThat(TestBench.text(robot, "explore-remark")).doesNotContain("cannot be read");
    }
}
