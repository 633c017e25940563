package org.unfoldlab.app.data;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.app.editor.FileAsker;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.catalog.Catalog;
import org.unfoldlab.datasets.catalog.CatalogEntry;
import org.unfoldlab.datasets.catalog.DataKind;
import org.unfoldlab.datasets.files.ImageFolder;
import org.unfoldlab.model.graph.DataChoice;
import org.unfoldlab.model.graph.NetworkDocument;

/** Chooses the data of the open network. */
public final class DataCard extends VBox {
    private static final String CHOOSE = "Choose data";

    private final Background background;
    private final Path dataHome;
    private final FileAsker asker;
    private final DocumentViewModel document;
    private final Runnable close;
    private final Map<DataKind, DataRow> rows = new EnumMap<>(DataKind.class);
    private final Label trouble = new Label();

    /**
     * @param dataHome where sets without a path lie
     * @param close puts the card away
     */
    public DataCard(Background background, Path dataHome, FileAsker asker, DocumentViewModel document, Runnable close) {
        super(8);
        this.background = background;
        this.dataHome = dataHome;
        this.asker = asker;
        this.document = document;
        this.close = close;
        String chosen = document.document().data().set();
        for (CatalogEntry entry : Catalog.entries()) {
            DataRow row = new DataRow(this, entry, entry.name().equals(chosen));
            rows.put(entry.kind(), row);
            getChildren().add(row);
            look(entry, row);
        }
        getChildren().add(FolderRow.create(chosen.equals(DataKind.FOLDER.key()), this::chooseFolder));
        trouble.getStyleClass().add("error-text");
        trouble.setWrapText(true);
        trouble.setId("data-trouble");
        getChildren().add(trouble);
    }

    /** Ends downloads; what was fetched is kept for the next time. */
    public void cancel() {
        rows.values().forEach(DataRow::cancel);
    }

    /** Takes a set of the catalogue, from its own place or another one. */
    void choose(CatalogEntry entry, Optional<Path> path) {
        take(entry.name(), path, entry.classes().size());
    }

    /** Asks where the files of a set lie, and takes them if they are there. */
    void chooseElsewhere(CatalogEntry entry) {
        asker.folder("Where the files of " + entry.title() + " lie")
                .ifPresent(folder ->
                        background.run("Looking into " + folder, () -> entry.presence(folder), presence -> {
                            if (presence == CatalogEntry.Presence.ABSENT) {
                                say(folder + " holds no file of " + entry.title() + ".");
                            } else {
                                choose(entry, Optional.of(folder));
                            }
                        }));
    }

    Background background() {
        return background;
    }

    Path placeOf(CatalogEntry entry) {
        boolean chosen = document.document().data().set().equals(entry.name());
        Optional<Path> own = chosen ? document.document().data().path().map(Path::of) : Optional.empty();
        return own.orElseGet(() -> entry.place(dataHome));
    }

    Path homeOf(CatalogEntry entry) {
        return entry.place(dataHome);
    }

    /** A set was fetched into Unfold's own place: a network that looked for it elsewhere finds it there now. */
    void fetched(CatalogEntry entry, DataRow row) {
        NetworkDocument now = document.document();
        DataChoice before = now.data();
        if (before.set().equals(entry.name()) && before.path().isPresent()) {
            document.edit(
                    CHOOSE,
                    now.edit().data(at(before, entry.name(), Optional.empty())).build());
        }
        look(entry, row);
    }

    /** Looks again whether a set is there. */
    void look(CatalogEntry entry, DataRow row) {
        Path place = placeOf(entry);
        background.run("Looking for " + entry.title(), () -> entry.presence(place), row::show);
    }

    void say(String sentence) {
        trouble.setText(sentence);
    }

    /** What kept something from being done. */
    void say(Exception e) {
        say(e instanceof DatasetException ? String.valueOf(e.getMessage()) : e.toString());
    }

    private void chooseFolder() {
        asker.folder("A folder with one subfolder for each class")
                .ifPresent(folder -> background.run(
                        "Counting classes in " + folder,
                        () -> ImageFolder.classesIn(folder).size(),
                        classes -> take(DataKind.FOLDER.key(), Optional.of(folder), classes),
                        this::say));
    }

    private void take(String set, Optional<Path> path, int classes) {
        NetworkDocument now = document.document();
        DataChoice choice = at(now.data(), set, path);
        document.edit(CHOOSE, now.edit().data(choice).classes(classes).build());
        close.run();
    }

    private static DataChoice at(DataChoice before, String set, Optional<Path> path) {
        return new DataChoice(
                set, path.map(Path::toString), before.trainImages(), before.testImages(), before.extras());
    }

    /** A count as people write it, e.g. {@code 50,000}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
