package org.unfoldlab.model.engine.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.engine.device.NativeExtension;

class NativesTest {
    private final String before = System.getProperty(NativeExtension.PROPERTY);

    @AfterEach
    void restore() {
        NativeExtension.prefer(before);
    }

    /** Else ND4J, loaded afterwards, would take its plain library, or none where that is not there. */
    @Test
    void loadingLeavesTheChoiceOfOtherLibrariesAsItWas() throws Exception {
        System.setProperty(NativeExtension.PROPERTY, "-onednn-avx2");
        Loader.loadProperties(true);
        Natives.load(false);
        assertThat(System.getProperty(NativeExtension.PROPERTY)).isEqualTo("-onednn-avx2");
        assertThat(Loader.loadProperties().getProperty("platform.extension")).isEqualTo("-onednn-avx2");
        System.clearProperty(NativeExtension.PROPERTY);
        Natives.load(false);
        assertThat(Loader.loadProperties().getProperty("platform.extension")).isNull();
    }
}
