package org.unfoldlab.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unfoldlab.model.graph.Extras;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.Readout;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Stimulus;
import org.unfoldlab.model.graph.Timing;
import org.unfoldlab.model.graph.Training;
import org.unfoldlab.model.graph.Transition;

class NetworkCheckerTest {
    private static final Shape LARGE = new Shape(4, 8, 8);
    private static final Shape SMALL = new Shape(6, 4, 4);

    @Test
    void soundDocumentHasNoProblems() {
        assertThat(NetworkChecker.check(Networks.twoAreas(5)).problems()).isEmpty();
        assertThat(NetworkChecker.check(Networks.resNet(6)).problems()).isEmpty();
        assertThat(NetworkChecker.check(Networks.fourAreas(5, true)).problems()).isEmpty();
    }

    @Test
    void reportsAllProblemsAtOnceEachWithItsPlace() {
        NetworkDocument document = Networks.twoAreas(5)
                .edit()
                .classes(1)
                .normalization(new Normalization(Normalization.Statistics.PER_TIME, Normalization.Affine.NONE, 0))
                .readout(new Readout("V9", 0))
                .training(Training.PAPER.withEpochs(0).withBatch(1))
                .transitions(List.of(
                        new Transition("V1", "V7", "BRCx2", Shortcut.NONE),
                        new Transition("V1", "V2", "BRX", Shortcut.NONE),
                        new Transition("V2", "V1", "BRDx2", Shortcut.NONE, "1..")))
                .build();
        assertThat(NetworkChecker.check(document)).isInstanceOf(Checked.Rejected.class);
        assertThat(places(document))
                .contains(
                        "classes",
                        "normalization.epsilon",
                        "readout.state",
                        "readout.time",
                        "training.epochs",
                        "training.batch",
                        "transition V1-V7",
                        "transition V1-V2",
                        "transition V2-V1");
    }

    @Test
    void saysHowManyHalvingsAreMissing() {
        NetworkDocument document = Networks.document(
                List.of(new State("V1", 4, 32, 32), new State("V4", 8, 8, 8)),
                List.of(new Transition("V1", "V4", "BRCx1", Shortcut.NONE)),
                "V4",
                3);
        assertThat(sentences(document))
                .contains("V1 → V4: 32² to 8² needs two halvings. Use BRC×2, or add a state between.");
    }

    @ParameterizedTest
    @CsvSource({
        "BRCx2, V2, V1, gets larger",
        "BRDx2, V1, V2, gets smaller",
        "C5, V1, V2, gives 6 × 8 × 8",
        "C3/2:9, V1, V2, gives 9 × 4 × 4",
        "C2/2, V1, V2, even kernel",
        "C*2, V2, V1, scales in a way",
        "A, V1, V2, pools nothing",
        "B3, V1, V2, has a number",
        "'', V1, V2, is empty",
        "Q, V1, V2, no part of a function",
    })
    void refusesAFunctionThatDoesNotFit(String function, String from, String to, String reason) {
        NetworkDocument document = Networks.twoAreas(5)
                .edit()
                .transitions(List.of(
                        new Transition("V1", "V2", "BRCx2", Shortcut.NONE),
                        new Transition(from, to, function, Shortcut.NONE, "3", Optional.of("odd"), false, Extras.NONE)))
                .build();
        assertThat(sentences(document)).anyMatch(sentence -> sentence.contains(reason));
    }

    @ParameterizedTest
    @CsvSource({"BRCx2, 1", "C7/2, 1", "B R C1:16 B R C3/2:16 B R C1:6, 3", "CA/2, 1", "C M/2 R, 1", "CBRx2, 2"})
    void acceptsAFunctionThatFits(String function, int norms) throws PipelineException {
        Pipeline pipeline = Pipelines.ofTransition(function, LARGE, SMALL);
        assertThat(pipeline.output().height()).isEqualTo(4);
        assertThat(norms).isPositive();
    }

    @Test
    void shorthandUpsamplesInItsLastDeconvolutions() throws PipelineException {
        Pipeline pipeline = Pipelines.ofTransition("BRDx3", new Shape(8, 2, 2), new Shape(4, 8, 8));
        assertThat(pipeline.layers().stream()
                        .filter(Layer.Deconvolution.class::isInstance)
                        .map(layer -> layer.output().toString()))
                .containsExactly("6 × 2 × 2", "6 × 4 × 4", "4 × 8 × 8");
    }

    @Test
    void shorthandStridesInItsFirstConvolutionsWithMeanWidthBetween() throws PipelineException {
        Pipeline pipeline = Pipelines.ofTransition("BRCx3", new Shape(3, 8, 8), new Shape(8, 4, 4));
        assertThat(pipeline.layers().stream()
                        .filter(Layer.Convolution.class::isInstance)
                        .map(layer -> layer.output().toString()))
                .containsExactly("5 × 4 × 4", "5 × 4 × 4", "8 × 4 × 4");
    }

