package org.unfoldlab.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.viz.plot.HeatMap;

class NormStatisticsTest {
    private static HostArray vector(double... values) {
        return HostArray.ofDoubles(new int[] {values.length}, values);
    }

    private static NormStatistics statistics() {
        Map<String, HostArray> arrays = new LinkedHashMap<>();
        arrays.put("mean/V1-V2/norm1@10", vector(5, 6));
        arrays.put("var/V1-V2/norm1@10", vector(9, 16));
        arrays.put("mean/V1-V2/norm1@2", vector(1, 2));
        arrays.put("var/V1-V2/norm1@2", vector(4, 1));
        arrays.put("mean/post/norm1@3", vector(0));
        return NormStatistics.of(arrays);
    }

    @Test
    void timesAreInOrderAndDeviationsAreRoots() {
        NormCurves curves = statistics().of("V1-V2/norm1").orElseThrow();
        assertThat(curves.times()).containsExactly(2, 10);
        assertThat(curves.means()[1]).containsExactly(2, 6);
        assertThat(curves.deviations()[0]).containsExactly(2, 3);
    }

    @Test
    void aMeanWithoutVarianceIsLeftOut() {
        assertThat(statistics().norms()).containsExactly("V1-V2/norm1");
    }

    @Test
    void theMapHasHolesWhereNothingWasMeasured() {
        NormCurves curves = statistics().of("V1-V2/norm1").orElseThrow();
        NormPlots plots = new NormPlots(curves, 12, 5, OptionalInt.of(0), "V1 → V2, first B");
        HeatMap map = plots.map();
        assertThat(map.columnCount()).isEqualTo(9);
        assertThat(map.rowName(0)).isEqualTo("channel 2");
        assertThat(plots.channelOfRow(0)).isEqualTo(1);
    }

    @Test
    void normsAreCalledByTheirTransition() {
        assertThat(NormNames.of("V1-V2/norm2", Runs.demo())).isEqualTo("V1 → V2, second B");
        assertThat(NormNames.of("pre/norm1", Runs.demo())).isEqualTo("Pre-net, first B");
        assertThat(NormNames.of("post/norm1", Runs.demo())).isEqualTo("Post-net");
        assertThat(NormNames.transition("post/norm1")).isEmpty();
        assertThat(NormNames.transition("V2-V1/norm1")).contains("V2-V1");
    }
}
