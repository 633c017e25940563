package org.unfoldlab.app.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AboutTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void everyLibraryOnTheClassPathIsListedOnceWithItsLicence() {
        Notice notices = new Notice("MIT\n---\n  org.some:thing\n");
        String classPath = String.join(
                File.pathSeparator, "/x/thing-1.2.jar", "/x/thing-1.2-linux.jar", "/x/other-3-M1.jar", "/classes");
        assertThat(Library.on(classPath, notices))
                .containsExactly(new Library("other", "3-M1", Notice.UNSTATED), new Library("thing", "1.2", "MIT"));
    }

    @Test
    void enginesAreNamedWithTheirOwnVersions() {
        List<Library> libraries = List.of(
                new Library("pytorch", "2.10.0-1.5.13", "-"),
                new Library("picocli", "4.7.7", "-"),
                new Library("nd4j-native", "1.0.0-M2.1", "-"));
        assertThat(AboutCard.engines(libraries)).isEqualTo("ND4J 1.0.0-M2.1, LibTorch 2.10.0");
    }

    @Test
    void theNoticesOfTheProgramAreInIt() {
        assertThat(Notice.ofProgram().licenceOf("picocli")).isEqualTo("Apache-2.0");
    }

    @Test
    void aReportHoldsTheLogTheSettingsAndWhatTheEnginesSay() throws IOException {
        Path log = Files.writeString(folder.resolve("unfold.log"), "what happened");
        ProblemReport report = ProblemFacts.collect(
                log, folder.resolve("absent.json"), Optional.of("{}"), List.of("/no/such/program"));
        assertThat(part(report, "log.txt").text()).isEqualTo("what happened");
        assertThat(part(report, "settings.json").text()).startsWith("There is none");
        assertThat(part(report, "engines.txt").text()).startsWith("The engines cannot be asked");
        assertThat(part(report, "network.unfold").included()).isFalse();
    }

    @Test
    void whatIsSavedIsWhatWasShown() throws IOException {
        ProblemReport report = new ProblemReport(List.of(new ProblemReport.Part("a.txt", "A", "Größe", true)));
        Path file = folder.resolve("report.zip");
        report.write(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry("a.txt");
            try (InputStream in = zip.getInputStream(entry)) {
                assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo("Größe");
            }
        }
    }

    private static ProblemReport.Part part(ProblemReport report, String file) {
        return report.parts().stream()
                .filter(part -> part.file().equals(file))
                .findFirst()
                .orElseThrow();
    }
}
