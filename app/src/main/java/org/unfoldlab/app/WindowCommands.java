package org.unfoldlab.app;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableStringValue;
import org.unfoldlab.app.editor.DocumentFiles;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.app.runs.Phase;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.app.runs.RunWords;
import org.unfoldlab.app.runs.RunsViewModel;
import org.unfoldlab.app.runs.Worker;
import org.unfoldlab.app.shell.Command;
import org.unfoldlab.app.shell.Commands;
import org.unfoldlab.app.shell.Mode;
import org.unfoldlab.viz.theme.TextSize;

/** Makes the window's commands: what they are called, by which key, and when they are blocked and why. */
final class WindowCommands {
    private final Workbench bench;
    private final DocumentViewModel document;
    private final RunsViewModel runs;
    private final DocumentFiles files;

    WindowCommands(Workbench bench) {
        this.bench = bench;
        this.document = bench.document();
        this.runs = bench.runs();
        this.files = bench.files();
    }

    Commands make(List<Mode> modes) {
        Command undo = Command.of("Undo", "Shortcut+Z", blockedIfEmpty("nothing to undo", true), document::undo)
                .naming(document.undoLabelProperty());
        Command redo = Command.of("Redo", "Shortcut+Shift+Z", blockedIfEmpty("nothing to redo", false), document::redo)
                .naming(document.redoLabelProperty());
        Command lecture = Command.of("Lecture view", "F5", bench::toggleLecture);
        Command theme = Command.of("Light or dark", "", bench::toggleTheme);
        Command train = Command.of("Train or pause", "Shortcut+Enter", bench::trainOrPause);
        Command step = Command.of("One step", "F8", stepBlocked(), () -> runs.tell(Worker.Order.STEP_BATCH));
        Command epoch = Command.of("One epoch", "Shift+F8", stepBlocked(), () -> runs.tell(Worker.Order.STEP_EPOCH));
        Command stop = Command.of("Stop", "Shortcut+Period", stopBlocked(), () -> runs.tell(Worker.Order.STOP));
        Command reset = Command.of("Reset, same seed", "", resetBlocked(), bench::reset);
        Command newSeed = Command.of("New seed", "", bench::newSeed);
        Command newRun = Command.of("New run", "", newRunBlocked(), bench::trainOrPause);
        Command resume = Command.of("Resume the chosen run", "", resumeBlocked(), this::resume);
        Command vary = Command.of("Vary…", "", () -> bench.desk().vary());
        Command openRuns = Command.of("Open run folder…", "", () -> bench.desk().openRuns());
        Command compute =
                Command.of("Where to compute…", "", () -> bench.cards().showDevices());
        Command gpu = Command.of("Add GPU support…", "", () -> bench.cards().addGpuSupport());
        return new Commands(
                undo,
                redo,
                lecture,
                theme,
                train,
                step,
                stop,
                reset,
                newSeed,
                newRun,
                List.of(
                        Commands.Group.of("File", fileCommands(), List.of(export(), quit())),
                        Commands.Group.of("Edit", List.of(undo, redo), List.of(data())),
                        Commands.Group.of(
                                "Train",
                                List.of(train, step, epoch, stop, reset, newSeed),
                                List.of(newRun, resume, vary, openRuns, compute, gpu)),
                        Commands.Group.of("View", modeCommands(modes), viewCommands(lecture, theme)),
                        Commands.Group.of("Help", helpCommands())));
    }

    Command demo() {
        return Command.of("Start the demo", "", bench::startDemo);
    }

    Command newNetwork() {
        return Command.of("New", "Shortcut+N", files::openNew);
    }

    Command open() {
        return Command.of("Open…", "Shortcut+O", files::open);
    }

    private Command export() {
        return Command.of("Export…", "Shortcut+E", () -> bench.export(""));
    }

