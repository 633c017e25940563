package org.unfoldlab.app;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.unfoldlab.app.data.DataPresence;
import org.unfoldlab.app.devices.DeviceChip;
import org.unfoldlab.app.devices.DeviceModel;
import org.unfoldlab.app.editor.DocumentFiles;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.app.editor.DocumentWords;
import org.unfoldlab.app.editor.Draft;
import org.unfoldlab.app.editor.Drafts;
import org.unfoldlab.app.editor.DrawView;
import org.unfoldlab.app.editor.ProblemPlaces;
import org.unfoldlab.app.equivalence.VerifyModel;
import org.unfoldlab.app.equivalence.VerifyView;
import org.unfoldlab.app.explore.ExploreView;
import org.unfoldlab.app.explore.ExploreViewModel;
import org.unfoldlab.app.export.Exports;
import org.unfoldlab.app.runs.Phase;
import org.unfoldlab.app.runs.PlacedWorkers;
import org.unfoldlab.app.runs.RunList;
import org.unfoldlab.app.runs.RunQuestions;
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
import org.unfoldlab.app.welcome.WelcomeActions;
import org.unfoldlab.app.welcome.WelcomeFilling;
import org.unfoldlab.app.welcome.WelcomePage;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.network.Problem;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.export.NetworkView;
import org.unfoldlab.viz.theme.TextSize;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.ThemeMode;

/** Wires view models, commands and views into one window. Belongs to the screen's thread. */
public final class Workbench {
    /** Name of the preset that the demo trains. */
    public static final String DEMO = "demo";

    private static final List<Mode> MODES = List.of(Mode.values());

    private final Surroundings world;
    private final DocumentViewModel document;
    private final RunsViewModel runs;
    private final DocumentFiles files;
    private final Notices notices;
    private final Cards cards;
    private final Exports exports;
    private final Drafts drafts;
    private final HelpCards help;
    private final DeviceModel devices;
    private final Commands commands;
    private final WelcomePage welcome;
    private final WelcomeFilling filling;
    private final Dividers dividers;
    private final TransportModel transport;
    private final DrawView draw;
    private final VerifyView verify;
    private final ExploreView explore;
    private final RunsDesk desk;
    private final MainWindow window;
    private final Scene scene;

    public Workbench(Surroundings world) {
        this.world = world;
        document = new DocumentViewModel(world.background());
        devices = new DeviceModel(world.background(), world.devices(), world.settings());
        runs = new RunsViewModel(
                world.background(), new PlacedWorkers(world.workers(), devices::forNewRun), RunsDesk.home(world));
        notices = new Notices(this::window, world, runs, this::showNetwork, this::saveCopy);
        cards = new Cards(this);
        help = new HelpCards(this);
        files = new DocumentFiles(world.background(), document, world.settings(), world.files(), notices);
        drafts = new Drafts(world.background(), document, world.places().drafts());
        exports = new Exports(world.background(), document, runs, world.files(), notices);
        WindowCommands made = new WindowCommands(this);
        commands = made.make(MODES);
        welcome = new WelcomePage(new WelcomeActions(
                made.demo(),
                made.newNetwork(),
                made.open(),
                cards::showSettings,
                help::showAbout,
                start -> files.openPreset(start.name(), start.document()),
                files::open,
                this::showNetwork));
        filling = new WelcomeFilling(welcome, world.background(), world.settings());
        dividers = new Dividers(world.settings());
        transport = new TransportModel(document, runs);
        draw = new DrawView(document, transport.readoutErrorsProperty(), cards::chooseData);
        draw.setOnStartFromNetwork(this::showWelcome);
        verify = new VerifyView(
                new VerifyModel(world.background(), document, world.checker()),
                () -> world.files()
                        .toKeepPage("Save the certificate", document.document().title() + ".pdf"),
                notices);
        explore = new ExploreView(
                new ExploreViewModel(world.background(), world.explorers(), runs, document),
                document,
                world.files(),
                trainButton(),
                cards::show,
                cards::close);
        desk = new RunsDesk(this);
        window = new MainWindow(parts(), commands, stages(), welcome);
        window.setControls(Mode.VERIFY, verify.controls());
        Settings settings = world.settings().get();
        scene = new Scene(window, settings.window().width(), settings.window().height());
        window.installKeys(scene, commands, Map.of("u", this::toggleFold, "U", this::toggleFold, " ", this::play));
        FileDrop.install(scene, files::open, desk::open);
        exports.offerInMenus(scene, this::export);
        draw.setOnExport(view -> export(view.title()));
        runs.setOnInterrupted(notices::interrupted);
        devices.wordsProperty().subscribe(() -> runs.spreadQueueOver(devices.forQueue()));
        devices.factsProperty().subscribe(() -> runs.spreadQueueOver(devices.forQueue()));
        applyTheme(settings.theme(), settings.textSize());
        draw.setReducedMotion(settings.reducedMotion());
        explore.setReducedMotion(settings.reducedMotion());
        verify.setReducedMotion(settings.reducedMotion());
        window.lectureProperty().subscribe(this::showLecture);
        filling.fill();
        desk.readHome();
        drafts.findLeft(newest -> notices.draftLeft(newest, this::restore, drafts::discard));
    }

