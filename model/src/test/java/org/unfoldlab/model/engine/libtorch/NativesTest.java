package org.unfoldlab.model.engine.libtorch;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.engine.nd4j.NativeChooser;

class NativesTest {
    private final String before = System.getProperty(NativeChooser.EXTENSION);

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(NativeChooser.EXTENSION);
        } else {
            System.setProperty(NativeChooser.EXTENSION, before);
        }
        Loader.loadProperties(true);
    }

    /** Else ND4J, loaded afterwards, would take its plain library, or none where that is not there. */
    @Test
    void loadingLeavesTheChoiceOfOtherLibrariesAsItWas() throws Exception {
        System.setProperty(NativeChooser.EXTENSION, "-onednn-avx2");
        Loader.loadProperties(true);
        Natives.load(false);
        assertThat(System.getProperty(NativeChooser.EXTENSION)).isEqualTo("-onednn-avx2");
        assertThat(Loader.loadProperties().getProperty("platform.extension")).isEqualTo("-onednn-avx2");
        System.clearProperty(NativeChooser.EXTENSION);
        Natives.load(false);
        assertThat(Loader.loadProperties().getProperty("platform.extension")).isNull();
    }
}