    private List<Command> helpCommands() {
        return List.of(
                Command.of("What is this?", "", bench.help()::showAbout),
                Command.of("Report a problem…", "", bench.help()::reportProblem));
    }

    private Command data() {
        return Command.of("Choose data…", "", bench.cards()::chooseData);
    }

    private List<Command> fileCommands() {
        return List.of(
                newNetwork(),
                Command.of("Recent and presets…", "Shortcut+Shift+O", bench::showWelcome),
                open(),
                Command.of("Save", "Shortcut+S", saveBlocked(), files::save),
                Command.of("Save as…", "Shortcut+Shift+S", files::saveAs));
    }

    private Command quit() {
        return Command.of(
                "Quit",
                "Shortcut+Q",
                () -> bench.quit(() -> bench.scene().getWindow().hide()));
    }

    private List<Command> modeCommands(List<Mode> modes) {
        return modes.stream()
                .map(mode -> Command.of(mode.title(), Commands.modeKeyName(mode), () -> bench.show(mode)))
                .toList();
    }

    private List<Command> viewCommands(Command lecture, Command theme) {
        return List.of(
                Command.of("Fold or unfold (U)", "", bench::toggleFold),
                Command.of("Inspector", "Shortcut+I", bench::toggleInspector),
                lecture,
                theme,
                Command.of("Text 100 %", "", () -> bench.setTextSize(TextSize.NORMAL)),
                Command.of("Text 125 %", "", () -> bench.setTextSize(TextSize.LARGE)),
                Command.of("Text 150 %", "", () -> bench.setTextSize(TextSize.LARGEST)),
                Command.of("Settings…", "Shortcut+Comma", bench.cards()::showSettings));
    }

    private void resume() {
        runs.chosen().ifPresent(runs::resume);
    }

    private ObservableStringValue blockedIfEmpty(String reason, boolean undo) {
        var label = undo ? document.undoLabelProperty() : document.redoLabelProperty();
        return Bindings.createStringBinding(() -> label.get().isEmpty() ? reason : "", label);
    }

    private StringBinding saveBlocked() {
        return Bindings.createStringBinding(
                () -> {
                    if (document.origin().readOnly()) {
                        return "made by a newer Unfold; use Save as";
                    }
                    boolean saved = document.origin().file().isPresent()
                            && !document.dirtyProperty().get();
                    return saved ? "saved already" : "";
                },
                document.originProperty(),
                document.dirtyProperty());
    }

    private StringBinding stepBlocked() {
        return byRuns(() -> {
            if (runs.live().isEmpty()) {
                return "nothing is training";
            }
            return runs.live().get().phase() == Phase.PAUSED ? "" : "pause first";
        });
    }

    private StringBinding stopBlocked() {
        return byRuns(() -> {
            if (runs.live().isEmpty()) {
                return "nothing is training";
            }
            return runs.live().get().phase() == Phase.STOPPING ? "stopping already" : "";
        });
    }

    private StringBinding resetBlocked() {
        return byRuns(() -> {
            if (document.drawing().errors() > 0) {
                return "the drawing has errors";
            }
            return runs.runs().isEmpty() ? "nothing is trained yet" : "";
        });
    }

    private StringBinding newRunBlocked() {
        return byRuns(() -> runs.live().isPresent() ? "a run is training" : "");
    }

    private StringBinding resumeBlocked() {
        return byRuns(() -> {
            Optional<RunViewModel> chosen = runs.chosen();
            if (runs.live().isPresent()) {
                return "a run is training";
            }
            if (chosen.isEmpty()) {
                return "no run is chosen";
            }
            if (chosen.get().phase() == Phase.ELSEWHERE) {
                return RunWords.ELSEWHERE;
            }
            return chosen.get().phase().isResumable() ? "" : "it has nothing left to train";
        });
    }

    private StringBinding byRuns(java.util.concurrent.Callable<String> reason) {
        return Bindings.createStringBinding(reason, runs.revisionProperty());
    }
}