    /** Keeps a copy of unsaved edits on the disk; called now and then. */
    public void keepDraft() {
        drafts.keep();
    }

    private void restore(Draft draft) {
        files.restore(draft, () -> drafts.supersede(draft));
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

    VerifyView verify() {
        return verify;
    }

    Notices notices() {
        return notices;
    }

    Cards cards() {
        return cards;
    }

    RunsDesk desk() {
        return desk;
    }

    HelpCards help() {
        return help;
    }

    /** Where new runs compute. */
    public DeviceModel devices() {
        return devices;
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
                        preset -> files.openPreset(preset.name(), preset.document(), () -> {
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
    void train(NetworkDocument network) {
        world.background()
                .run(
                        "Looking for data",
                        () -> DataPresence.missing(network.data(), world.dataHome()),
                        missing -> missing.ifPresentOrElse(
                                what -> notices.noData(what, cards::chooseData), () -> startRun(network)));
    }

    /** Trains what is drawn from its start, with the seed that it has; a run that trains is stopped and kept. */
    void reset() {
        train(document.document());
    }

    /** Changes the seed of what is drawn; where something trains, that is stopped and kept, and training starts over. */
    void newSeed() {
        NetworkDocument now = document.document();
        long seed = now.training().seed() + 1;
        document.edit(
                "New seed " + seed,
                now.edit().training(now.training().withSeed(seed)).build());
        if (runs.live().isPresent()) {
            train(document.document());
        }
    }

    private void startRun(NetworkDocument network) {
        notices.forgetNoData();
        runs.startOver(network);
        show(Mode.WATCH);
    }

    /** Opens the sheet of exports, with something chosen by its name, or what is seen. */
    void export(String first) {
        String seen = window.modeProperty().get() == Mode.DRAW ? NetworkView.UNROLLED.title() : "";
        exports.ask(scene, window.sheet(), transport.readoutErrorsProperty().get(), first.isEmpty() ? seen : first);
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

    void toggleInspector() {
        show(Mode.DRAW);
        draw.toggleInspector();
    }

    void toggleFold() {
        show(Mode.DRAW);
        draw.toggleFold();
    }

    /** Space plays, unless it presses the button that has the focus. */
    private void play() {
        boolean pressed = scene.getFocusOwner() instanceof ButtonBase;
        if (window.modeProperty().get() == Mode.VERIFY && !pressed) {
            verify.togglePlaying();
        }
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
        verify.setReducedMotion(reduced);
        explore.setReducedMotion(reduced);
    }

    /** Shows the place of a problem. */
    void select(Problem.Place place) {
        show(Mode.DRAW);
        document.selectionProperty().set(ProblemPlaces.selection(place));
    }

    /** Goes back to the first page. */
    void showWelcome() {
        filling.fillRecent();
        welcome.offerWayBack();
        window.setWelcome(true);
    }

    /** Writes down what the next start should find again. */
    void remember() {
        dividers.remember();
    }

    /** Leaves the program, after asking about unsaved edits; a run is checkpointed by its own worker. */
    public void quit(Runnable exit) {
        window.commitTyped();
        files.guarded(() -> {
            drafts.close();
            exit.run();
        });
    }

    private WindowParts parts() {
        return new WindowParts(
                document,
                DocumentWords.title(document),
                DocumentWords.saveState(document),
                transport.stateProperty(),
                transport.errorProperty(),
                cards::showProblems,
                new DeviceChip(devices, cards::showDevices));
    }

    private Map<Mode, Node> stages() {
        Map<Mode, Node> stages = new EnumMap<>(Mode.class);
        stages.put(Mode.DRAW, draw);
        stages.put(Mode.VERIFY, verify);
        stages.put(Mode.EXPLORE, explore);
        stages.put(
                Mode.WATCH,
                new WatchView(
                        world.background(),
                        document,
                        runs,
                        trainButton(),
                        new RunList(runs, Hints.iconButton(MaterialDesignP.PLUS, commands.newRun()), desk),
                        new RunQuestions(world.background(), runs, world.workers()),
                        this::train,
                        dividers));
        return stages;
    }

    /** The button of empty states. */
    private Node trainButton() {
        return Hints.button(
                "Train", Command.of("Train this network", "", this::trainOrPause), MaterialDesignP.PLAY, "primary");
    }

    void showNetwork() {
        window.setWelcome(false);
    }

    private void saveCopy() {
        files.saveAs();
    }

    private void applyTheme(ThemeMode mode, TextSize size) {
        Theme.apply(scene, mode, size);
    }
}
