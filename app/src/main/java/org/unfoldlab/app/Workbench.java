package org.unfoldlab.app;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.unfoldlab.app.data.DataPresence;
import org.unfoldlab.app.editor.DocumentFiles;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.app.editor.DocumentWords;
import org.unfoldlab.app.editor.DrawView;
import org.unfoldlab.app.editor.ProblemPlaces;
import org.unfoldlab.app.runs.Phase;
import org.unfoldlab.app.runs.RunArchive;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.app.runs.RunsViewModel;
import org.unfoldlab.app.runs.WatchView;
import org.unfoldlab.app.runs.Worker;
import org.unfoldlab.app.settings.Settings;
import org.unfoldlab.app.shell.Command;
import org.unfoldlab.app.shell.Commands;
import org.unfoldlab.app.shell.Dividers;
import org.unfoldlab.app.shell.FileDrop;
import org.unfoldlab.app.shell.Hints;
import org.unfoldlab.app.shell.MainWindow;
import org.unfoldlab.app.shell.Mode;
import org.unfoldlab.app.shell.WindowParts;
import org.unfoldlab.app.welcome.RecentRows;
import org.unfoldlab.app.welcome.StartNetwork;
import org.unfoldlab.app.welcome.WelcomeActions;
import org.unfoldlab.app.welcome.WelcomePage;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.network.Problem;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.theme.TextSize;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.ThemeMode;

/** Wires view models, commands and views into one window. Belongs to the screen's thread. */
public final class Workbench {
    /** Name of the preset that the demo trains. */
    public static final String DEMO = "demo";

    private static final List<Mode> MODES = List.of(Mode.DRAW, Mode.WATCH);

    private final Surroundings world;
    private final DocumentViewModel document;
    private final RunsViewModel runs;
    private final DocumentFiles files;
    private final Notices notices;
    private final Cards cards;
    private final Commands commands;
    private final WelcomePage welcome;
    private final Dividers dividers;
    private final TransportModel transport;
    private final DrawView draw;
    private final MainWindow window;
    private final Scene scene;

    public Workbench(Surroundings world) {
        this.world = world;
        document = new DocumentViewModel(world.background());
        runs = new RunsViewModel(world.background(), world.workers(), world.runsHome());
        notices = new Notices(this::window, world, runs, this::showNetwork, this::saveCopy);
        cards = new Cards(this);
        files = new DocumentFiles(world.background(), document, world.settings(), world.files(), notices);
        WindowCommands made = new WindowCommands(this);
        commands = made.make(MODES);
        welcome = new WelcomePage(new WelcomeActions(
                made.demo(),
                made.open(),
                cards::showSettings,
                cards::showAbout,
                start -> files.openPreset(start.name(), start.document()),
                files::open));
        dividers = new Dividers(world.settings());
        transport = new TransportModel(document, runs);
        draw = new DrawView(document, transport.readoutErrorsProperty(), cards::chooseData);
        window = new MainWindow(parts(), commands, stages(), welcome);
        Settings settings = world.settings().get();
        scene = new Scene(window, settings.window().width(), settings.window().height());
        window.installKeys(scene, commands, Map.of("u", this::toggleFold, "U", this::toggleFold));
        FileDrop.install(scene, files::open);
        runs.setOnInterrupted(notices::interrupted);
        applyTheme(settings.theme(), settings.textSize());
        draw.setReducedMotion(settings.reducedMotion());
        window.lectureProperty().subscribe(this::showLecture);
        fillWelcome();
        readRuns();
    }

    public Scene scene() {
        return scene;
    }

    public MainWindow window() {
        return window;
    }

    public DocumentViewModel document() {
        return document;
    }

    public RunsViewModel runs() {
        return runs;
    }

    public DocumentFiles files() {
        return files;
    }

    Notices notices() {
        return notices;
    }

    Cards cards() {
        return cards;
    }

    Surroundings world() {
        return world;
    }

    /** Opens a file, or a preset by its name. */
    public void open(String fileOrPreset) {
        world.background().run("Finding " + fileOrPreset, () -> Presets.find(fileOrPreset), preset -> {
            if (preset.isPresent()) {
                files.openPreset(preset.get().name(), preset.get().document());
            } else {
                files.open(Path.of(fileOrPreset));
            }
        });
    }

