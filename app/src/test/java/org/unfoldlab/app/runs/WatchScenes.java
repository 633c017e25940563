package org.unfoldlab.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.StatisticsPolicy;

/** Run folders that show all of Watch. */
public final class WatchScenes {
    private WatchScenes() {}

    /** The demo, measured up to t = 12 by all three policies. */
    public static NetworkDocument measured() {
        NetworkDocument demo = Runs.demo();
        return demo.edit()
                .measure(demo.measure()
                        .withReadoutTimes("1..12")
                        .withCompare(List.of(StatisticsPolicy.HOLD, StatisticsPolicy.BATCH)))
                .build();
    }

    /** Two runs: per-time statistics, and shared ones. */
    public static void write(Path home) throws IOException {
        SyntheticRuns small = new SyntheticRuns(23, 60, 12, 24, 11);
        NetworkDocument network = measured();
        NetworkDocument shared = network.edit()
                .title("Shared statistics")
                .measure(Runs.demo().measure().withReadoutTimes("1..12"))
                .normalization(new Normalization(
                        Normalization.Statistics.SHARED,
                        network.normalization().affine(),
                        network.normalization().epsilon(),
                        network.normalization().extras()))
                .build();
        new SyntheticRuns(60, 60, 12, 24, 11).write(home.resolve("shared"), shared, true);
        small.write(home.resolve("tsbn"), network, true);
        for (int time : new int[] {3, 8}) {
            NetworkDocument other =
                    network.edit().readout(network.readout().withTime(time)).build();
            new SyntheticRuns(20, 60, 12, 24, 11).write(home.resolve("t" + time), other, true);
        }
    }

    /** 200 epochs, 50 readouts, 500 channels, 23 steps. */
    public static void writeLarge(Path folder) throws IOException {
        new SyntheticRuns(200, 200, 50, 500, 23).write(folder, measured(), true);
    }
}
