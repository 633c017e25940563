package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.unfoldlab.app.equivalence.CheckPhase;
import org.unfoldlab.model.equivalence.Comparison;
import org.unfoldlab.model.equivalence.CopyGradients;
import org.unfoldlab.model.equivalence.Difference;
import org.unfoldlab.model.equivalence.EquivalenceReport;
import org.unfoldlab.model.equivalence.EquivalenceSettings;
import org.unfoldlab.model.equivalence.Finding;
import org.unfoldlab.model.equivalence.StatePicture;
import org.unfoldlab.model.equivalence.linear.Eigenvalue;
import org.unfoldlab.model.graph.SharingEdits;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.viz.equivalence.BenchView;
import org.unfoldlab.viz.equivalence.EigenvaluePlane;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;

@ExtendWith(ApplicationExtension.class)
class VerifyInWindowTest {
    private static final StateAt START = new StateAt("V1", 0);
    private static final StateAt LATER = new StateAt("V2", 3);
    private static final Difference TINY = new Difference(1, 1, 2e-15, 2e-15);
    private static final Difference LARGE = new Difference(1, 1.04, 4e-2, 4e-2);

    private Path folder = Path.of(".");

    @SuppressWarnings("NullAway.Init") // made by start
    private TestBench test;

    @Start
    void start(Stage stage) throws IOException {
        folder = Files.createTempDirectory("unfold-verify");
        test = new TestBench(stage, folder);
        Path file = folder.resolve("small.unfold");
        NetworkFiles.write(file, SmallNetworks.demo());
        test.bench.files().open(file);
        test.bench.show(org.unfoldlab.app.shell.Mode.VERIFY);
    }

