package org.unfoldlab.app.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.unfoldlab.app.ThisProgram;

class ProcessScoutTest {
    @Test
    void anotherProcessOfThisProgramTellsWhatThereIs() throws IOException {
        DeviceFacts facts = new ProcessScout(ThisProgram::command).look();
        assertThat(facts.details()).isNotEmpty();
    }

    @Test
    void anAnswerIsReadFieldByField() throws IOException {
        DeviceFacts facts = ProcessScout.read("{\"cards\":[{\"device\":\"cuda:0\",\"name\":\"NVIDIA H100\","
                + "\"usable\":false}],\"wantsLibraries\":true,\"details\":[\"a\"],\"newer\":1}");
        assertThat(facts.card("cuda:0").orElseThrow().shortName()).isEqualTo("H100");
        assertThat(facts.wantsLibraries()).isTrue();
    }

    @Test
    void silenceIsAnErrorWithASentence() {
        assertThatThrownBy(() -> ProcessScout.read(""))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("without an answer");
    }
}
