package org.unfoldlab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unfoldlab.app.data.DataPresence;
import org.unfoldlab.app.editor.FileAsker;
import org.unfoldlab.app.runs.RunArchive;
import org.unfoldlab.app.runs.RunDesk;
import org.unfoldlab.app.runs.RunFolders;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.app.runs.RunsViewModel;
import org.unfoldlab.app.runs.Trash;
import org.unfoldlab.app.runs.VaryCard;
import org.unfoldlab.app.shell.Message;
import org.unfoldlab.app.shell.Mode;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.store.RunFolder;
import org.unfoldlab.model.store.StoreException;
import org.unfoldlab.model.store.SweepFiles;
import org.unfoldlab.model.store.SweepFolder;
import org.unfoldlab.model.sweep.Sweep;

/** Carries out what the list of runs asks for: folders, queue, trash. Belongs to the screen's thread. */
final class RunsDesk implements RunDesk {
    private static final Logger LOG = LoggerFactory.getLogger(RunsDesk.class);
    private static final double CARD = 620;

    private final Workbench bench;
    private final Map<Path, AutoCloseable> held = new HashMap<>();
    private Trash trash = Trash.ofSystem();
    private int older;

    RunsDesk(Workbench bench) {
        this.bench = bench;
        runs().setOnTrouble(sentence -> tell("runs-trouble", Message.Kind.ERROR, sentence, "", List.of()));
        runs().revisionProperty().subscribe(this::letGoWhenDone);
    }

    /** Where deleted runs go; tests hand in their own. */
    void setTrash(Trash other) {
        trash = other;
    }

    private RunsViewModel runs() {
        return bench.runs();
    }

    @Override
    public Background background() {
        return bench.world().background();
    }

    /** The folder of runs that the user chose, else the program's own. */
    static Path home(Surroundings world) {
        String chosen = world.settings().get().runsFolder();
        return chosen.isBlank() ? world.runsHome() : Path.of(chosen);
    }

    /** Reads the runs that lie in the folder of runs. What waits there goes on only when asked to. */
    void readHome() {
        readHome(RunArchive.USUAL);
    }

    private void readHome(int most) {
        Path home = runs().home();
        background()
                .run(
                        "Reading earlier runs",
                        () -> RunArchive.read(home, most),
                        this::include,
                        e -> LOG.warn("The runs in {} cannot be read", home, e));
    }

    private void include(RunArchive.Contents contents) {
        older = contents.left();
        runs().add(contents.found());
        List<RunArchive.Waiting> unknown = contents.waiting().stream()
                .filter(one -> !isUnderWay(one.folder()))
                .toList();
        if (!unknown.isEmpty()) {
            join(unknown);
        }
    }

    /** The disk says of runs of this window's own queue, too, that they wait. */
    private boolean isUnderWay(Path folder) {
        return runs().find(folder)
                .filter(run -> run.phase().isTraining() || runs().queue().placeOf(run) > 0)
                .isPresent();
    }

    /** Where nothing waited, they wait until somebody goes on with them; else they follow what waits. */
    private void join(List<RunArchive.Waiting> unknown) {
        if (runs().queue().waiting().isEmpty()) {
            runs().setQueuePaused(true);
        }
        if (runs().queue().isPaused()) {
            runs().enqueue(unknown, false);
            return;
        }
        Set<Path> sweeps = new LinkedHashSet<>();
        unknown.forEach(one -> sweeps.add(one.sweep()));
        withHold(sweeps, () -> runs().enqueue(unknown, false));
    }

    @Override
    public int olderRuns() {
        return older;
    }

    @Override
    public void readOlder() {
        readHome(Integer.MAX_VALUE);
    }

    @Override
    public void openRuns() {
        bench.world().files().folder("Open a run folder").ifPresent(this::open);
    }

    /** Adds the runs of a folder, wherever it lies, and shows the last of them. */
    void open(Path folder) {
        background().run("Reading runs", () -> RunArchive.read(folder, Integer.MAX_VALUE), contents -> {
            if (contents.found().isEmpty() && contents.waiting().isEmpty()) {
                tell(
                        "no-runs",
                        Message.Kind.WARNING,
                        folder + " holds no run that can be read",
                        "A run folder holds network.unfold, run.json and events.jsonl.",
                        List.of());
                return;
            }
            int before = older;
            include(contents);
            older = before;
            contents.found().forEach(one -> runs().find(one.folder()).ifPresent(this::showOpened));
            bench.showNetwork();
            bench.show(Mode.WATCH);
        });
    }

