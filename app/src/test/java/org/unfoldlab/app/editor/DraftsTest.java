package org.unfoldlab.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.app.Background;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.store.Presets;

class DraftsTest {
    private final Background background = new Background(Runnable::run, Runnable::run);
    private final DocumentViewModel document = new DocumentViewModel(background);

    @TempDir
    private Path home;

    private static NetworkDocument titled(String title) {
        return Presets.find("demo").orElseThrow().document().edit().title(title).build();
    }

    private List<Draft> found(Drafts drafts) {
        List<Draft> found = new ArrayList<>();
        drafts.findLeft(found::add);
        return found;
    }

    private long files() throws IOException {
        if (!Files.isDirectory(home.resolve("drafts"))) {
            return 0;
        }
        try (Stream<Path> all = Files.list(home.resolve("drafts"))) {
            return all.count();
        }
    }

    @Test
    void unsavedEditsAreKeptWhileThereAreAnyAndNothingIsLeftAfterAGoodEnd() throws IOException {
        Drafts drafts = new Drafts(background, document, home.resolve("drafts"));
        document.open(titled("A"), DocumentOrigin.NEW);
        drafts.keep();
        assertThat(files()).isZero();
        document.edit("Rename", titled("B"));
        drafts.keep();
        assertThat(files()).isEqualTo(3);
        document.undo();
        drafts.keep();
        assertThat(files()).as("only the lock").isEqualTo(1);
        document.redo();
        drafts.keep();
        drafts.close();
        assertThat(files()).isZero();
    }

    @Test
    void aLivingProgramsDraftIsNotOfferedAndADeadOnesIs() throws IOException {
        DraftFolder crashed = new DraftFolder(home);
        Path file = home.resolve("areas.unfold.elsewhere");
        crashed.write(titled("Mine"), Optional.of(file));
        Drafts next = new Drafts(background, document, home);
        assertThat(found(next)).isEmpty();
        crashed.letGo();
        assertThat(found(next)).singleElement().satisfies(draft -> {
            assertThat(draft.document()).isEqualTo(titled("Mine"));
            assertThat(draft.file()).hasValue(file.toAbsolutePath());
        });
        next.discard(found(next).get(0));
        assertThat(found(next)).isEmpty();
        try (Stream<Path> all = Files.list(home)) {
            assertThat(all).isEmpty();
        }
    }

    @Test
    void aDraftSurvivesAProgramThatIsKilled() throws Exception {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DraftingMain.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(killed.inputReader().readLine()).isEqualTo("kept");
        Drafts next = new Drafts(background, document, home);
        assertThat(found(next)).as("held by the living program").isEmpty();
        killed.destroyForcibly().waitFor();
        assertThat(found(next))
                .singleElement()
                .satisfies(draft -> assertThat(draft.document().title()).isEqualTo("Unsaved"));
    }

    @Test
    void aDamagedDraftIsLeftAloneAndHidesNoOther() throws IOException {
        DraftFolder crashed = new DraftFolder(home);
        crashed.write(titled("Whole"), Optional.empty());
        crashed.letGo();
        Files.writeString(home.resolve("1-1-1.unfold"), "{\"unfold\": 1, \"states\": [");
        assertThat(found(new Drafts(background, document, home)))
                .singleElement()
                .satisfies(draft -> assertThat(draft.document().title()).isEqualTo("Whole"));
        assertThat(home.resolve("1-1-1.unfold")).exists();
    }
}
