package org.unfoldlab.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    @TempDir
    private Path home;

    @Test
    void oneLineOfJsonHoldsAllFigures() throws IOException {
        Commands.Said said =
                new Commands(home).run("bench", "demo", "--batch", "4", "--seconds", "0.1", "--threads", "1", "--json");
        assertEquals(0, said.code(), said.err());
        assertEquals(1, said.out().lines().count());
        JsonNode json = new ObjectMapper().readTree(said.out());
        for (String key : List.of("trainMs", "trainMinMs", "inferMs", "inferMinMs", "imagesPerSecond", "planMs")) {
            assertTrue(json.get(key).asDouble() > 0, key);
        }
        assertTrue(json.has("peakMib"));
        for (String key : List.of("trainShares", "inferShares")) {
            double whole = 0;
            for (JsonNode share : json.get(key)) {
                whole += share.asDouble();
            }
            assertEquals(1, whole, 0.01, key);
        }
        assertTrue(json.get("trainShares").has("batch norm, adjoint"), said.out());
        assertTrue(json.get("trainMinMs").asDouble() <= json.get("trainMs").asDouble());
    }

    @Test
    void aPassThatDoesNotExistIsWrongUse() {
        Commands.Said said = new Commands(home).run("bench", "demo", "--without", "equal-wrok");
        assertEquals(2, said.code());
        assertTrue(said.err().contains("Did you mean equal-work?"), said.err());
    }

    @Test
    void aBatchOfOneIsWrongUse() {
        Commands.Said said = new Commands(home).run("bench", "demo", "--batch", "1");
        assertEquals(2, said.code());
        assertTrue(said.err().contains("at least 2 images"), said.err());
    }
}
