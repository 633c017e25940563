package org.unfoldlab.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineOptionTest {
    @TempDir
    private Path home;

    private Commands.Said bench(String... options) {
        List<String> words = new ArrayList<>(List.of("bench", "demo", "--batch", "4", "--seconds", "0.1", "--json"));
        words.addAll(List.of(options));
        return new Commands(home).run(words.toArray(String[]::new));
    }

    @Test
    void autoTakesAnEngineThatPassesItsTest() throws IOException {
        Commands.Said said = bench("--engine", "auto", "--device", "cpu");
        assertEquals(0, said.code(), said.err());
        String engine = new ObjectMapper().readTree(said.out()).get("engine").asText();
        assertTrue(List.of("nd4j", "libtorch").contains(engine), engine);
    }

    @Test
    void anEngineThatLacksGraphicsProcessorsNamesTheOneThatHasThem() {
        Commands.Said said = bench("--engine", "nd4j", "--device", "cuda:0");
        assertNotEquals(0, said.code());
        assertTrue(said.err().contains("Choose libtorch for cuda:0, or --device cpu."), said.err());
    }

    @Test
    void aGraphicsProcessorThatIsNotThereIsNotReplacedInSilence() {
        Commands.Said said = bench("--device", "cuda:99");
        assertNotEquals(0, said.code());
        assertTrue(said.err().contains("libtorch: "), said.err());
    }

    @Test
    void aDeviceThatCannotBeReadIsWrongUse() {
        Commands.Said said = bench("--device", "gpu");
        assertEquals(2, said.code());
        assertTrue(said.err().contains("Write auto, cpu or cuda:N"), said.err());
    }

    @Test
    void aMisspeltEngineIsAskedBack() {
        Commands.Said said = bench("--engine", "aut");
        assertEquals(2, said.code());
        assertTrue(said.err().contains("Did you mean auto?"), said.err());
    }
}