    private void showOpened(RunViewModel run) {
        run.shownProperty().set(true);
        runs().choose(run);
    }

    @Override
    public void chooseHome() {
        bench.world().files().folder("Where runs are kept").ifPresent(folder -> moveTo(folder, folder.toString()));
    }

    @Override
    public void useOwnHome() {
        moveTo(bench.world().runsHome(), "");
    }

    private void moveTo(Path folder, String remembered) {
        bench.world().settings().change(now -> now.withRunsFolder(remembered));
        older = 0;
        runs().moveTo(folder);
        readHome();
    }

    @Override
    public void vary() {
        VaryCard card = new VaryCard(background(), bench.document().document(), runs(), this::queue, this::saveSweep);
        bench.window().sheet().open("Vary", card, CARD);
    }

    private void saveSweep(Sweep sweep) {
        FileAsker files = bench.world().files();
        files.toExport("Save the sweep", "sweep.json", "Sweeps", "json").ifPresent(file -> {
            Callable<Path> work = () -> {
                SweepFiles.write(file, sweep);
                return file;
            };
            background().run("Writing a sweep", work, written -> {}, this::trouble);
        });
    }

    /** Makes a sweep's folder and lets its runs wait for their turn. */
    private void queue(Sweep sweep) {
        bench.window().sheet().close();
        Path home = runs().home();
        Path dataHome = bench.world().dataHome();
        background()
                .run(
                        "Looking for data",
                        () -> DataPresence.missing(sweep.base().data(), dataHome),
                        missing -> missing.ifPresentOrElse(
                                what -> bench.notices().noData(what, bench.cards()::chooseData),
                                () -> makeFolder(sweep, home)));
    }

    private void makeFolder(Sweep sweep, Path home) {
        Callable<Made> work = () -> {
            SweepFolder folder = SweepFolder.create(RunFolders.ofSweep(home, sweep.title()), sweep);
            return new Made(folder.path(), folder.hold(), RunArchive.waiting(folder));
        };
        background().run("Making a sweep", work, this::begin, this::trouble);
    }

    /** A sweep that was just made. */
    private record Made(Path folder, AutoCloseable hold, List<RunArchive.Waiting> waiting) {}

    private void begin(Made made) {
        held.put(made.folder(), made.hold());
        boolean others = !runs().queue().waiting().isEmpty();
        runs().enqueue(made.waiting(), true);
        if (!others) {
            runs().setQueuePaused(false);
        }
        bench.show(Mode.WATCH);
    }

    @Override
    public void continueQueue() {
        withHold(sweepsInQueue(), () -> runs().setQueuePaused(false));
    }

    /** Works through sweeps only when no other process does. */
    private void withHold(Set<Path> sweeps, Runnable then) {
        Set<Path> wanted = new LinkedHashSet<>(sweeps);
        wanted.removeAll(held.keySet());
        Callable<Map<Path, AutoCloseable>> work = () -> hold(wanted);
        Consumer<Map<Path, AutoCloseable>> taken = locks -> {
            held.putAll(locks);
            then.run();
        };
        background().run("Taking hold of sweeps", work, taken, this::trouble);
    }

    private Set<Path> sweepsInQueue() {
        Set<Path> sweeps = new LinkedHashSet<>();
        runs().queue().waiting().forEach(run -> run.sweep().ifPresent(sweeps::add));
        return sweeps;
    }

    private static Map<Path, AutoCloseable> hold(Set<Path> sweeps) throws StoreException {
        Map<Path, AutoCloseable> taken = new HashMap<>();
        try {
            for (Path sweep : sweeps) {
                taken.put(sweep, new SweepFolder(sweep).hold());
            }
            return taken;
        } catch (StoreException e) {
            taken.values().forEach(RunsDesk::letGo);
            throw e;
        }
    }

