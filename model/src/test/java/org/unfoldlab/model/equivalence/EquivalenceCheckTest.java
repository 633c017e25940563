package org.unfoldlab.model.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.GoldenCases;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.nd4j.Nd4jEngine;
import org.unfoldlab.model.graph.Activation;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.NetworkReading;
import org.unfoldlab.model.store.Presets;

class EquivalenceCheckTest {
    private static final EquivalenceSettings QUICK = EquivalenceSettings.USUAL.withTrainingSteps(2);

    static List<String> presets() {
        return Presets.names();
    }

    static List<String> goldenCases() throws IOException {
        List<String> names = GoldenCases.names();
        return names.isEmpty() ? List.of("") : names;
    }

    @ParameterizedTest
    @MethodSource("presets")
    void foldedUnfoldedAndThePlanAgreeOnEveryPreset(String name) throws Exception {
        NetworkDocument preset = Presets.find(name).orElseThrow().document();
        assertAgrees(Narrowed.of(preset, 16), EquivalenceSettings.USUAL, List.of(new Nd4jEngine()));
    }

    @ParameterizedTest
    @MethodSource("goldenCases")
    void foldedUnfoldedAndThePlanAgreeOnEveryGoldenNetwork(String name) throws Exception {
        assumeTrue(!name.isEmpty(), "no golden cases beside the project");
        Path file = GoldenCases.folder().orElseThrow().resolve(name + ".unfold");
        NetworkDocument document = ((NetworkReading.Read) NetworkFiles.read(file)).document();
        assertAgrees(document, EquivalenceSettings.USUAL, List.of(new Nd4jEngine()));
    }

    @Test
    void agreesOnEveryLetterAndShortcut() throws Exception {
        NetworkDocument document = Networks.document(
                List.of(
                        new State("a", 4, 8, 8).withActivation(Activation.RELU),
                        new State("b", 7, 4, 4),
                        new State("c", 4, 4, 4)),
                List.of(
                        new Transition("a", "a", "B R C", Shortcut.HIGHWAY),
                        new Transition("a", "b", "B R C A/2 C1", Shortcut.PROJECTION),
                        new Transition("b", "b", "C5 R C", Shortcut.NONE),
                        new Transition("b", "a", "B R D1:5 R D3*2", Shortcut.NONE),
                        new Transition("a", "c", "C M/2", Shortcut.NONE),
                        new Transition("c", "b", "B C", Shortcut.PADDING)),
                "b",
                5);
        assertAgrees(document, EquivalenceSettings.USUAL, List.of());
    }

    private static void assertAgrees(NetworkDocument document, EquivalenceSettings settings, List<Engine> others)
            throws Exception {
        EquivalenceReport report = check(document, settings, others);
        assertThat(report.verdict()).as(report.sentence()).isInstanceOf(Verdict.Equivalent.class);
        assertThat(report.comparisons()).hasSize(1 + others.size());
        for (Comparison comparison : report.comparisons()) {
            assertThat(comparison.worst()).as(comparison.engine()).isLessThanOrEqualTo(settings.bound());
            assertThat(comparison.states()).hasSize(settings.trainingSteps() + 1);
            assertThat(comparison.gradients()).isNotEmpty();
            assertThat(comparison.weights().keySet())
                    .isEqualTo(comparison.gradients().keySet());
        }
    }

    private static EquivalenceReport check(NetworkDocument document, EquivalenceSettings settings, List<Engine> others)
            throws Exception {
        return EquivalenceCheck.run(Networks.valid(document), settings, others, Runnable::run, finding -> {});
    }

    private static EquivalenceReport check(NetworkDocument document, Alteration alteration) throws Exception {
        return check(document, QUICK.withAlteration(alteration), List.of());
    }

    @Test
    void singlePrecisionAgreesWithinItsOwnBound() throws Exception {
        assertAgrees(Networks.resNet(6), QUICK.withPrecision(Precision.FLOAT), List.of());
    }

    @Test
    void withoutTrainingOnlyTheStartIsCompared() throws Exception {
        assertAgrees(Networks.twoAreas(4), EquivalenceSettings.USUAL.withTrainingSteps(0), List.of());
    }

    @Test
    void anUntiedCopyIsCaughtWhereItStands() throws Exception {
        Step untied = new Step("V2-V2", 3);
        EquivalenceReport report = check(Networks.twoAreas(5), Alteration.NONE.withUntied(Set.of(untied)));
        Verdict.Different verdict = (Verdict.Different) report.verdict();
        assertThat(verdict.first()).isEqualTo(new Verdict.OfState(new StateAt("V2", 3), 1));
        assertThat(report.sentence())
                .startsWith("First difference in V2 at t = 3, after 1 training step, ")
                .endsWith("; V2-V2 is untied at t = 3.");
    }

