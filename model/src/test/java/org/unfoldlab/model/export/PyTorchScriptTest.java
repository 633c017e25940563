package org.unfoldlab.model.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.model.engine.EngineNetworks;
import org.unfoldlab.model.engine.GoldenCases;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.Probe;
import org.unfoldlab.model.engine.folded.FoldedEngine;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.program.Counts;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.NetworkReading;
import org.unfoldlab.model.store.Npz;
import org.unfoldlab.model.store.Presets;

/** Scripts are run by python3 with torch; the tests are skipped where that is absent. */
class PyTorchScriptTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void needsTorch() {
        assumeTrue(PyTorchRuns.possible(), "no python3 with torch and numpy");
    }

    @Test
    void hasAsManyParametersAsEachPresetAtEachReadoutTime() throws Exception {
        PyTorchRuns runs = new PyTorchRuns(folder);
        List<String> expected = new ArrayList<>();
        for (Presets.Preset preset : Presets.all()) {
            Network network = Networks.valid(preset.document());
            for (int time : new int[] {preset.document().readout().time(), 3, 7}) {
                Unrolling unrolling = Unroller.unroll(network, time);
                PyTorchScript.of(unrolling, "test").ifPresent(script -> add(runs, script));
                if (!unrolling.readouts().isEmpty()) {
                    expected.add("parameters " + Counts.of(unrolling).parameters());
                }
            }
        }
        assertThat(runs.run()).isEqualTo(expected).hasSizeGreaterThan(20);
    }

    private static void add(PyTorchRuns runs, String script) {
        try {
            runs.add(script);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void answersAsTheGoldenCasesSay() throws Exception {
        assumeTrue(GoldenCases.folder().isPresent(), "no golden cases beside the project");
        Path golden = GoldenCases.folder().orElseThrow();
        Map<String, Unrolling> networks = new LinkedHashMap<>();
        Map<String, Map<String, HostArray>> arrays = new LinkedHashMap<>();
        for (String name : GoldenCases.names()) {
            NetworkReading reading = NetworkFiles.read(golden.resolve(name + ".unfold"));
            Network network = Networks.valid(((NetworkReading.Read) reading).document());
            Map<String, HostArray> stored = Npz.read(golden.resolve(name + ".npz"));
            for (int time = 1; time <= network.document().readout().time(); time++) {
                if (stored.containsKey("logits@" + time)) {
                    networks.put(name + " at " + time, Unroller.unroll(network, time));
                    arrays.put(name + " at " + time, stored);
                }
            }
        }
        compare(networks, arrays);
    }

    @Test
    void answersAsTheLoopOverTimeDoesWithEveryOperationSharingAndNorm() throws Exception {
        Map<String, Unrolling> networks = new LinkedHashMap<>();
        Map<String, Map<String, HostArray>> arrays = new LinkedHashMap<>();
        for (Map.Entry<String, NetworkDocument> entry : EngineNetworks.all().entrySet()) {
            Network network = Networks.valid(entry.getValue());
            Map<String, HostArray> given = new LinkedHashMap<>(EngineNetworks.arrays(network, 1));
            // The script reads out at T alone; shared statistics would pool those of other readouts.
            given.put("logits@" + network.document().readout().time(), HostArray.scalar(0));
            Map<String, HostArray> all = new LinkedHashMap<>(given);
            all.putAll(Probe.run(network, given, new FoldedEngine(), Precision.DOUBLE));
            networks.put(entry.getKey(), Unroller.unroll(network));
            arrays.put(entry.getKey(), all);
        }
        compare(networks, arrays);
    }

    /** Train- and eval-mode logits within 1e-4 of the largest, with 32 bits. */
    private void compare(Map<String, Unrolling> networks, Map<String, Map<String, HostArray>> arrays) throws Exception {
        PyTorchRuns runs = new PyTorchRuns(folder);
        List<String> names = List.copyOf(networks.keySet());
        for (int i = 0; i < names.size(); i++) {
            Path given = folder.resolve("given" + i + ".npz");
            Npz.write(given, of(arrays, names.get(i)));
            String script = PyTorchScript.of(of(networks, names.get(i)), "test").orElseThrow();
            runs.add(script, "--weights", given.toString(), "--images", given.toString(), "--out", out(i).toString());
        }
        runs.run();
        for (int i = 0; i < names.size(); i++) {
            Map<String, HostArray> found = Npz.read(out(i));
            int time = of(networks, names.get(i)).readoutTime();
            for (String kind : List.of("logits", "eval_logits")) {
                HostArray wanted = of(arrays, names.get(i)).get(kind + "@" + time);
                assertThat(wanted != null || kind.startsWith("eval"))
                        .as(names.get(i))
                        .isTrue();
                if (wanted != null) {
                    near(
                            names.get(i) + " " + kind,
                            wanted.asDoubles(),
                            of(found, kind).asDoubles());
                }
            }
        }
    }

    private Path out(int number) {
        return folder.resolve("out" + number + ".npz");
    }

    private static <T> T of(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static void near(String what, double[] wanted, double[] found) {
        assertThat(found).as(what).hasSameSizeAs(wanted);
        double largest = 1e-12;
        for (double value : wanted) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < wanted.length; i++) {
            assertThat(found[i] / largest).as(what).isCloseTo(wanted[i] / largest, within(1e-4));
        }
    }
}
