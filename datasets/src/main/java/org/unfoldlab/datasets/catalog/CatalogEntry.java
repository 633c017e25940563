package org.unfoldlab.datasets.catalog;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.unfoldlab.datasets.ImageShape;

/**
 * What is known of a set without reading it.
 *
 * @param title as users read it
 * @param classes the class names in label order
 * @param train the number of training images when complete
 * @param test the number of test images
 * @param forms the ways in which the files may lie, the first the one that is downloaded; empty if there are none
 * @param sources addresses of folders that hold the files of the first form, in the order to try
 * @param licence the licence, or that none is stated
 * @param citation whom to cite
 * @param checksums where the SHA-256 sums come from
 */
public record CatalogEntry(
        DataKind kind,
        String title,
        List<String> classes,
        ImageShape shape,
        int train,
        int test,
        List<Form> forms,
        List<URI> sources,
        String licence,
        String citation,
        String checksums) {
    public CatalogEntry {
        classes = List.copyOf(classes);
        forms = List.copyOf(forms);
        sources = List.copyOf(sources);
    }

    /**
     * One way in which a set may lie.
     *
     * @param folder the subfolder of the set's place that holds the files, or empty text
     */
    public record Form(String folder, List<KnownFile> files) {
        public Form {
            files = List.copyOf(files);
        }

        private List<KnownFile> found(Path place) {
            return files.stream()
                    .filter(file -> file.find(place.resolve(folder)).isPresent())
                    .toList();
        }
    }

    /** Whether a set is there, judged by names alone. */
    public enum Presence {
        /** Nothing to have: the set is generated. */
        GENERATED,
        ABSENT,
        /** Some files are there. */
        PARTIAL,
        COMPLETE
    }

    /** The name in {@code --data}. */
    public String name() {
        return kind.key();
    }

    /** Where the set lies if no path is given. */
    public Path place(Path dataFolder) {
        return dataFolder.resolve(name());
    }

    /** Whether it can be fetched. */
    public boolean isDownloadable() {
        return !sources.isEmpty();
    }

    /** The size of the download in bytes. */
    public long downloadBytes() {
        return isDownloadable()
                ? forms.get(0).files().stream().mapToLong(KnownFile::bytes).sum()
                : 0;
    }

    /**
     * Which files are there, without reading them.
     *
     * @param place a folder, or for an archive the archive itself, whatever its name
     */
    public Presence presence(Path place) {
        if (forms.isEmpty()) {
            return Presence.GENERATED;
        }
        if (Files.isRegularFile(place)) {
            return forms.get(0).files().size() == 1 ? Presence.COMPLETE : Presence.ABSENT;
        }
        Form form = formAt(place);
        int found = form.found(place).size();
        return found == form.files().size() ? Presence.COMPLETE : found == 0 ? Presence.ABSENT : Presence.PARTIAL;
    }

    /** The form of which the largest part is there; the downloaded one if nothing is. */
    Form formAt(Path place) {
        List<Form> withinReach = new ArrayList<>(forms);
        // The folder of the files may itself be the place.
        forms.stream()
                .filter(form -> !form.folder().isEmpty())
                .map(form -> new Form("", form.files()))
                .forEach(withinReach::add);
        return withinReach.stream()
                .max(Comparator.comparingDouble(
                        form -> (double) form.found(place).size() / form.files().size()))
                .orElseThrow();
    }

    /**
     * Compares every file with its published sum; reads them all.
     *
     * @param place a folder, or for an archive the archive itself
     */
    public List<FileCheck> check(Path place) {
        if (forms.isEmpty()) {
            return List.of();
        }
        Path parent = place.toAbsolutePath().getParent();
        if (parent != null && isDownloadedFile(place)) {
            return check(forms.get(0), parent);
        }
        Form form = formAt(place);
        return check(form, place.resolve(form.folder()));
    }

    private static List<FileCheck> check(Form form, Path folder) {
        return form.files().stream().map(file -> FileCheck.of(file, folder)).toList();
    }

    private boolean isDownloadedFile(Path place) {
        return forms.get(0).files().stream().anyMatch(file -> place.endsWith(file.name()));
    }
}
