package org.unfoldlab.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unfoldlab.app.about.AboutCard;
import org.unfoldlab.app.about.AboutCard.Place;
import org.unfoldlab.app.about.Library;
import org.unfoldlab.app.about.Notice;
import org.unfoldlab.app.about.ProblemFacts;
import org.unfoldlab.app.about.ProblemReport;
import org.unfoldlab.app.about.ReportCard;
import org.unfoldlab.app.shell.Message;
import org.unfoldlab.app.shell.Message.Action;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.store.NetworkFiles;

/** The cards that tell what this program is, and help to tell of a problem. */
final class HelpCards {
    private static final double WIDE = 760;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT);
    private static final String REPORT = "report";

    private final Workbench bench;

    HelpCards(Workbench bench) {
        this.bench = bench;
    }

    void showAbout() {
        Places places = bench.world().places();
        List<Place> folders = List.of(
                new Place("Runs", bench.runs().home()),
                new Place("Data", bench.world().dataHome()),
                new Place("Logs", places.logs()));
        bench.world()
                .background()
                .run(
                        "Reading the notices",
                        () -> Library.on(System.getProperty("java.class.path", ""), Notice.ofProgram()),
                        libraries -> bench.window()
                                .sheet()
                                .open(
                                        "What is this?",
                                        AboutCard.of(
                                                libraries,
                                                folders,
                                                bench.world().opener()),
                                        WIDE));
    }

    /** Collects what helps, which takes some seconds, and shows it. */
    void reportProblem() {
        bench.window()
                .messages()
                .show(new Message(
                        REPORT,
                        Message.Kind.INFORMATION,
                        "Collecting the report",
                        "The engines are asked what works here; this takes a few seconds.",
                        List.of()));
        Places places = bench.world().places();
        NetworkDocument network = bench.document().document();
        Optional<NetworkDocument> open = bench.window().isWelcome() ? Optional.empty() : Optional.of(network);
        bench.world()
                .background()
                .run(
                        "Collecting a problem report",
                        () -> ProblemFacts.collect(
                                LogFile.in(places.logs()),
                                places.settings(),
                                open.map(NetworkFiles::text),
                                ThisProgram.command()),
                        this::show);
    }

    private void show(ProblemReport report) {
        bench.window().messages().dismiss(REPORT);
        bench.window().sheet().open("Report a problem", new ReportCard(report, this::save), WIDE);
    }

    private void save(ProblemReport report) {
        bench.world()
                .files()
                .folder("Folder for the report")
                .ifPresent(folder -> bench.world()
                        .background()
                        .run("Saving a problem report", () -> write(report, folder), this::saved, this::notSaved));
    }

    private static Path write(ProblemReport report, Path folder) throws IOException {
        Path file = folder.resolve(
                "unfold-report-" + LocalDateTime.now(ZoneId.systemDefault()).format(WHEN) + ".zip");
        report.write(file);
        return file;
    }

    private void saved(Path file) {
        bench.window().sheet().close();
        bench.window()
                .messages()
                .show(new Message(
                        REPORT,
                        Message.Kind.INFORMATION,
                        "The report is saved",
                        file + ". It was sent to nobody.",
                        List.of(new Action(
                                "Show in folder",
                                true,
                                () -> bench.world()
                                        .opener()
                                        .accept(file.toAbsolutePath().getParent())))));
    }

    private void notSaved(Exception why) {
        bench.window()
                .messages()
                .show(new Message(
                        REPORT,
                        Message.Kind.ERROR,
                        "The report was not saved",
                        why.getMessage() + ". Choose another folder.",
                        List.of()));
    }
}
