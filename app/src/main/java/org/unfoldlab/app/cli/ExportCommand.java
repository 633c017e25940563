package org.unfoldlab.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unfoldlab.app.export.NetworkExportJob;
import org.unfoldlab.app.export.NetworkExportJob.Size;
import org.unfoldlab.app.export.NetworkExportJob.View;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.store.AtomicFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a network as a drawing, a table or a script. */
@Command(
        name = "export",
        description = {
            "Write a network as a drawing (SVG, PDF or PNG by the file's name), as a summary table, or as a script that"
                    + " runs with PyTorch.",
            "Without --out, summary and pytorch are printed."
        })
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NETWORK", description = "A file (*.unfold) or a preset.")
    private String network = "";

    @Option(names = "--view", paramLabel = "VIEW", required = true, description = "One of: ${COMPLETION-CANDIDATES}.")
    private View view = View.SUMMARY;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write, e.g. graph.svg.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--time", paramLabel = "T", description = "Read out at T instead of the file's readout time.")
    private Optional<Integer> time = Optional.empty();

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            description = "Of a drawing: screen, page (170 mm) or column (85 mm). Default: page.")
    private Size size = Size.PAGE;

    @Option(names = "--dark", description = "Draw on a dark ground.")
    private boolean dark;

    private final Terminal terminal;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Network checked = Networks.open(network, terminal).checked(time);
        NetworkDocument document = time.map(t -> checked.document()
                        .edit()
                        .readout(checked.document().readout().withTime(t))
                        .build())
                .orElse(checked.document());
        NetworkExportJob job = new NetworkExportJob(document, where());
        if (view.isText()) {
            write(job.text(view).orElseThrow(() -> noSignal(document)));
        } else {
            draw(job);
        }
        return ExitCodes.OK;
    }

    private String where() {
        return String.valueOf(Path.of(network).getFileName());
    }

    private static Failure noSignal(NetworkDocument document) {
        return Failure.failed("No signal yet at T = " + document.readout().time()
                + ": the readout state is empty, so there is nothing to compute. Use a later --time.");
    }

    private void write(String text) throws IOException {
        if (out.isPresent()) {
            write(out.get(), text.getBytes(StandardCharsets.UTF_8));
        } else {
            terminal.out().print(text);
        }
    }

    private void draw(NetworkExportJob job) throws IOException {
        Path file = out.orElseThrow(() -> Failure.wrongUse("A drawing needs --out FILE, e.g. --out " + view + ".svg."));
        byte[] bytes = job.drawing(view, file.toString(), size, dark)
                .orElseThrow(() -> Failure.wrongUse(file + " names no kind of drawing. End it in .svg, .pdf or .png."));
        write(file, bytes);
    }

    private void write(Path file, byte[] bytes) throws IOException {
        AtomicFiles.write(file, stream -> stream.write(bytes));
        terminal.out().println("Written: " + file);
    }
}
