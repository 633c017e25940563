package org.unfoldlab.model.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unfoldlab.datasets.ImageSet;
import org.unfoldlab.datasets.Splits;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.GoldenCases;
import org.unfoldlab.model.engine.InitialParameters;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.Recalibration;
import org.unfoldlab.model.engine.nd4j.Nd4jEngine;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.Guess;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.Thought;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.NetworkReading;
import org.unfoldlab.model.store.Npz;
import org.unfoldlab.model.train.Evaluation;
import org.unfoldlab.model.train.Trained;
import org.unfoldlab.model.train.TrainingJob;

class TrainedNetworkTest {
    private static final Engine ENGINE = new Nd4jEngine();

    /**
     * With statistics recalibrated on the case's batch, one of its images alone must give the states and answers that
     * the independent implementation found for it within the batch.
     */
    @TestFactory
    Stream<DynamicTest> oneImageHoldsAndAnswersWhatTheGoldenBatchSays() throws Exception {
        return GoldenCases.names().stream()
                .filter(name -> !name.contains("shared-bn"))
                .map(name -> DynamicTest.dynamicTest(name, () -> compareWithGolden(name)));
    }

    private static void compareWithGolden(String name) throws Exception {
        Path golden = GoldenCases.folder().orElseThrow();
        NetworkReading reading = NetworkFiles.read(golden.resolve(name + ".unfold"));
        Network network = Networks.valid(((NetworkReading.Read) reading).document());
        Map<String, HostArray> arrays = Npz.read(golden.resolve(name + ".npz"));
        int trained = network.document().readout().time();
        HostArray batch = array(arrays, "x");
        Map<String, HostArray> weights = weights(arrays);
        Program program = Lowering.lower(Unroller.unroll(network, trained));
        Map<String, ChannelStatistics> statistics;
        try (Executable executable =
                ENGINE.prepare(program, new Plan(Mode.MEASURE, batch.shape()[0], Precision.FLOAT))) {
            executable.setParameters(weights);
            executable.forward(batch);
            statistics = Recalibration.of(program, executable.batchStatistics());
        }
        Evaluation.Ready ready =
                new Evaluation.Ready(List.of(), List.of(new Evaluation.Calibrated(program, statistics)), 12);
        int image = 5;
        try (TrainedNetwork asked =
                new TrainedNetwork(job(network, 3, 8), new Trained(weights, Map.of()), ready, trained)) {
            Thought thought = asked.think(part(batch, image), trained, trained);
            assertThat(thought.states()).as(name).isNotEmpty();
            thought.states().forEach((at, found) -> close(array(arrays, "h/" + at), image, found, 1e-4));
            double[] logits = part(array(arrays, "logits@" + trained), image).asDoubles();
            assertThat(thought.at(trained).orElseThrow().probabilities())
                    .containsExactly(
                            Guess.ofLogits(trained, logits).probabilities(),
                            org.assertj.core.api.Assertions.within(1e-4));
        }
    }

    private static HostArray array(Map<String, HostArray> arrays, String key) {
        return Optional.ofNullable(arrays.get(key)).orElseThrow(() -> new AssertionError("no " + key));
    }

    private static Map<String, HostArray> weights(Map<String, HostArray> arrays) {
        Map<String, HostArray> weights = new LinkedHashMap<>();
        arrays.forEach((key, value) -> {
            if (key.startsWith("w/")) {
                weights.put(key.substring(2), value);
            }
        });
        return weights;
    }

    private static HostArray part(HostArray batch, int image) {
        int[] shape = batch.shape();
        int length = batch.size() / shape[0];
        shape[0] = 1;
        return HostArray.ofFloats(shape, Arrays.copyOfRange(batch.asFloats(), image * length, (image + 1) * length));
    }

