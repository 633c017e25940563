package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandWordTest {
    @Test
    void onlyWhatAShellWouldPartIsQuoted() {
        assertThat(CommandWord.of(Path.of("runs/my-run_1")))
                .isEqualTo(Path.of("runs/my-run_1").toString());
        assertThat(CommandWord.of("/home/jürg/läufe")).isEqualTo("/home/jürg/läufe");
        assertThat(CommandWord.of("/home/me/my runs/1")).isEqualTo("\"/home/me/my runs/1\"");
        assertThat(CommandWord.of("a(1)")).isEqualTo("\"a(1)\"");
    }
}
