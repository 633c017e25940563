package org.unfoldlab.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.engine.choice.Devices;
import org.unfoldlab.model.engine.device.Gpu;

/**
 * A place at which a run of a sweep can train: a share of the processor, or a graphics card.
 *
 * @param options of {@code unfold train}
 * @param environment variables for the worker
 */
record WorkerPlace(List<String> options, Map<String, String> environment) {
    private static final String DEVICE = "--device";

    WorkerPlace {
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** The cards that workers can share, by the numbers that the driver gives them. */
    static List<Integer> cards(Devices devices) {
        return devices.usable().stream().map(Gpu::index).toList();
    }

    /**
     * So many places.
     *
     * @param count how many
     * @param gpus numbers of graphics cards to take turns on; each worker sees its own one only. Empty for the processor
     * @param threads for each worker; absent for an equal share of the cores
     * @param cores of this machine
     * @param asked what each worker is told beside
     */
    static List<WorkerPlace> of(
            int count, List<Integer> gpus, Optional<Integer> threads, int cores, List<String> asked) {
        List<WorkerPlace> places = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            List<String> options = new ArrayList<>(gpus.isEmpty() ? asked : onItsCard(asked));
            threads.or(() -> count > 1 ? Optional.of(Math.max(1, cores / count)) : Optional.empty())
                    .ifPresent(n -> options.addAll(List.of("--threads", String.valueOf(n))));
            Map<String, String> environment = gpus.isEmpty()
                    ? Map.of()
                    : Map.of("CUDA_VISIBLE_DEVICES", String.valueOf(gpus.get(place % gpus.size())));
            places.add(new WorkerPlace(options, environment));
        }
        return places;
    }

    /** The only card that it sees is its first. */
    private static List<String> onItsCard(List<String> asked) {
        List<String> options = new ArrayList<>(asked);
        int at = options.indexOf(DEVICE);
        if (at >= 0) {
            options.subList(at, at + 2).clear();
        }
        options.addAll(List.of(DEVICE, "cuda:0"));
        return options;
    }
}
