package org.unfoldlab.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.engine.choice.Devices;
import org.unfoldlab.model.engine.device.DeviceProbe;
import org.unfoldlab.model.engine.device.Gpu;
import org.unfoldlab.model.engine.libtorch.LibTorchEngine;

class WorkerPlaceTest {
    /** A machine with three cards, the second too old for LibTorch. */
    private static final DeviceProbe.Findings CARDS = new DeviceProbe.Findings(
            OptionalInt.of(13_010),
            List.of(
                    new Gpu(0, "NVIDIA RTX A6000", 8, 6, 48L << 30),
                    new Gpu(1, "NVIDIA TITAN X", 5, 2, 12L << 30),
                    new Gpu(2, "NVIDIA RTX A6000", 8, 6, 48L << 30)),
            "");

    @Test
    void eachUsableCardGetsAWorkerThatSeesNoOther() {
        List<Integer> cards =
                WorkerPlace.cards(new Devices(CARDS, LibTorchEngine.needs().whenInstalled()));
        assertThat(cards).containsExactly(0, 2);
        List<WorkerPlace> places = WorkerPlace.of(
                cards.size(), cards, Optional.empty(), 16, List.of("--device", "auto", "--engine", "auto"));
        assertThat(places)
                .extracting(WorkerPlace::environment)
                .containsExactly(Map.of("CUDA_VISIBLE_DEVICES", "0"), Map.of("CUDA_VISIBLE_DEVICES", "2"));
        assertThat(places)
                .extracting(WorkerPlace::options)
                .containsOnly(List.of("--engine", "auto", "--device", "cuda:0", "--threads", "8"));
    }

    @Test
    void moreWorkersThanCardsTakeTurns() {
        assertThat(WorkerPlace.of(3, List.of(4, 5), Optional.of(2), 16, List.of()))
                .extracting(place -> place.environment().get("CUDA_VISIBLE_DEVICES"))
                .containsExactly("4", "5", "4");
    }

    @Test
    void withoutCardsWorkersShareTheCores() {
        assertThat(WorkerPlace.of(2, List.of(), Optional.empty(), 8, List.of("--precision", "double")))
                .containsOnly(new WorkerPlace(List.of("--precision", "double", "--threads", "4"), Map.of()));
        assertThat(WorkerPlace.of(1, List.of(), Optional.empty(), 8, List.of()))
                .containsExactly(new WorkerPlace(List.of(), Map.of()));
    }
}
