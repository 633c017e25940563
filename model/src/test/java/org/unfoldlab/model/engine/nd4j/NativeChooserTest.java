package org.unfoldlab.model.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unfoldlab.model.engine.device.Processor;

/** Loads nothing of ND4J. */
class NativeChooserTest {
    private static final Set<String> AVX2 = Set.of("avx2", "fma");
    private static final Set<String> AVX512 =
            Set.of("avx2", "fma", "avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl");

    @Test
    void takesTheWidestVectorsThatTheProcessorHas() {
        assertThat(NativeChooser.choose(AVX512, extension -> true).extension()).isEqualTo("-onednn-avx512");
        assertThat(NativeChooser.choose(AVX2, extension -> true).extension()).isEqualTo("-onednn-avx2");
    }

    @Test
    void takesAvx2WhereTheWiderLibraryIsNotShipped() {
        assertThat(NativeChooser.choose(AVX512, "-onednn-avx2"::equals))
                .isEqualTo(new NativeChooser.Choice("-onednn-avx2", java.util.Optional.empty()));
    }

    @Test
    void halfAnAvx512IsNone() {
        Set<String> knightsLanding = Set.of("avx2", "fma", "avx512f", "avx512cd");
        assertThat(NativeChooser.choose(knightsLanding, extension -> true).extension())
                .isEqualTo("-onednn-avx2");
    }

    @Test
    void warnsThatThePlainLibraryIsSlow() {
        NativeChooser.Choice choice = NativeChooser.choose(Set.of("sse4_2"), extension -> true);
        assertThat(choice.extension()).isEmpty();
        assertThat(choice.warning()).get().asString().contains("no AVX2").contains("slower");
        assertThat(NativeChooser.choose(AVX2, extension -> false).warning())
                .get()
                .asString()
                .contains("class path");
    }

    @Test
    void readsLinuxFlagsAndCountsCoresOnce() {
        List<String> twoThreadsOnOneCore = List.of(
                "processor\t: 0",
                "physical id\t: 0",
                "core id\t: 0",
                "flags\t\t: fpu avx2 fma",
                "processor\t: 1",
                "physical id\t: 0",
                "core id\t: 0",
                "flags\t\t: fpu avx2 fma");
        Processor processor = Processor.ofLinux("linux-x86_64", twoThreadsOnOneCore, 2);
        assertThat(processor.flags()).containsExactlyInAnyOrder("fpu", "avx2", "fma");
        assertThat(processor.physicalCores()).isEqualTo(1);
    }

    @Test
    void countsVisibleProcessorsWhereTheSystemHidesItsCores() {
        assertThat(Processor.ofLinux("linux-arm64", List.of(), 3).physicalCores())
                .isEqualTo(3);
    }

    @Test
    void readsMacFeatures() {
        List<String> sysctl = List.of(
                "hw.physicalcpu: 4", "machdep.cpu.features: FPU FMA AVX1.0", "machdep.cpu.leaf7_features: AVX2 BMI1");
        Processor processor = Processor.ofMac("macosx-x86_64", sysctl, 8);
        assertThat(processor.flags()).contains("fma", "avx", "avx2");
        assertThat(processor.physicalCores()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "linux,amd64,linux-x86_64",
        "windows 11,amd64,windows-x86_64",
        "mac os x,x86_64,macosx-x86_64",
        "mac os x,aarch64,macosx-arm64"
    })
    void namesPlatformsAsJavaCppDoes(String os, String arch, String platform) {
        assertThat(Processor.platform(os, arch)).isEqualTo(platform);
    }

    @Test
    void knowsProcessorsThatMultiplyInBfloat16() {
        assertThat(Processor.ofLinux("linux-x86_64", List.of("flags : avx2 fma avx512f avx512_bf16"), 2)
                        .hasBfloat16())
                .isTrue();
        assertThat(Processor.ofLinux("linux-arm64", List.of("Features : fp asimd bf16"), 2)
                        .hasBfloat16())
                .isTrue();
        assertThat(Processor.ofLinux("linux-x86_64", List.of("flags : avx2 fma"), 2)
                        .hasBfloat16())
                .isFalse();
    }
}
