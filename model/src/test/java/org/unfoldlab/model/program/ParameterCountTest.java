package org.unfoldlab.model.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.store.Presets;

class ParameterCountTest {
    static List<NetworkDocument> presets() {
        return Presets.all().stream().map(preset -> preset.document()).toList();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void isThatOfTheLoweredProgramUnderEverySharingAndNorm(NetworkDocument preset) {
        Stream.of(preset.sharing(), new Sharing.OverTime(), new Sharing.None())
                .forEach(sharing -> Stream.of(Normalization.Affine.values())
                        .map(affine -> with(preset, sharing, affine))
                        .forEach(ParameterCountTest::agreesUpToT9));
    }

    private static NetworkDocument with(NetworkDocument preset, Sharing sharing, Normalization.Affine affine) {
        Normalization norm = preset.normalization();
        return preset.edit()
                .sharing(sharing)
                .normalization(new Normalization(norm.statistics(), affine, norm.epsilon(), norm.extras()))
                .build();
    }

    private static void agreesUpToT9(NetworkDocument document) {
        if (!(NetworkChecker.check(document) instanceof Checked.Valid valid)) {
            return;
        }
        Network network = valid.network();
        for (int time = 1; time <= 9; time++) {
            Unrolling unrolling = Unroller.unroll(network, time);
            long lowered = unrolling.readouts().isEmpty()
                    ? 0
                    : Lowering.lower(unrolling).parameterCount();
            assertThat(Counts.of(unrolling).parameters()).as("T = " + time).isEqualTo(lowered);
        }
    }
}
