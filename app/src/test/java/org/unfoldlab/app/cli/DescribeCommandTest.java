package org.unfoldlab.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class DescribeCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path home;

    private Commands.Said describe(String... arguments) {
        String[] all =
                Stream.concat(Stream.of("describe"), Stream.of(arguments)).toArray(String[]::new);
        return new Commands(home).run(all);
    }

    @TestFactory
    Stream<DynamicTest> everyGoldenCaseIsDescribedAsItsFileSays() throws IOException {
        Optional<Path> golden = SharedFiles.find("golden");
        assumeTrue(golden.isPresent(), "no shared/golden folder");
        try (Stream<Path> files = Files.list(golden.get())) {
            List<Path> networks = files.filter(file -> file.toString().endsWith(".unfold"))
                    .sorted()
                    .toList();
            return networks.stream()
                    .map(network -> DynamicTest.dynamicTest(
                            network.getFileName().toString(), () -> assertDescribedAsItsFileSays(network)));
        }
    }

    private void assertDescribedAsItsFileSays(Path network) throws IOException {
        Path expected = Path.of(network.toString().replace(".unfold", ".describe.json"));
        Commands.Said said = describe(network.toString());
        assertEquals("", said.err());
        JsonNode actual = MAPPER.readTree(said.out());
        MAPPER.readTree(expected.toFile())
                .properties()
                .forEach(field -> assertEquals(field.getValue(), actual.get(field.getKey()), field.getKey()));
    }

    @Test
    void statesAreListedWithTheirFirstSignal() throws IOException {
        JsonNode json = MAPPER.readTree(describe("4-state-frnn-adjacent").out());
        assertEquals(
                "{\"V1\":0,\"V2\":1,\"V4\":2,\"IT\":3}", json.get("populated").toString());
    }

    @Test
    void anotherReadoutTimeCanBeAskedFor() throws IOException {
        JsonNode json = MAPPER.readTree(describe("2-state-frnn", "--time", "3").out());
        assertEquals(3, json.get("readoutTime").asInt());
        assertTrue(json.get("depth").asInt() > 0);
    }

    @Test
    void withoutASignalThereIsNoDepthAndAWarningSaysWhy() throws IOException {
        Commands.Said said = describe("2-state-frnn", "--time", "1");
        assertEquals(0, said.code());
        assertTrue(MAPPER.readTree(said.out()).get("depth").isNull());
        assertTrue(said.err().contains("V2 has no signal at T = 1"), said.err());
    }
}
