package org.unfoldlab.model.engine.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.device.DeviceChoice;
import org.unfoldlab.model.engine.device.DeviceProbe;
import org.unfoldlab.model.engine.device.Processor;
import org.unfoldlab.model.engine.libtorch.LibTorchEngine;
import org.unfoldlab.model.engine.nd4j.Nd4jEngine;

class EnginesTest {
    private final Engines engines = new Engines(DeviceProbe.none());

    @Test
    void namesAllEnginesTheUsualOnesFirst() {
        assertThat(engines.names()).containsExactly("libtorch", "nd4j", "folded", "unfolded");
    }

    @Test
    void givesTheEngineAskedFor() throws Exception {
        for (String name : engines.names()) {
            assertThat(engines.choose(name, new DeviceChoice.Cpu()).engine().name())
                    .isEqualTo(name);
        }
    }

    @Test
    void saysWhatThereIsInsteadOfAnUnknownEngine() {
        assertThatThrownBy(() -> engines.choose("tensorflow", new DeviceChoice.Auto()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("no engine called tensorflow")
                .hasMessageContaining("libtorch, nd4j, folded, unfolded, and auto");
    }

    @Test
    void refusesAGraphicsProcessorToAnEngineThatCannotReachIt() {
        assertThatThrownBy(() -> engines.choose("folded", new DeviceChoice.Cuda(1)))
                .isInstanceOf(EngineException.class)
                .hasMessage("The engine folded computes on the processor only. Choose libtorch for cuda:1, or --device"
                        + " cpu.");
    }

    @Test
    void autoSaysThatTheGraphicsProcessorAskedForIsNotThere() {
        assertThatThrownBy(() -> engines.choose("auto", new DeviceChoice.Cuda(0)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("No NVIDIA driver was found");
    }

    @Test
    void theUsualEngineIsTheFirstThatHasALibraryForThisSystem() {
        assertThat(onSystemWith(Set.of("nd4j", "libtorch")).usual()).isEqualTo("nd4j");
        assertThat(onSystemWith(Set.of("libtorch")).usual()).isEqualTo("libtorch");
        assertThat(onSystemWith(Set.of("nd4j")).usual()).isEqualTo("nd4j");
    }

    @Test
    void autoPassesOverAnEngineWithoutALibraryForThisSystem() throws Exception {
        EngineChoice choice = onSystemWith(Set.of("libtorch")).choose("auto", new DeviceChoice.Cpu());
        assertThat(choice.engine().name()).isEqualTo("libtorch");
        assertThat(choice.reasons()).singleElement().asString().startsWith("libtorch: ");
    }

    @Test
    void autoSaysWhereBfloat16WouldSaveTimeAndLeavesItToTheUser() throws Exception {
        Processor modern = new Processor("linux-x86_64", Set.of("avx512_bf16"), 2);
        EngineChoice choice = onSystemWith(Set.of("libtorch"), modern).choose("auto", new DeviceChoice.Cpu());
        assertThat(choice.reasons()).hasSize(2).last().asString().contains("--precision bfloat16");
    }

    private static Engines onSystemWith(Set<String> libraries) {
        return onSystemWith(libraries, new Processor("linux-x86_64", Set.of(), 2));
    }

    private static Engines onSystemWith(Set<String> libraries, Processor processor) {
        return new Engines(
                Map.of("nd4j", device -> new BrokenEngine("nd4j"), "libtorch", device -> new LibTorchEngine()),
                List.of("libtorch", "nd4j"),
                libraries::contains,
                DeviceProbe.none(),
                processor,
                new SelfTest());
    }

    @Test
    void theLibrariesOfThisSystemAreFound() {
        assertThat(LibTorchEngine.isPresent()).isTrue();
        assertThat(Nd4jEngine.isPresent()).isTrue();
    }
}
