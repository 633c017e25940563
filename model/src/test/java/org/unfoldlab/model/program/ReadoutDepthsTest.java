package org.unfoldlab.model.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Stimulus;
import org.unfoldlab.model.graph.Timing;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.store.Presets;

class ReadoutDepthsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "2-state-resnet",
                "3-state-resnet",
                "3-state-frnn",
                "4-state-frnn",
                "4-state-frnn-adjacent"
            })
    void agreeWithTheCountsOfEachReadoutTime(String preset) {
        NetworkDocument document = Presets.find(preset).orElseThrow().document();
        agree(document);
        Stimulus onset = document.stimulus();
        agree(document.edit()
                .stimulus(new Stimulus(onset.channels(), onset.height(), onset.width(), Timing.SUSTAINED))
                .build());
    }

    private static void agree(NetworkDocument document) {
        Network network = ((Checked.Valid) NetworkChecker.check(document)).network();
        List<OptionalInt> depths = ReadoutDepths.upTo(network, 12);
        assertThat(depths).hasSize(13);
        assertThat(depths.get(0)).isEmpty();
        for (int time = 1; time <= 12; time++) {
            assertThat(depths.get(time))
                    .as("T = " + time)
                    .isEqualTo(Counts.of(Unroller.unroll(network, time)).depth());
        }
    }
}
