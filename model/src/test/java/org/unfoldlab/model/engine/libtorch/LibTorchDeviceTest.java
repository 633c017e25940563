package org.unfoldlab.model.engine.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.device.DeviceChoice;
import org.unfoldlab.model.engine.device.DeviceProbe;
import org.unfoldlab.model.engine.device.Gpu;

/** A fake stands for the graphics driver: no graphics processor is needed, and none is used. */
class LibTorchDeviceTest {
    private static final Gpu CARD = new Gpu(0, "RTX 4060", 8, 9, 8L << 30);

    private static LibTorchEngine engine(DeviceChoice choice, DeviceProbe.Findings found) {
        return new LibTorchEngine(choice, () -> found);
    }

    private static DeviceProbe.Findings driver(int cuda, Gpu... gpus) {
        return new DeviceProbe.Findings(OptionalInt.of(cuda), List.of(gpus), "");
    }

    @Test
    void withoutADriverAutoComputesOnTheProcessorAndSaysWhy() {
        Diagnosis diagnosis =
                engine(new DeviceChoice.Auto(), DeviceProbe.Findings.nothing()).diagnose();
        assertThat(diagnosis.works()).isTrue();
        assertThat(diagnosis.device()).isEqualTo("CPU");
        assertThat(diagnosis.details()).anyMatch(line -> line.contains("No NVIDIA driver was found"));
    }

    @Test
    void aCardWithoutGpuLibrariesIsNamedAndNotUsed() throws Exception {
        assumeFalse(Natives.gpuInstalled(), "built with -Pgpu");
        LibTorchEngine engine = engine(new DeviceChoice.Auto(), driver(13_010, CARD));
        assertThat(engine.device()).isEqualTo("cpu");
        assertThat(engine.diagnose().details())
                .anyMatch(line -> line.contains("RTX 4060"))
                .anyMatch(line -> line.contains("-Pgpu"));
    }

    @Test
    void anOldDriverIsRefusedWithTheOneToInstall() {
        assertThatThrownBy(() ->
                        engine(new DeviceChoice.Cuda(0), driver(12_020, CARD)).device())
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("too old")
                .hasMessageContaining("580")
                .hasMessageContaining("--device cpu");
    }

    @Test
    void aRefusedDeviceDoesNotWork() {
        Diagnosis diagnosis =
                engine(new DeviceChoice.Cuda(1), DeviceProbe.Findings.nothing()).diagnose();
        assertThat(diagnosis.works()).isFalse();
        assertThat(diagnosis.device()).isEqualTo("cuda:1");
    }
}
