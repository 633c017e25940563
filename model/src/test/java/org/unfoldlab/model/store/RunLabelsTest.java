package org.unfoldlab.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLabelsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void aLabelIsReadAsItWasWritten() throws IOException {
        RunLabel label = RunLabel.NONE
                .withName("TSBN, T = 8")
                .withNote("overnight\nwith “quotes”")
                .withColour(3)
                .withPinned(true);
        RunLabels.write(folder, label);
        assertThat(RunLabels.read(folder)).isEqualTo(label);
        assertThat(RunLabels.read(folder).withName("  ").name()).isEmpty();
    }

    @Test
    void unknownFieldsAreKept() throws IOException {
        Files.writeString(folder.resolve("label.json"), "{\"name\": \"A\", \"tags\": [\"x\", 2]}");
        RunLabels.write(folder, RunLabels.read(folder).withPinned(true));
        assertThat(Files.readString(folder.resolve("label.json")))
                .contains("\"tags\": [", "\"x\"", "\"pinned\": true", "\"name\": \"A\"");
    }

    @Test
    void aDamagedLabelIsNone() throws IOException {
        assertThat(RunLabels.read(folder)).isEqualTo(RunLabel.NONE);
        for (String text : new String[] {"", "[1]", "{\"name\": ", "{\"colour\": -4, \"pinned\": \"yes\"}"}) {
            Files.writeString(folder.resolve("label.json"), text);
            assertThat(RunLabels.read(folder)).isEqualTo(RunLabel.NONE);
        }
    }
}