    @Test
    void aPushedWeightIsCaughtWhereItStandsAndSpreadsForwards() throws Exception {
        Push push = new Push(new Step("h1-h1", 2), Push.USUAL);
        EquivalenceReport report = check(Networks.resNet(6), Alteration.NONE.withPush(Optional.of(push)));
        Verdict.Different verdict = (Verdict.Different) report.verdict();
        assertThat(verdict.first()).isEqualTo(new Verdict.OfState(new StateAt("h1", 2), 0));
        assertThat(report.unfolded().states().get(0))
                .allSatisfy((at, difference) ->
                        assertThat(difference.within(1e-9)).as(at.toString()).isEqualTo(at.time() < 2));
    }

    @Test
    void aCopyForgottenInTheSumIsCaught() throws Exception {
        Alteration forgotten = Alteration.NONE.withUnsummed(Set.of(new Step("V1-V2", 2)));
        EquivalenceReport report = check(Networks.twoAreas(5), forgotten);
        assertThat(report.verdict().holds()).isFalse();
        assertThat(report.unfolded().gradients())
                .allSatisfy((key, difference) ->
                        assertThat(difference.within(1e-9)).as(key).isEqualTo(!key.startsWith("V1-V2/")));
    }

    @Test
    void statisticsSharedByMistakeAreCaught() throws Exception {
        EquivalenceReport report = check(Networks.twoAreas(5), Alteration.NONE.withSharedStatistics(true));
        Verdict.Different verdict = (Verdict.Different) report.verdict();
        assertThat(((Verdict.OfPart) verdict.first()).part()).isEqualTo(Comparison.Part.STATISTICS);
        assertThat(report.sentence()).endsWith("; statistics are shared over time.");
    }

    @Test
    void aTimeVariantNetworkIsAnotherNetwork() throws Exception {
        EquivalenceReport report = check(Networks.resNet(6), Alteration.NONE.withTimeVariant(true));
        Verdict.Different verdict = (Verdict.Different) report.verdict();
        assertThat(verdict.first()).isEqualTo(new Verdict.OfState(new StateAt("h1", 1), 0));
        assertThat(report.sentence()).contains("every step has its own weights");
    }

    @Test
    void aTimeVariantRecurrenceEqualsATimeVariantResNet() throws Exception {
        NetworkDocument unshared =
                Networks.resNet(6).edit().sharing(new Sharing.None()).build();
        assertAgrees(unshared, QUICK, List.of());
    }

    @Test
    void theBarsOfTheCopiesAddUpToTheFoldedGradient() throws Exception {
        EquivalenceReport report = check(Networks.resNet(6), QUICK, List.of());
        assertThat(report.copies()).extracting(CopyGradients::key).contains("h1-h1/conv1", "post/fc.bias");
        for (CopyGradients gradients : report.copies()) {
            double sum = gradients.copies().stream()
                    .mapToDouble(CopyGradients.OneCopy::value)
                    .sum();
            assertThat(sum).isCloseTo(gradients.folded(), org.assertj.core.data.Offset.offset(1e-12));
        }
        assertThat(report.copies().get(1).copies())
                .extracting(CopyGradients.OneCopy::place)
                .containsExactly("h1-h1@1", "h1-h1@2", "h1-h1@3");
    }

    @Test
    void tellsWhatItFindsInOrderOfTime() throws Exception {
        List<Finding> findings = new ArrayList<>();
        EquivalenceCheck.run(Networks.valid(Networks.resNet(5)), QUICK, List.of(), Runnable::run, findings::add);
        assertThat(findings.get(0)).isInstanceOf(Finding.Built.class);
        List<StateAt> states = findings.stream()
                .filter(Finding.StateFound.class::isInstance)
                .map(finding -> ((Finding.StateFound) finding).at())
                .toList();
        assertThat(states)
                .containsExactly(
                        new StateAt("h1", 0),
                        new StateAt("h1", 1),
                        new StateAt("h1", 2),
                        new StateAt("h2", 3),
                        new StateAt("h2", 4));
        assertThat(findings.stream().filter(Finding.Trained.class::isInstance)).hasSize(2);
        assertThat(findings.get(findings.size() - 1)).isInstanceOf(Finding.Finished.class);
    }

    @Test
    void saysWhyThereIsNothingToCompareWithoutASignal() {
        NetworkDocument early = Networks.resNet(6)
                .edit()
                .readout(Networks.resNet(6).readout().withTime(1))
                .build();
        assertThatThrownBy(() -> check(early, QUICK, List.of()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("No signal yet at T = 1");
    }

    @Test
    void namesStepsThatDoNotRun() {
        Alteration wrong = Alteration.NONE.withUntied(Set.of(new Step("h1-h1", 9)));
        assertThatThrownBy(() -> check(Networks.resNet(6), wrong))
                .hasMessage("h1-h1@9 does not run at T = 6. h1-h1 runs at t = 1 to 3.");
        Alteration unknown = Alteration.NONE.withUntied(Set.of(new Step("h3", 1)));
        assertThatThrownBy(() -> check(Networks.resNet(6), unknown))
                .hasMessage("No transition h3 runs at T = 6. There is h1-h1, h1-h2, h2-h2.");
    }
}
