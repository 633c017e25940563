package org.unfoldlab.viz.unrolled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.theme.Look;

class NewColumnsTest {
    private static final double NEAR = 1e-9;

    private final StageLayout layout = StageLayout.of(
            DrawnNetwork.of(Presets.find("4-state-frnn").orElseThrow().document())
                    .at(6),
            1018,
            473,
            Look.DEFAULT);

    @Test
    void slideOutOfTheirLeftNeighbourToTheirPlace() {
        double neighbour = centre(NewColumns.NONE, 4);
        double place = centre(NewColumns.NONE, 5);
        assertThat(centre(new NewColumns(5, 0), 5)).isCloseTo(neighbour, within(NEAR));
        assertThat(centre(new NewColumns(5, 0.5), 5)).isCloseTo((neighbour + place) / 2, within(NEAR));
        assertThat(centre(new NewColumns(5, 1), 5)).isCloseTo(place, within(NEAR));
    }

    @Test
    void leaveOlderColumnsAndTheReadoutInPlace() {
        assertThat(centre(new NewColumns(5, 0), 3)).isEqualTo(centre(NewColumns.NONE, 3));
        assertThat(layout.at(1, 0, new NewColumns(5, 0)).readout().orElseThrow().x())
                .isEqualTo(layout.at(1, 0).readout().orElseThrow().x());
    }

    private double centre(NewColumns columns, int time) {
        return layout.at(1, 0, columns)
                .box(new StateAt("V1", time))
                .orElseThrow()
                .box()
                .centerX();
    }
}