    /** All findings of a check whose later state differs by so much. */
    private void find(Difference later) {
        EquivalenceSettings settings =
                test.checker.started.get(test.checker.started.size() - 1).withTrainingSteps(1);
        Map<StateAt, Difference> states = Map.of(START, TINY, LATER, later);
        StatePicture picture =
                new StatePicture(2, 2, new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4}, new double[4]);
        CopyGradients gradients = new CopyGradients(
                "V2-V2/conv1",
                0,
                List.of(
                        new CopyGradients.OneCopy("V2-V2@2", 2, 0.04, 1),
                        new CopyGradients.OneCopy("V2-V2@3", 3, 0.02, 1)),
                0.06,
                0.06,
                TINY);
        Comparison comparison = new Comparison(
                "unfolded",
                List.of(states, states),
                TINY,
                TINY,
                Map.of("V2-V2/conv1", TINY),
                Map.of("V2-V2/conv1", TINY),
                Map.of());
        EquivalenceReport report = new EquivalenceReport(
                "small",
                4,
                9,
                settings,
                comparison,
                List.of(gradients),
                Map.of(START, picture, LATER, picture),
                new double[] {-1, 1, -1, 1},
                List.of(),
                List.of("folded: test", "unfolded: test"),
                Duration.ofSeconds(1));
        test.onScreen(() -> {
            test.checker.find(new Finding.Built(7, 9));
            test.checker.find(new Finding.StateFound(START, TINY, picture));
            test.checker.find(new Finding.StateFound(LATER, later, picture));
            test.checker.find(new Finding.AnswerFound(TINY, TINY));
            test.checker.find(new Finding.GradientFound(gradients));
            test.checker.find(new Finding.Trained(1, states, Map.of(LATER, picture)));
            test.checker.find(new Finding.Finished(report));
        });
    }

    @Test
    void aCheckEndsWithAVerdictInWords(FxRobot robot) {
        assertThat(TestBench.text(robot, "verdict")).isEqualTo("Not checked yet");
        robot.clickOn("#check");
        assertThat(TestBench.text(robot, "check")).isEqualTo("Cancel");
        find(TINY);
        assertThat(TestBench.text(robot, "verdict")).isEqualTo("Equivalent within 2e-15");
        assertThat(TestBench.text(robot, "verdict-sentence"))
                .isEqualTo("Bound 1e-9 relative, float64, T = 4, 1 training step.");
        assertThat(TestBench.text(robot, "worst-states")).isEqualTo("2e-15");
        assertThat(TestBench.text(robot, "bars-title")).contains("copy by copy");
        assertThat(TestBench.text(robot, "check")).isEqualTo("Check again");
    }

    @Test
    void aStepThatIsUntiedIsCheckedAgainAndTheDifferenceHasAPlace(FxRobot robot) {
        BenchView view = robot.lookup("#bench").queryAs(BenchView.class);
        double[] place = view.place(LATER).orElseThrow();
        robot.clickOn(view.localToScreen(new Point2D(place[0], place[1])));
        assertThat(TestBench.text(robot, "pictures-title")).isEqualTo("V2 at t = 3");
        robot.clickOn("#untie");
        assertThat(test.checker.started.get(0).alteration().untied()).isEqualTo(Set.of(new Step("V2-V2", 3)));
        find(LARGE);
        assertThat(TestBench.text(robot, "verdict")).isEqualTo("Not equivalent");
        assertThat(TestBench.text(robot, "verdict-sentence"))
                .isEqualTo("First difference in V2 at t = 3, 4e-2; V2-V2 is untied at t = 3.");
        Labeled worst = robot.lookup("#worst-states").queryAs(Labeled.class);
        assertThat(worst.getStyleClass()).contains("error-text");
        robot.clickOn("#mend");
        assertThat(test.checker.started.get(1).alteration().isNone()).isTrue();
        assertThat(worst.getStyleClass()).as("a dash is not beyond the bound").doesNotContain("error-text");
        assertThat(worst.getAccessibleText()).as("the dash itself is spoken").isNull();
    }

    private static CopyGradients gradientAt(int time) {
        String place = "V2-V2@" + time;
        return new CopyGradients(
                "V2-V2/conv1@" + time, 0, List.of(new CopyGradients.OneCopy(place, time, 0.04, 1)), 0.04, 0.04, TINY);
    }

    @Test
    void theGradientOfTheChosenStepIsShownWhereStepsHaveWeightsOfTheirOwn(FxRobot robot) throws IOException {
        Path file = folder.resolve("unshared.unfold");
        NetworkFiles.write(file, SharingEdits.none(SmallNetworks.demo()));
        test.onScreen(() -> test.bench.files().open(file));
        robot.clickOn("#check");
        test.onScreen(() -> {
            test.checker.find(new Finding.Built(7, 9));
            test.checker.find(new Finding.GradientFound(gradientAt(2)));
            test.checker.find(new Finding.GradientFound(gradientAt(3)));
        });
        for (int time : List.of(3, 2)) {
            Item step = new Item.OfStep(new Step("V2-V2", time));
            test.onScreen(() -> test.bench.document().selectionProperty().set(Selection.of(step)));
            assertThat(TestBench.text(robot, "bars-detail")).startsWith("weight 1 of V2-V2/conv1@" + time);
        }
    }

    @Test
    void figuresNeverOutliveTheNetworkThatTheyBelongTo(FxRobot robot) {
        robot.clickOn("#check");
        find(TINY);
        test.onScreen(() -> test.bench.document().setReadoutTime(5));
        assertThat(TestBench.text(robot, "verdict")).isEqualTo("Not checked yet");
        assertThat(TestBench.text(robot, "worst-states")).isEqualTo("–");
        robot.clickOn("#check");
        test.onScreen(() -> test.bench.document().setReadoutTime(4));
        assertThat(test.checker.cancelled).isEqualTo(1);
        test.onScreen(() -> test.checker.find(new Finding.Built(1, 2)));
        assertThat(test.bench.verify().model().record().isEmpty()).isTrue();
    }

    @Test
    void aCheckingProcessThatDiesIsSaidAndTheWindowLives(FxRobot robot) {
        robot.clickOn("#check");
        test.onScreen(() -> test.checker.end(139, ""));
        assertThat(TestBench.text(robot, "verdict")).isEqualTo("Nothing was compared");
        assertThat(TestBench.text(robot, "verdict-sentence")).contains("ended with code 139", "check again");
        assertThat(test.bench.verify().model().phase()).isInstanceOf(CheckPhase.Ended.class);
        assertThat(TestBench.text(robot, "check")).isEqualTo("Check");
    }

    @Test
    void withoutASignalThereIsNothingToCheck(FxRobot robot) {
        test.onScreen(() -> test.bench.document().setReadoutTime(1));
        assertThat(TestBench.text(robot, "verdict-sentence")).contains("No signal yet at T = 1");
        assertThat(robot.lookup("#check").queryAs(Button.class).isDisabled()).isTrue();
    }

    @Test
    void spacePlaysTheTimeSteps(FxRobot robot) throws Exception {
        BenchView view = robot.lookup("#bench").queryAs(BenchView.class);
        test.onScreen(view::requestFocus);
        robot.push(KeyCode.SPACE);
        WaitForAsyncUtils.waitFor(
                10,
                java.util.concurrent.TimeUnit.SECONDS,
                () -> view.lightProperty().get() > 0.1);
        robot.push(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(TestBench.text(robot, "check-headline")).matches("Step \\d of 3");
    }

    @Test
    void theCertificateLiesBesideTheNetworkThatItsCommandNames(FxRobot robot) throws IOException {
        robot.clickOn("#check");
        find(TINY);
        test.answers.add(folder.resolve("page.txt"));
        test.onScreen(robot.lookup("#save-certificate").queryAs(Button.class)::fire);
        List<String> page = Files.readAllLines(folder.resolve("page.txt"));
        assertThat(page.get(0)).isEqualTo("Equivalent within 2e-15.");
        assertThat(page.get(page.size() - 1))
                .startsWith("repeat    unfold equivalence page.unfold --steps 1 --precision double");
        assertThat(folder.resolve("page.unfold")).exists();
    }

    @Test
    void aCertificateReplacesNoOtherNetworkAndSaysWhereItLies(FxRobot robot) throws IOException {
        String other = "another network";
        Files.writeString(folder.resolve("page.unfold"), other);
        robot.clickOn("#check");
        find(TINY);
        test.answers.add(folder.resolve("page.txt"));
        test.onScreen(robot.lookup("#save-certificate").queryAs(Button.class)::fire);
        assertThat(folder.resolve("page.unfold")).hasContent(other);
        assertThat(folder.resolve("page-certificate.unfold")).exists();
        assertThat(Files.readString(folder.resolve("page.txt"))).contains("equivalence page-certificate.unfold");
        assertThat(said(robot)).startsWith("Exported to page.txt.");
        test.answers.add(folder.resolve("nowhere/page.txt"));
        test.onScreen(robot.lookup("#save-certificate").queryAs(Button.class)::fire);
        assertThat(said(robot)).startsWith("page.txt was not written.");
    }

    private static String said(FxRobot robot) {
        return robot.lookup(".message-panel").query().getAccessibleText();
    }

    @Test
    void anEigenvalueIsDraggedAndTheMatrixFollows(FxRobot robot) {
        robot.clickOn("#view-linear");
        assertThat(TestBench.text(robot, "linear-verdict")).startsWith("Power and loop agree within ");
        EigenvaluePlane plane = robot.lookup("#plane").queryAs(EigenvaluePlane.class);
        double[] from = plane.place(plane.valuesProperty().get().get(0));
        robot.drag(plane.localToScreen(new Point2D(from[0], from[1])))
                .dropTo(plane.localToScreen(new Point2D(from[0] - 40, from[1] - 10)));
        WaitForAsyncUtils.waitForFxEvents();
        double[] to = plane.place(plane.valuesProperty().get().get(0));
        assertThat(to[0]).isBetween(from[0] - 44, from[0] - 36);
        assertThat(to[1]).isBetween(from[1] - 14, from[1] - 6);
    }

    @Test
    void powerAndLoopThatRoundingDrivesApartDoNotAgree(FxRobot robot) {
        robot.clickOn("#view-linear");
        enter(robot, "K, row 1, column 1", "-0.7");
        enter(robot, "K, row 1, column 2", "0");
        enter(robot, "K, row 2, column 1", "-0.7");
        enter(robot, "K, row 2, column 2", "0.7");
        assertThat(TestBench.text(robot, "linear-verdict")).startsWith("Power and loop differ by ");
        assertThat(TestBench.text(robot, "linear-sentence")).contains("rounding grows faster than h");
        Node sign = robot.lookup("#linear-verdict-sign").query();
        assertThat(sign.getStyleClass()).doesNotContain("good").contains("warning-icon");
        enter(robot, "K, row 2, column 1", "0");
        assertThat(TestBench.text(robot, "linear-verdict")).startsWith("Power and loop agree within ");
        assertThat(sign.getStyleClass()).doesNotContain("warning-icon").contains("good");
    }

    /** K+I with the eigenvalues 1 and 0.9. */
    private EigenvaluePlane planeOfTwo(FxRobot robot) {
        robot.clickOn("#view-linear");
        List<String> matrix = List.of("0", "0", "0", "-0.1");
        for (int i = 0; i < 4; i++) {
            enter(robot, "K, row " + (i / 2 + 1) + ", column " + (i % 2 + 1), matrix.get(i));
        }
        return robot.lookup("#plane").queryAs(EigenvaluePlane.class);
    }

    private static List<Long> hundredths(EigenvaluePlane plane) {
        return plane.valuesProperty().get().stream()
                .map(value -> Math.round(100 * value.real()))
                .toList();
    }

    @Test
    void arrowsMoveTheSameEigenvaluePastAnother(FxRobot robot) {
        EigenvaluePlane plane = planeOfTwo(robot);
        test.onScreen(() -> {
            press(plane, KeyCode.N);
            for (int i = 0; i < 15; i++) {
                press(plane, KeyCode.RIGHT);
            }
        });
        assertThat(hundredths(plane)).containsExactlyInAnyOrder(100L, 105L);
    }

    @Test
    void anEigenvalueThatWasDraggedPastAnotherStaysChosen(FxRobot robot) {
        EigenvaluePlane plane = planeOfTwo(robot);
        double[] from = plane.place(new Eigenvalue(0.9, 0));
        double[] to = plane.place(new Eigenvalue(1.2, 0));
        robot.drag(plane.localToScreen(new Point2D(from[0], from[1])))
                .dropTo(plane.localToScreen(new Point2D(to[0], to[1])));
        test.onScreen(() -> press(plane, KeyCode.RIGHT));
        assertThat(hundredths(plane)).hasSize(2).contains(100L).doesNotContain(101L);
    }

    private static void press(EigenvaluePlane plane, KeyCode code) {
        Event.fireEvent(plane, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private void enter(FxRobot robot, String entry, String value) {
        TextField field = robot.lookup((TextField node) -> entry.equals(node.getAccessibleText()))
                .query();
        test.onScreen(() -> {
            field.setText(value);
            field.fireEvent(new ActionEvent());
        });
    }

    @Test
    void theGateFixedAtOneHalfIsTheResidualNetwork(FxRobot robot) {
        robot.clickOn("#view-gates");
        assertThat(TestBench.text(robot, "gates-verdict")).isEqualTo("The gate fixed at ½ is the residual network");
        javafx.scene.control.Slider constant = robot.lookup("#constant").queryAs(javafx.scene.control.Slider.class);
        test.onScreen(() -> constant.setValue(0.7));
        assertThat(TestBench.text(robot, "gates-verdict")).isEqualTo("Fixed at 0.70 it is another network");
    }

    @Test
    void everyButtonHasANameForScreenReaders(FxRobot robot) {
        for (String view : List.of("#view-bench", "#view-linear", "#view-gates")) {
            robot.clickOn(view);
            robot.lookup(".button")
                    .queryAllAs(Labeled.class)
                    .forEach(button -> assertThat(
                                    button.getAccessibleText() == null ? button.getText() : button.getAccessibleText())
                            .as("name of %s", button)
                            .isNotBlank());
        }
    }
}
