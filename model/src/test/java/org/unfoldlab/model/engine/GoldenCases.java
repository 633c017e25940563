package org.unfoldlab.model.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.NetworkReading;
import org.unfoldlab.model.store.Npz;

/** The golden cases that lie beside the project, if they do, and the bounds that an engine must keep on them. */
public final class GoldenCases {
    private GoldenCases() {}

    /** {@code ../shared/golden}, looked for upwards from the working directory. */
    public static Optional<Path> folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path golden = at.resolve("shared/golden");
            if (Files.isDirectory(golden)) {
                return Optional.of(golden);
            }
        }
        return Optional.empty();
    }

    /** Names of all cases; empty when there are none. */
    public static List<String> names() throws IOException {
        if (folder().isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder().get())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".npz"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
        }
    }

    /** Runs a case through an engine and compares every array of the case that is no input. */
    public static void check(String name, Engine engine, Precision precision) throws Exception {
        Path golden = folder().orElseThrow();
        NetworkReading reading = NetworkFiles.read(golden.resolve(name + ".unfold"));
        Network network = Networks.valid(((NetworkReading.Read) reading).document());
        Map<String, HostArray> expected = Npz.read(golden.resolve(name + ".npz"));
        Map<String, HostArray> found = Probe.run(network, expected, engine, precision);
        Set<String> inputs = Set.of("x", "labels", "eval_x");
        expected.forEach((key, array) -> {
            if (!inputs.contains(key) && !key.startsWith("w/")) {
                assertThat(found).as(name).containsKey(key);
                compare(name, key, array, Objects.requireNonNull(found.get(key)), bound(key, precision));
            }
        });
    }

    private static double bound(String key, Precision precision) {
        if (precision == Precision.DOUBLE) {
            return 1e-6;
        }
        return key.startsWith("grad/") ? 2e-3 : 1e-4;
    }

    private static void compare(String name, String key, HostArray expected, HostArray found, double bound) {
        assertThat(found.shape()).as("%s %s", name, key).isEqualTo(expected.shape());
        double[] a = expected.asDoubles();
        double[] b = found.asDoubles();
        double largest = 1e-12;
        double difference = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i]));
            difference = Math.max(difference, Math.abs(a[i] - b[i]));
        }
        assertThat(difference / largest).as("%s %s", name, key).isLessThanOrEqualTo(bound);
    }
}
