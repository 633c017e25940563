package org.unfoldlab.model.sweep;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.store.Presets;

/** Random sweeps of the program's own networks; some of their runs have no signal, some repeat another. */
public final class Sweeps {
    private Sweeps() {}

    public static NetworkDocument preset(String name) {
        return Presets.find(name).orElseThrow().document();
    }

    public static Arbitrary<Sweep> any() {
        return Combinators.combine(
                        Arbitraries.of(Presets.names()),
                        some("1", "2", "3", "5", "8"),
                        some("over-time", "none"),
                        some("per-time", "shared"),
                        some("0.5", "1", "1.001", "2"),
                        some("1", "2", "-7"))
                .as((name, times, sharing, statistics, widths, seeds) -> {
                    Map<Axis, List<String>> values = new EnumMap<>(Axis.class);
                    putUnlessEmpty(values, Axis.TIME, times);
                    putUnlessEmpty(values, Axis.SHARING, sharing);
                    putUnlessEmpty(values, Axis.STATISTICS, statistics);
                    putUnlessEmpty(values, Axis.WIDTH, widths);
                    putUnlessEmpty(values, Axis.SEED, seeds);
                    return new Sweep("Any", preset(name), values);
                });
    }

    private static Arbitrary<List<String>> some(String... values) {
        return Arbitraries.of(values).list().uniqueElements().ofMaxSize(2);
    }

    private static void putUnlessEmpty(Map<Axis, List<String>> values, Axis axis, List<String> list) {
        if (!list.isEmpty()) {
            values.put(axis, list);
        }
    }
}