    @Test
    void shortcutsMustFitTheirShapes() {
        for (Shortcut shortcut : List.of(Shortcut.IDENTITY, Shortcut.HIGHWAY)) {
            assertThat(sentences(withAcross(shortcut, 6))).anyMatch(s -> s.contains("needs one shape"));
        }
        assertThat(sentences(withAcross(Shortcut.PADDING, 2))).anyMatch(s -> s.contains("cannot drop channels"));
        assertThat(sentences(withAcross(Shortcut.PADDING, 6))).isEmpty();
        assertThat(sentences(withAcross(Shortcut.PROJECTION, 2))).isEmpty();
    }

    @Test
    void windowsOfOnePairMayNotOverlap() {
        NetworkDocument document = withSecond("2..3", "3..T-1");
        assertThat(sentences(document)).anyMatch(s -> s.contains("overlap at t = 3"));
        assertThat(sentences(withSecond("1..2", "3..T-1"))).isEmpty();
    }

    @Test
    void emptyWindowAndUnpopulatedStateAreOnlyWarnings() {
        NetworkDocument document = Networks.document(
                List.of(new State("V1", 4, 8, 8), new State("V2", 6, 4, 4)),
                List.of(
                        new Transition("V1", "V1", "BRCx2", Shortcut.IDENTITY),
                        new Transition("V1", "V2", "BRCx2", Shortcut.NONE, "9")),
                "V1",
                4);
        Checked checked = NetworkChecker.check(document);
        assertThat(checked).isInstanceOf(Checked.Valid.class);
        assertThat(checked.problems())
                .extracting(Problem::what)
                .containsExactly("V1 → V2: the window 9 is empty at T = 4", "V2 is never populated at T = 4");
    }

    @Test
    void readoutTooEarlyIsAWarningThatSaysWhen() {
        Checked checked = NetworkChecker.check(Networks.fourAreas(3, false));
        assertThat(checked).isInstanceOf(Checked.Valid.class);
        assertThat(checked.problems())
                .extracting(Problem::sentence)
                .contains("IT has no signal at T = 3. Read out at T = 4 or later.");
    }

    @Test
    void readoutThatNothingReachesIsAnError() {
        NetworkDocument document = Networks.twoAreas(5)
                .edit()
                .transitions(List.of(new Transition("V1", "V1", "BRCx2", Shortcut.IDENTITY)))
                .build();
        assertThat(sentences(document)).anyMatch(s -> s.startsWith("V2 can never be reached from V1"));
    }

    @Test
    void tiedStepsMustAgreeInShape() {
        NetworkDocument document = Networks.twoAreas(5)
                .edit()
                .sharing(new Sharing.Groups(
                        List.of(List.of("V1-V1@1", "V2-V2@2"), List.of("V1-V1@1", "nonsense", "V5-V5@1"))))
                .build();
        assertThat(sentences(document))
                .anyMatch(s -> s.startsWith("A: tied steps differ in shape"))
                .anyMatch(s -> s.startsWith("V1-V1@1 is tied twice, in A and B"))
                .anyMatch(s -> s.startsWith("“nonsense” is no step"))
                .anyMatch(s -> s.contains("there is no transition V5-V5"));
    }

    @Test
    void stimulusAsSequenceIsRefusedPlainly() {
        NetworkDocument document = Networks.twoAreas(5)
                .edit()
                .stimulus(new Stimulus(3, 8, 8, Timing.SEQUENCE))
                .build();
        assertThat(sentences(document)).anyMatch(s -> s.contains("cannot be run by this version"));
    }

    @Test
    void namesAndIdsMustBeUniqueAndPlain() {
        NetworkDocument document = Networks.document(
                List.of(new State("V 1", 4, 8, 8), new State("V2", 4, 8, 8), new State("V2", 0, 8, 8)),
                List.of(
                        new Transition("V2", "V2", "BRCx2", Shortcut.NONE),
                        new Transition("V2", "V2", "BRCx2", Shortcut.NONE)),
                "V2",
                3);
        assertThat(sentences(document))
                .anyMatch(s -> s.contains("is no name for a state"))
                .anyMatch(s -> s.contains("Two states are called V2"))
                .anyMatch(s -> s.contains("V2 is 0 × 8 × 8"))
                .anyMatch(s -> s.contains("Two transitions have the id V2-V2"));
    }

    private static NetworkDocument withAcross(Shortcut shortcut, int channels) {
        return Networks.document(
                List.of(new State("V1", 4, 8, 8), new State("V2", channels, 4, 4)),
                List.of(new Transition("V1", "V2", "BRCx2", shortcut)),
                "V2",
                2);
    }

    private static NetworkDocument withSecond(String first, String second) {
        return Networks.document(
                List.of(new State("V1", 4, 8, 8)),
                List.of(
                        new Transition("V1", "V1", "BRCx2", Shortcut.IDENTITY, first),
                        new Transition(
                                "V1",
                                "V1",
                                "BRCx1",
                                Shortcut.IDENTITY,
                                second,
                                Optional.of("late"),
                                false,
                                Extras.NONE)),
                "V1",
                5);
    }

    private static List<String> places(NetworkDocument document) {
        return NetworkChecker.check(document).problems().stream()
                .map(problem -> problem.place().words().orElse(""))
                .toList();
    }

    private static List<String> sentences(NetworkDocument document) {
        return NetworkChecker.check(document).problems().stream()
                .map(Problem::sentence)
                .toList();
    }
}
