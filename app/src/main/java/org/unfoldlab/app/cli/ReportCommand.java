package org.unfoldlab.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.unfoldlab.app.Places;
import org.unfoldlab.app.export.ReportExport;
import org.unfoldlab.model.store.AtomicFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes runs as one document. */
@Command(
        name = "report",
        description = {
            "Write a run, or a comparison of several, as one HTML page or PDF.",
            "Curves, errors by readout time, statistics, the network, settings and provenance; nothing outside the file"
                    + " is needed."
        })
final class ReportCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Run folders, or names among Unfold's own runs.")
    private List<Path> runs = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where to write: FILE.html or FILE.pdf.")
    private Path out = Path.of("report.html");

    private final Terminal terminal;
    private final Places places;

    ReportCommand(Terminal terminal, Places places) {
        this.terminal = terminal;
        this.places = places;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> folders =
                runs.stream().map(run -> RunPaths.find(places, run)).toList();
        byte[] bytes = ReportExport.ofFolders(folders, out.toString())
                .orElseThrow(() -> Failure.wrongUse(out + " names no kind of report. End it in .html or .pdf."));
        AtomicFiles.write(out, stream -> stream.write(bytes));
        terminal.out().println("Written: " + out);
        return ExitCodes.OK;
    }
}
