package org.unfoldlab.app.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unfoldlab.app.runs.RunArchive;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.model.store.RunFolder;
import org.unfoldlab.model.store.RunLabels;
import org.unfoldlab.viz.export.Report;
import org.unfoldlab.viz.export.ReportHtml;
import org.unfoldlab.viz.export.ReportPdf;
import org.unfoldlab.viz.export.Typefaces;

/**
 * A run, or a comparison of several, as one document.
 *
 * @param name as it is listed
 */
public record ReportExport(String name, List<RunViewModel> runs) implements Exportable {
    public ReportExport {
        runs = List.copyOf(runs);
    }

    /** The report of these runs. */
    static ReportExport of(List<RunViewModel> runs) {
        return new ReportExport(
                runs.size() == 1 ? "Report of run " + runs.get(0).number() : "Report of " + runs.size() + " runs",
                runs);
    }

    /**
     * The report of run folders, numbered from 1; absent if the file's name asks for neither HTML nor PDF.
     *
     * @throws IOException with a sentence for the user when a folder cannot be read
     */
    public static Optional<byte[]> ofFolders(List<Path> folders, String file) throws IOException {
        List<RunViewModel> runs = new ArrayList<>();
        for (Path folder : folders) {
            RunFolder run = RunFolder.open(folder);
            RunArchive.Found found =
                    new RunArchive.Found(folder, run.network(), run.record(), RunLabels.read(folder), Optional.empty());
            runs.add(RunViewModel.archived(runs.size() + 1, found));
        }
        ReportExport report = of(runs);
        Optional<FileKind> kind = FileKind.ofFile(file, report.kinds());
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(report.bytes(kind.get(), ExportOptions.DEFAULT, new Typefaces()));
    }

    @Override
    public List<FileKind> kinds() {
        return List.of(FileKind.HTML, FileKind.PDF);
    }

    @Override
    public boolean isPicture() {
        return false;
    }

    @Override
    public byte[] bytes(FileKind kind, ExportOptions options, Typefaces typefaces) throws IOException {
        Report report = RunReport.of(runs);
        return kind.equals(FileKind.HTML)
                ? new ReportHtml(typefaces).write(report).getBytes(StandardCharsets.UTF_8)
                : new ReportPdf(typefaces).write(report);
    }
}