    /** A sweep that has no waiting run left may be worked through by others again. */
    private void letGoWhenDone() {
        if (held.isEmpty()) {
            return;
        }
        Set<Path> busy = sweepsInQueue();
        runs().allLive().forEach(run -> run.sweep().ifPresent(busy::add));
        for (Path sweep : List.copyOf(held.keySet())) {
            if (!busy.contains(sweep)) {
                Optional.ofNullable(held.remove(sweep)).ifPresent(RunsDesk::letGo);
            }
        }
    }

    private static void letGo(AutoCloseable lock) {
        try {
            lock.close();
        } catch (Exception e) {
            LOG.warn("A sweep cannot be let go of", e);
        }
    }

    @Override
    public void giveUpQueue() {
        Set<Path> sweeps = sweepsInQueue();
        int count = runs().queue().waiting().size();
        runs().clearQueue();
        mark(sweeps, true, () -> {});
        String title = count == 1 ? "1 waiting run was given up" : count + " waiting runs were given up";
        Message.Action undo = new Message.Action(
                "Let them wait again",
                true,
                () -> mark(sweeps, false, () -> {
                    for (Path sweep : sweeps) {
                        background()
                                .run("Reading a sweep", () -> RunArchive.read(sweep, 0), this::include, this::trouble);
                    }
                }));
        tell("given-up", Message.Kind.INFORMATION, title, "What they had learned is kept.", List.of(undo));
    }

    private void mark(Set<Path> sweeps, boolean givenUp, Runnable then) {
        Callable<Boolean> work = () -> {
            for (Path sweep : sweeps) {
                new SweepFolder(sweep).setGivenUp(givenUp);
            }
            return givenUp;
        };
        background().run("Marking sweeps", work, done -> then.run(), this::trouble);
    }

    @Override
    public void train(NetworkDocument network) {
        bench.train(network);
    }

    @Override
    public void toDrawing(RunViewModel run) {
        bench.document().edit("Settings of run " + run.number(), run.network());
        bench.show(Mode.DRAW);
    }

    @Override
    public void showFolder(RunViewModel run) {
        bench.world().opener().accept(run.folder());
    }

    @Override
    public void trash(RunViewModel run) {
        background().run("Moving a run to the trash", () -> moved(run), gone -> trashed(run, gone), e -> {
            trouble(e);
            runs().lookAgain(run);
        });
    }

    /** Whatever the list says: another process may have begun to train it, which would end with its folder. */
    private Optional<Trash.Trashed> moved(RunViewModel run) throws IOException {
        if (new RunFolder(run.folder()).isTraining()) {
            throw new StoreException("Run " + run.number()
                    + " stays where it is. A terminal, another window or a test works in its folder.");
        }
        return Files.isDirectory(run.folder()) ? Optional.of(trash.move(run.folder())) : Optional.empty();
    }

    /** Else a deleted run would be trained anew at the next start. */
    private void forgetSweep(RunViewModel run) {
        Consumer<Path> forget = sweep -> {
            if (!sweepsInQueue().contains(sweep)) {
                mark(Set.of(sweep), true, () -> {});
            }
        };
        run.sweep().ifPresent(forget);
    }

    private void trashed(RunViewModel run, Optional<Trash.Trashed> gone) {
        List<RunViewModel> below = runs().below(run);
        runs().remove(run);
        forgetSweep(run);
        gone.ifPresent(where -> tell(
                "trash-" + run.number(),
                Message.Kind.INFORMATION,
                "Run " + run.number() + " is in the trash",
                "It lies in " + where.now() + ".",
                List.of(new Message.Action("Undo", true, () -> restore(run, where, below)))));
    }

    private void restore(RunViewModel run, Trash.Trashed where, List<RunViewModel> below) {
        Callable<Boolean> work = () -> {
            trash.restore(where);
            return RunFolder.isRun(where.original());
        };
        background().run("Restoring a run", work, there -> runs().putBack(run, below), this::trouble);
    }

    private void trouble(Exception e) {
        String what = e instanceof StoreException ? String.valueOf(e.getMessage()) : sentence(e);
        tell("runs-trouble", Message.Kind.ERROR, what, "Nothing was changed.", List.of());
    }

    private static String sentence(Exception e) {
        return e instanceof IOException ? "The system says: " + e.getMessage() + "." : e.toString();
    }

    private void tell(String id, Message.Kind kind, String title, String body, List<Message.Action> actions) {
        bench.window().messages().show(new Message(id, kind, title, body, actions));
    }
}
