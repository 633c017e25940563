package org.unfoldlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThirdPartyNoticesTest {
    @Test
    void everyLibraryThatIsDeliveredIsNamedWithItsLicence() throws IOException {
        Path classPath = Path.of("target", "classpath.txt");
        assumeTrue(Files.exists(classPath), "no class path was written");
        String notices = Files.readString(Path.of("..", "THIRD-PARTY-NOTICES"));
        List<String> unnamed = Stream.of(Files.readString(classPath).strip().split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(jar -> !jar.getFileName().toString().startsWith("unfold-"))
                .filter(jar -> !notices.contains(":" + artifact(jar) + "\n"))
                .map(Path::toString)
                .toList();
        assertEquals(List.of(), unnamed);
    }

    /** A jar of a Maven repository lies in GROUP/ARTIFACT/VERSION. */
    private static String artifact(Path jar) {
        return jar.getName(jar.getNameCount() - 3).toString();
    }
}
