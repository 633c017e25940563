package org.unfoldlab.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Window;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.store.Presets.Preset;

class PresetsTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/unfoldlab/model/store/presets");

    static List<Preset> presets() {
        return Presets.all();
    }

    @Test
    void theNetworksOfThePaperAreThere() {
        assertThat(Presets.names())
                .contains(
                        "demo",
                        "2-state-resnet",
                        "2-state-resnet-unshared",
                        "3-state-resnet",
                        "2-state-frnn",
                        "3-state-frnn",
                        "3-state-frnn-adjacent",
                        "3-state-frnn-t10",
                        "4-state-frnn",
                        "4-state-frnn-adjacent");
    }

    @ParameterizedTest
    @MethodSource("presets")
    void passesTheCheckerWithoutAWarning(Preset preset) {
        assertThat(NetworkChecker.check(preset.document()))
                .isInstanceOfSatisfying(
                        Checked.Valid.class,
                        valid -> assertThat(valid.problems()).isEmpty());
    }

    /** Otherwise the readout curve would need weights that training never made. */
    @ParameterizedTest
    @MethodSource("presets")
    void measuresOnlyWhatItTrains(Preset preset) {
        NetworkDocument document = preset.document();
        Window measured = Window.parse(document.measure().readoutTimes()).orElseThrow();
        int trained = document.readout().time();
        measured.times(trained, 1, 50).stream()
                .forEach(time -> assertThat(weights(document, time))
                        .as("weights for readout at " + time)
                        .isSubsetOf(weights(document, trained)));
    }

    private static Set<String> weights(NetworkDocument document, int time) {
        boolean own = document.sharing() instanceof Sharing.None;
        return network(document)
                .map(network -> Unroller.unroll(network, time).running().stream()
                        .map(step -> own ? step.step().toString() : step.step().transition())
                        .collect(Collectors.toSet()))
                .orElseThrow();
    }

    private static Optional<Network> network(NetworkDocument document) {
        return NetworkChecker.check(document) instanceof Checked.Valid valid
                ? Optional.of(valid.network())
                : Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void isWrittenAsTheProgramWouldSaveIt(Preset preset) throws IOException {
        assertThat(Files.readString(FOLDER.resolve(preset.name() + NetworkFiles.SUFFIX)))
                .isEqualTo(NetworkFiles.text(preset.document()));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void saysWhatItShowsAndWhereItComesFrom(Preset preset) {
        assertThat(preset.title()).isNotBlank();
        assertThat(preset.description()).isNotBlank();
        assertThat(preset.source()).startsWith("Liao & Poggio 2016, ");
    }

    @ParameterizedTest
    @MethodSource("presets")
    void placesItsFirstStateAtTheBottom(Preset preset) {
        Map<String, Layout.Position> positions = preset.document().layout().positions();
        assertThat(positions.keySet())
                .containsExactlyElementsOf(
                        preset.document().states().stream().map(State::name).toList());
        assertThat(positions.values().stream().map(position -> -position.y()).toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void everyFileIsInTheIndex() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(NetworkFiles.SUFFIX)))
                    .containsExactlyInAnyOrderElementsOf(Presets.names().stream()
                            .map(name -> name + NetworkFiles.SUFFIX)
                            .toList());
        }
    }

    @Test
    void aMisspeltNameIsAnsweredByTheNearest() {
        assertThat(Presets.find("2-state-fnrr")).isEmpty();
        assertThat(Presets.suggestion("2-state-fnrr")).contains("2-state-frnn");
        assertThat(Presets.suggestion("2-state-ResNet")).contains("2-state-resnet");
        assertThat(Presets.suggestion("demmo")).contains("demo");
        assertThat(Presets.suggestion("alexnet")).isEmpty();
    }

    @Test
    void distanceCountsEdits() {
        assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
        assertThat(Suggestion.distance("abc", "abc")).isZero();
    }
}