    private static void close(HostArray batch, int image, HostArray found, double bound) {
        float[] expected = part(batch, image).asFloats();
        float[] values = found.asFloats();
        assertThat(found.shape()).isEqualTo(Arrays.copyOfRange(batch.shape(), 1, 4));
        double largest = 1e-12;
        for (double value : batch.asDoubles()) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < values.length; i++) {
            assertThat(Math.abs(values[i] - expected[i]) / largest).isLessThanOrEqualTo(bound);
        }
    }

    @Test
    void timesBeforeTheSignalHaveNoAnswerAndNoNumber() throws Exception {
        Thought thought = think(Networks.twoAreas(5), 6);
        assertThat(thought.guesses()).extracting(Guess::time).containsExactly(2, 3, 4, 5, 6);
        assertThat(thought.unanswered()).extracting(ReadoutPoint::time).containsExactly(1);
        assertThat(thought.unanswered()).allMatch(ReadoutPoint.NoSignal.class::isInstance);
        assertThat(thought.states().keySet())
                .contains(new StateAt("V1", 0), new StateAt("V2", 5))
                .doesNotContain(new StateAt("V2", 0), new StateAt("V2", 6));
    }

    @Test
    void anAnswerDoesNotDependOnHowFarOneLooks() throws Exception {
        Guess near = think(Networks.twoAreas(5), 5).at(4).orElseThrow();
        Guess far = think(Networks.twoAreas(5), 9).at(4).orElseThrow();
        assertThat(far.probabilities())
                .containsExactly(near.probabilities(), org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    void whereWindowsReferToTEachTimeHasItsOwnUnrollingAndTheStatesAreThoseOfTheShownOne() throws Exception {
        Thought thought = think(Networks.resNet(6), 7);
        assertThat(thought.guesses()).extracting(Guess::time).contains(5, 6, 7);
        assertThat(thought.states().keySet()).contains(new StateAt("h2", 5)).doesNotContain(new StateAt("h2", 6));
    }

    @Test
    void aSurveyAgreesWithAskingForEachImage() throws Exception {
        try (TrainedNetwork network = network(Networks.twoAreas(4), 70)) {
            Survey survey = new Survey(network, 6, 66);
            double before = -1;
            while (!survey.isDone()) {
                assertThat(survey.done()).isGreaterThan(before);
                before = survey.done();
                survey.step();
            }
            assertThat(survey.done()).isEqualTo(1);
            var choices = survey.choices();
            assertThat(choices.times()).containsExactly(2, 3, 4, 5, 6);
            assertThat(choices.images()).hasSize(66).isSorted().doesNotHaveDuplicates();
            for (int i : new int[] {0, 31, 65}) {
                int number = choices.images().get(i);
                byte[] pixels = new byte[network.testImages().imageLength()];
                network.testImages().copyImage(number, pixels, 0);
                assertThat(network.think(pixels, 6, 4).guesses().stream()
                                .map(Guess::choice)
                                .toList())
                        .isEqualTo(choices.chosen().get(i));
                assertThat(choices.labels().get(i))
                        .isEqualTo(network.testImages().label(number));
            }
        }
    }

    private static Thought think(NetworkDocument document, int upTo) throws Exception {
        try (TrainedNetwork network = network(document, 4)) {
            byte[] pixels = new byte[network.testImages().imageLength()];
            network.testImages().copyImage(1, pixels, 0);
            return network.think(pixels, upTo, document.readout().time());
        }
    }

    /** Starting weights over time, recalibrated on random images. */
    private static TrainedNetwork network(NetworkDocument document, int testImages) {
        Network network = Networks.valid(document);
        Program program = Lowering.lower(Unroller.unroll(network));
        assertThat(program.normalization().statistics()).isEqualTo(Normalization.Statistics.PER_TIME);
        return new TrainedNetwork(
                job(network, testImages, 40), new Trained(InitialParameters.of(program, 3), Map.of()));
    }

    private static TrainingJob job(Network network, int testImages, int trainImages) {
        var stimulus = network.document().stimulus();
        int classes = network.document().classes();
        Splits data = new Splits(
                images(trainImages, stimulus.channels(), stimulus.height(), stimulus.width(), classes),
                images(testImages, stimulus.channels(), stimulus.height(), stimulus.width(), classes),
                List.of());
        return new TrainingJob(network, data, ENGINE, Precision.FLOAT, 1, "test");
    }

    private static ImageSet images(int size, int channels, int height, int width, int classes) {
        byte[] pixels = new byte[size * channels * height * width];
        new java.util.Random(size).nextBytes(pixels);
        int[] labels = new int[size];
        Arrays.setAll(labels, i -> i % classes);
        List<String> names = java.util.stream.IntStream.range(0, classes)
                .mapToObj(c -> "class " + c)
                .toList();
        return ImageSet.of("random", channels, height, width, pixels, labels, names);
    }
}
