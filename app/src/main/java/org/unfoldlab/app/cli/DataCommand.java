package org.unfoldlab.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.app.Places;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.catalog.Catalog;
import org.unfoldlab.datasets.catalog.CatalogEntry;
import org.unfoldlab.datasets.catalog.Download;
import org.unfoldlab.datasets.catalog.FileCheck;
import org.unfoldlab.model.store.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, fetches, checks and finds sets of images. */
@Command(
        name = "data",
        description = "List, download and check the sets of images, or say where they lie.",
        footer = {
            "",
            "In --data of other commands: shapes[:SEED], cifar-10[:PATH], mnist[:PATH], fashion-mnist[:PATH],"
                    + " folder:PATH."
        })
final class DataCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final Terminal terminal;
    private final Places places;

    DataCommand(Terminal terminal, Places places) {
        this.terminal = terminal;
        this.places = places;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, download, check or where");
    }

    @Command(name = "list", description = "List the sets: size, whether they are here, licence and source.")
    int list(@Option(names = "--json", description = "Print JSON.") boolean json) {
        List<CatalogEntry> entries = Catalog.entries();
        if (json) {
            Json.print(terminal, entries.stream().map(this::fields).toList());
            return ExitCodes.OK;
        }
        for (CatalogEntry entry : entries) {
            terminal.out().printf("%-14s %s%n", entry.name(), presence(entry));
            terminal.out()
                    .println("    " + entry.title() + ": " + entry.train() + " + " + entry.test() + " images, "
                            + entry.shape() + ", " + entry.classes().size() + " classes");
            terminal.out().println("    Licence: " + entry.licence() + ". Source: " + entry.citation());
        }
        return ExitCodes.OK;
    }

    private String presence(CatalogEntry entry) {
        return switch (entry.presence(entry.place(places.data()))) {
            case GENERATED -> "generated, nothing to download";
            case COMPLETE -> "here: " + entry.place(places.data());
            case PARTIAL -> "partly here: " + entry.place(places.data());
            case ABSENT -> "not here, " + Amounts.bytes(entry.downloadBytes()) + " to download";
        };
    }

    private Map<String, Object> fields(CatalogEntry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", entry.name());
        fields.put("title", entry.title());
        fields.put("trainImages", entry.train());
        fields.put("testImages", entry.test());
        fields.put("shape", entry.shape().toString());
        fields.put("classes", entry.classes());
        fields.put("presence", entry.presence(entry.place(places.data())).name().toLowerCase(Locale.ROOT));
        fields.put("path", entry.place(places.data()).toString());
        fields.put("downloadBytes", entry.downloadBytes());
        fields.put("licence", entry.licence());
        fields.put("citation", entry.citation());
        return fields;
    }

    @Command(
            name = "download",
            description = "Fetch a set, checked against its published SHA-256; goes on where an earlier try stopped.")
    int download(
            @Parameters(paramLabel = "SET", description = "cifar-10, mnist or fashion-mnist.") String name,
            @Option(names = "--to", paramLabel = "FOLDER", description = "Another folder than Unfold's own.")
                    Optional<Path> folder)
            throws DatasetException {
        CatalogEntry entry = entry(name);
        Path place = folder.orElse(entry.place(places.data()));
        try (ProgressLine line = new ProgressLine(terminal)) {
            new Download().fetch(entry, place, (file, bytes, total) -> line.show(progress(file, bytes, total)));
        }
        terminal.out().println(entry.title() + " is complete in " + place);
        return ExitCodes.OK;
    }

    private static String progress(String file, long bytes, long total) {
        return file + ": " + Amounts.bytes(bytes) + " of " + Amounts.bytes(total) + " (" + (100 * bytes / total)
                + " %)";
    }

    @Command(name = "check", description = "Compare the files of a set with their published SHA-256.")
    int check(
            @Parameters(paramLabel = "SET", description = "cifar-10, mnist or fashion-mnist.") String name,
            @Parameters(paramLabel = "PATH", arity = "0..1", description = "Where it lies, if not in Unfold's folder.")
                    Optional<Path> path) {
        CatalogEntry entry = entry(name);
        Path place = path.orElse(entry.place(places.data()));
        if (entry.presence(place) == CatalogEntry.Presence.GENERATED) {
            terminal.out().println(entry.title() + " is generated: there is nothing to check.");
            return ExitCodes.OK;
        }
        if (!Files.exists(place)) {
            throw Failure.failed(entry.title() + " is not at " + place + ". Fetch it with 'unfold data download "
                    + entry.name() + "'.");
        }
        List<FileCheck> checks = entry.check(place);
        checks.forEach(check -> terminal.out().println(check.explanation()));
        boolean right = checks.stream().allMatch(check -> check.state().isRight());
        return right ? ExitCodes.OK : ExitCodes.FAILED;
    }

    @Command(name = "where", description = "Say where sets lie, or would lie.")
    int where(
            @Parameters(paramLabel = "SET", arity = "0..1", description = "One set; without it, the folder of all.")
                    Optional<String> name) {
        terminal.out().println(name.map(this::placeOf).orElse(places.data().toString()));
        return ExitCodes.OK;
    }

    private String placeOf(String name) {
        return entry(name).place(places.data()).toString();
    }

    private static CatalogEntry entry(String name) {
        List<CatalogEntry> entries = Catalog.entries();
        List<String> names = entries.stream().map(CatalogEntry::name).toList();
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.wrongUse("There is no set called " + name + ". "
                        + Suggestion.of(name, names)
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("The sets are " + String.join(", ", names) + ".")));
    }
}
