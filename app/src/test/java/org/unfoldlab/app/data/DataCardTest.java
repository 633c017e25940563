package org.unfoldlab.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.NoFiles;
import org.unfoldlab.app.editor.DocumentOrigin;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.datasets.catalog.Download;
import org.unfoldlab.model.graph.DataChoice;
import org.unfoldlab.model.graph.Extras;
import org.unfoldlab.model.store.Presets;

@ExtendWith(ApplicationExtension.class)
class DataCardTest {
    private final Background background = new Background(Runnable::run, Runnable::run);

    @TempDir
    private Path folder;

    private DocumentViewModel document(String set, Path place) {
        DocumentViewModel document = new DocumentViewModel(background);
        DataChoice data = new DataChoice(
                set, Optional.of(place.toString()), OptionalInt.of(100), OptionalInt.empty(), Extras.NONE);
        document.open(
                Presets.find("demo").orElseThrow().document().edit().data(data).build(), DocumentOrigin.NEW);
        return document;
    }

    private DataCard card(DocumentViewModel document) {
        return new DataCard(background, folder, new OneFolder(), document, () -> {});
    }

    private static DataRow row(DataCard card, String set) {
        return card.getChildren().stream()
                .filter(DataRow.class::isInstance)
                .map(DataRow.class::cast)
                .filter(row -> row.lookup("#data-state-" + set) != null)
                .findFirst()
                .orElseThrow();
    }

    private static String state(DataCard card, String set) {
        return ((Label) row(card, set).lookup("#data-state-" + set)).getText();
    }

    @Test
    void whatWasFetchedIsUsedInsteadOfAPlaceThatIsNotThere(FxRobot robot) {
        robot.interact(() -> {
            DocumentViewModel document = document("cifar-10", folder.resolve("gone"));
            DataCard card = card(document);
            assertThat(state(card, "cifar-10")).isEqualTo("Not on this computer");
            row(card, "cifar-10").ended(Download.Outcome.CANCELLED);
            assertThat(document.document().data().path()).isPresent();

            write(folder.resolve("cifar-10/cifar-10-binary.tar.gz"));
            row(card, "cifar-10").ended(Download.Outcome.COMPLETE);
            assertThat(state(card, "cifar-10")).isEqualTo("Here, in " + folder.resolve("cifar-10"));
            assertThat(document.document().data().path()).isEmpty();
            assertThat(document.document().data().trainImages()).hasValue(100);
        });
    }

    @Test
    void anArchiveThatIsNamedItselfIsThere(FxRobot robot) {
        robot.interact(() -> {
            Path archive = folder.resolve("elsewhere/cifar.tar.gz");
            write(archive);
            DataCard card = card(document("cifar-10", archive));
            assertThat(state(card, "cifar-10")).isEqualTo("Here, in " + archive);
        });
    }

    @Test
    void theClassesOfAFolderWithTrainAndTestAreThoseOfTrain(FxRobot robot) {
        robot.interact(() -> {
            for (String name : new String[] {"cat", "dog", "hen"}) {
                write(folder.resolve("train/" + name + "/1.png"));
                write(folder.resolve("test/" + name + "/1.png"));
            }
            DocumentViewModel document = document("shapes", folder);
            ((Button) card(document).lookup("#data-folder-choose")).fire();
            assertThat(document.document().data().path()).contains(folder.toString());
            assertThat(document.document().classes()).isEqualTo(3);
        });
    }

    private static void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class OneFolder extends NoFiles {
        @Override
        public Optional<Path> folder(String title) {
            return Optional.of(folder);
        }
    }
}