    /** Opens the demo and trains it. */
    public void startDemo() {
        world.background()
                .run(
                        "Reading the demo",
                        () -> Presets.find(DEMO).orElseThrow(),
                        preset -> files.guarded(() -> {
                            files.openPreset(preset.name(), preset.document());
                            show(Mode.WATCH);
                            runs.train(preset.document());
                        }));
    }

    void show(Mode mode) {
        window.modeProperty().set(mode);
    }

    /** Trains, pauses or goes on, whatever fits. */
    void trainOrPause() {
        Optional<RunViewModel> live = runs.live();
        if (live.isPresent()) {
            runs.tell(live.get().phase() == Phase.PAUSED ? Worker.Order.RESUME : Worker.Order.PAUSE);
        } else if (document.drawing().errors() > 0) {
            cards.showProblems();
        } else {
            train(document.document());
        }
    }

    /** Trains in a new run, if the data are there. */
    private void train(NetworkDocument network) {
        world.background()
                .run(
                        "Looking for data",
                        () -> DataPresence.missing(network.data(), world.dataHome()),
                        missing -> missing.ifPresentOrElse(
                                what -> notices.noData(what, cards::chooseData), () -> startRun(network)));
    }

    private void startRun(NetworkDocument network) {
        notices.forgetNoData();
        runs.train(network);
        show(Mode.WATCH);
    }

    void toggleLecture() {
        window.lectureProperty().set(!window.lectureProperty().get());
    }

    /** Stage, ledger and transport only, larger. */
    private void showLecture(boolean on) {
        if (on) {
            show(Mode.DRAW);
        }
        draw.setLecture(on);
        Theme.apply(scene, Theme.lookOf(scene).getValue().withLecture(on));
    }

    void toggleFold() {
        show(Mode.DRAW);
        draw.toggleFold();
    }

    void toggleTheme() {
        ThemeMode next = world.settings().get().theme().other();
        world.settings().change(now -> now.withTheme(next));
        applyTheme(next, world.settings().get().textSize());
    }

    void setTextSize(TextSize size) {
        world.settings().change(now -> now.withTextSize(size));
        applyTheme(world.settings().get().theme(), size);
    }

    void setReducedMotion(boolean reduced) {
        world.settings().change(now -> now.withReducedMotion(reduced));
        draw.setReducedMotion(reduced);
    }

    /** Shows the place of a problem. */
    void select(Problem.Place place) {
        show(Mode.DRAW);
        document.selectionProperty().set(ProblemPlaces.selection(place));
    }

    /** Goes back to the first page. */
    void showWelcome() {
        fillRecent();
        window.setWelcome(true);
    }

    /** Writes down what the next start should find again. */
    void remember() {
        dividers.remember();
    }

    /** Leaves the program, after asking about unsaved edits; a run is checkpointed by its own worker. */
    public void quit(Runnable exit) {
        files.guarded(exit);
    }

    private WindowParts parts() {
        return new WindowParts(
                document,
                DocumentWords.title(document),
                DocumentWords.saveState(document),
                transport.stateProperty(),
                transport.errorProperty(),
                cards::showProblems);
    }

    private Map<Mode, Node> stages() {
        Map<Mode, Node> stages = new EnumMap<>(Mode.class);
        stages.put(Mode.DRAW, draw);
        Node train = Hints.button(
                "Train", Command.of("Train this network", "", this::trainOrPause), MaterialDesignP.PLAY, "primary");
        stages.put(
                Mode.WATCH,
                new WatchView(
                        world.background(),
                        document,
                        runs,
                        train,
                        Hints.iconButton(MaterialDesignP.PLUS, commands.newRun()),
                        dividers));
        return stages;
    }

    private void showNetwork() {
        window.setWelcome(false);
    }

    private void saveCopy() {
        files.saveAs();
    }

    private void applyTheme(ThemeMode mode, TextSize size) {
        Theme.apply(scene, mode, size);
    }

    private void fillWelcome() {
        world.background()
                .run(
                        "Reading the presets",
                        () -> Presets.all().stream()
                                .map(preset -> StartNetwork.of(preset.name(), preset.document()))
                                .toList(),
                        welcome::showNetworks);
        fillRecent();
    }

    private void readRuns() {
        world.background()
                .run(
                        "Reading earlier runs",
                        () -> RunArchive.read(world.runsHome()),
                        found -> found.forEach(run -> runs.add(run.folder(), run.network(), run.record())),
                        e -> {});
    }

    private void fillRecent() {
        welcome.showRecent(RecentRows.of(world.settings().get().recent()));
    }
}
