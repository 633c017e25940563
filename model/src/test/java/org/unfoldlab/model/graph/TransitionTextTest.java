package org.unfoldlab.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransitionTextTest {
    @Test
    void aTypedLineHoldsFunctionShortcutAndWindow() {
        assertThat(TransitionText.parse("brc×2 +i @2..t-1"))
                .isEqualTo(
                        new TransitionText.Parsed.Understood(new TransitionText("BRCx2", Shortcut.IDENTITY, "2..T-1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BRCx2", "BRCx2 +I @2..T-1", "BRDx3 +H", "B R C1:16 B R C3/2:16 +P", "BRCx1 +0 @T-2"})
    void whatIsWrittenIsReadBack(String line) {
        assertThat(TransitionText.parse(line))
                .isInstanceOfSatisfying(
                        TransitionText.Parsed.Understood.class,
                        read -> assertThat(read.text()).hasToString(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+I", "BRCx2 +Q", "BRCx2 @soon"})
    void whatIsUnclearIsAnsweredWithWhatToWrite(String line) {
        assertThat(TransitionText.parse(line)).isInstanceOf(TransitionText.Parsed.Unclear.class);
    }
}
