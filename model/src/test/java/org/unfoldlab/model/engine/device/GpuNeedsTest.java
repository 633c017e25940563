package org.unfoldlab.model.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.engine.device.DeviceProbe.Findings;

class GpuNeedsTest {
    private static final long GIB = 1L << 30;
    private static final Gpu LAPTOP = new Gpu(0, "RTX 4060", 8, 9, 8 * GIB);
    private static final Gpu OLD = new Gpu(1, "GTX 1080", 6, 1, 8 * GIB);
    private static final Gpu FUTURE = new Gpu(2, "RTX 9090", 14, 0, 64 * GIB);

    private final GpuNeeds needs = needs(true);

    private static GpuNeeds needs(boolean installed) {
        return new GpuNeeds("LibTorch", installed, "Build with -Pgpu.", 13_000, "580", 75, 120);
    }

    private static Findings found(int cuda, Gpu... gpus) {
        return new Findings(OptionalInt.of(cuda), List.of(gpus), "");
    }

    @Test
    void usesWhatItHasCodeFor() {
        Findings found = found(13_010, LAPTOP, OLD, FUTURE);
        assertThat(needs.obstacle(found)).isEmpty();
        assertThat(needs.usable(found)).containsExactly(LAPTOP);
    }

    @Test
    void tellsAnOldCardFromOneThatIsTooNew() {
        assertThat(needs.obstacle(OLD))
                .contains("GTX 1080 is too old: its compute capability is 6.1, LibTorch has code from 7.5 on.");
        assertThat(needs.obstacle(FUTURE))
                .contains("RTX 9090 is newer than LibTorch: its compute capability is 14.0, the libraries have code up"
                        + " to 12.0.");
    }

    @Test
    void saysWhichDriverIsNeeded() {
        assertThat(needs.obstacle(found(12_040, LAPTOP)))
                .contains("The NVIDIA driver is too old: it serves CUDA 12.4, LibTorch needs 13.0. Install driver 580"
                        + " or newer.");
        assertThat(needs.usable(found(12_040, LAPTOP))).isEmpty();
    }

    @Test
    void saysThatThereIsNoDriverOrNoCard() {
        assertThat(needs.obstacle(Findings.nothing()))
                .contains("No NVIDIA driver was found, so LibTorch computes on the processor.");
        assertThat(needs.obstacle(found(13_000)))
                .contains("An NVIDIA driver is there, but no NVIDIA graphics card is visible to it.");
    }

    @Test
    void passesOnWhatTheDriverComplainsOf() {
        Findings found = new Findings(OptionalInt.of(13_000), List.of(), "the driver does not start (its error 999)");
        assertThat(needs.obstacle(found)).get().asString().contains("error 999").contains("Restart");
    }

    @Test
    void saysHowToGetTheLibraries() {
        assertThat(needs(false).obstacle(found(13_000, LAPTOP)))
                .contains("LibTorch's GPU libraries are not here. Build with -Pgpu.");
    }

    @Test
    void listsEachCardWithWhatIsWrongWithIt() {
        assertThat(needs.explain(found(13_000, LAPTOP, OLD)))
                .containsExactly(
                        "cuda:0: RTX 4060, compute capability 8.9, 8 GiB",
                        "cuda:1: GTX 1080, compute capability 6.1, 8 GiB",
                        "GTX 1080 is too old: its compute capability is 6.1, LibTorch has code from 7.5 on.");
    }

    @Test
    void readsWhatIsWrittenAfterDevice() {
        assertThat(DeviceChoice.parse("CUDA:3")).contains(new DeviceChoice.Cuda(3));
        assertThat(DeviceChoice.parse("cuda")).contains(new DeviceChoice.Cuda(0));
        assertThat(DeviceChoice.parse(" cpu ")).contains(new DeviceChoice.Cpu());
        assertThat(DeviceChoice.parse("auto")).contains(new DeviceChoice.Auto());
        assertThat(DeviceChoice.parse("gpu7")).isEmpty();
    }

    @Test
    void aMachineWithoutDriverIsFoundToHaveNothingQuietly() {
        Findings found = new NvidiaDriver().look();
        assertThat(found.cuda().isPresent() || found.equals(Findings.nothing())).isTrue();
    }
}
