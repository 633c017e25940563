package org.unfoldlab.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.unfoldlab.app.editor.DocumentPrompts;
import org.unfoldlab.app.editor.Draft;
import org.unfoldlab.app.export.Exports;
import org.unfoldlab.app.runs.Recovery;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.app.runs.RunWords;
import org.unfoldlab.app.runs.RunsViewModel;
import org.unfoldlab.app.runs.Worker;
import org.unfoldlab.app.shell.BrokenFileCard;
import org.unfoldlab.app.shell.LogCard;
import org.unfoldlab.app.shell.MainWindow;
import org.unfoldlab.app.shell.Message;
import org.unfoldlab.app.shell.Message.Action;
import org.unfoldlab.app.shell.QuestionCard;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.store.NetworkReading;

/** What the window tells and asks: messages above the stage, cards over it. */
final class Notices implements DocumentPrompts, Exports.Told {
    private static final double NARROW = 520;
    private static final double WIDE = 720;

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String CHANGED = "changed-on-disk";
    private static final String EXPORTED = "exported";
    private static final String NO_DATA = "no-data";

    private final Supplier<MainWindow> frame;
    private final Surroundings world;
    private final RunsViewModel runs;
    private final Runnable onOpened;
    private final Runnable saveCopy;

    /**
     * @param frame the window, once there is one
     * @param onOpened told when a network is open
     * @param saveCopy asks where to write a copy of the open network
     */
    Notices(Supplier<MainWindow> frame, Surroundings world, RunsViewModel runs, Runnable onOpened, Runnable saveCopy) {
        this.frame = frame;
        this.world = world;
        this.runs = runs;
        this.onOpened = onOpened;
        this.saveCopy = saveCopy;
    }

    @Override
    public void opened() {
        frame.get().messages().dismiss("read-only");
        frame.get().messages().dismiss(CHANGED);
        onOpened.run();
    }

    @Override
    public void unreadable(Path file, NetworkReading.Unreadable why) {
        world.background()
                .run(
                        "Reading " + file,
                        () -> BrokenFileCard.excerpt(file, why),
                        excerpt -> frame.get()
                                .sheet()
                                .open(
                                        why.file() + " cannot be read",
                                        BrokenFileCard.of(why, excerpt, () -> openFolder(file)),
                                        WIDE));
    }

    @Override
    public void openedReadOnly(int format) {
        frame.get()
                .messages()
                .show(new Message(
                        "read-only",
                        Message.Kind.WARNING,
                        "Made by a newer Unfold, open for reading only",
                        "Format " + format + ", this version writes " + NetworkDocument.CURRENT_FORMAT
                                + ". The file stays as it is.",
                        List.of(new Action(
                                "Save a copy in format " + NetworkDocument.CURRENT_FORMAT + "…", false, saveCopy))));
    }

    @Override
    public void notSaved(String sentence) {
        frame.get()
                .messages()
                .show(new Message(
                        "not-saved",
                        Message.Kind.ERROR,
                        "The network was not saved",
                        sentence + " Your edits are still here.",
                        List.of(new Action("Save as…", true, saveCopy))));
    }

    @Override
    public void changedOnDisk(OptionalInt unsavedEdits, Runnable loadTheirs, Runnable saveMineAs) {
        frame.get()
                .messages()
                .show(new Message(
                        CHANGED,
                        Message.Kind.WARNING,
                        "The file changed on disk",
                        unsaved(unsavedEdits)
                                + "What you see is still what you drew. Saving would replace the other version.",
                        List.of(
                                new Action("Load theirs", true, loadTheirs),
                                new Action("Keep mine", true, () -> {}),
                                new Action("Save mine as…", true, saveMineAs))));
    }

    private static String unsaved(OptionalInt edits) {
        int count = edits.orElse(0);
        if (count == 0) {
            return "";
        }
        return count == 1 ? "You have one unsaved edit. " : "You have " + count + " unsaved edits. ";
    }

    @Override
    public void goneFromDisk(Path file, Runnable saveAgain, Runnable saveAs) {
        frame.get()
                .messages()
                .show(new Message(
                        CHANGED,
                        Message.Kind.WARNING,
                        file.getFileName() + " is no longer there",
                        "It was moved, renamed or deleted. What you see is still what you drew, and in no file.",
                        List.of(new Action("Save again", true, saveAgain), new Action("Save as…", true, saveAs))));
    }

    @Override
    public void agreesWithDisk() {
        frame.get().messages().dismiss(CHANGED);
    }

    @Override
    public void unsaved(String title, Runnable save, Runnable discard) {
        frame.get()
                .sheet()
                .open(
                        title + " has unsaved edits",
                        QuestionCard.of(
                                "They are in no file yet.",
                                List.of(
                                        new Action("Save", true, save),
                                        new Action("Discard edits", true, discard),
                                        new Action("Cancel", true, () -> {})),
                                frame.get().sheet()),
                        NARROW);
    }

    @Override
    public void exported(Path file) {
        frame.get()
                .messages()
                .show(new Message(
                        EXPORTED,
                        Message.Kind.INFORMATION,
                        "Exported to " + file.getFileName(),
                        String.valueOf(file.toAbsolutePath().getParent()),
                        List.of(
                                new Action("Show", true, () -> world.opener().accept(file)),
                                new Action("Open folder", true, () -> openFolder(file)))));
    }

    @Override
    public void notExported(Path file, String why) {
        frame.get()
                .messages()
                .show(new Message(
                        EXPORTED,
                        Message.Kind.ERROR,
                        file.getFileName() + " was not written",
                        why + " Your drawing and your runs are unharmed.",
                        List.of()));
    }

    /** The program ended badly while there were unsaved edits. */
    void draftLeft(Draft draft, Consumer<Draft> restore, Consumer<Draft> discard) {
        String title = draft.document().title().isBlank()
                ? "Untitled"
                : draft.document().title();
        String file = draft.file()
                .map(path -> " " + path.getFileName() + " is as it was last saved.")
                .orElse("");
        frame.get()
                .sheet()
                .open(
                        "Unfold ended while “" + title + "” had unsaved edits",
                        QuestionCard.of(
                                "They are kept as of " + WHEN.format(draft.at().atZone(ZoneId.systemDefault())) + "."
                                        + file,
                                List.of(
                                        new Action("Restore edits", true, () -> restore.accept(draft)),
                                        new Action("Discard edits", true, () -> discard.accept(draft)),
                                        new Action("Decide later", true, () -> {})),
                                frame.get().sheet()),
                        NARROW);
    }

    /** Training did not start for lack of data. */
    void noData(String what, Runnable chooseData) {
        frame.get()
                .messages()
                .show(new Message(
                        NO_DATA,
                        Message.Kind.WARNING,
                        what,
                        "Training was not started; nothing changed.",
                        List.of(new Action("Choose data…", true, chooseData))));
    }

    void forgetNoData() {
        frame.get().messages().dismiss(NO_DATA);
    }

    /** A run ended in another way than it should. */
    void interrupted(RunViewModel run) {
        List<Action> actions = new ArrayList<>();
        for (Recovery.Way way : new Recovery(run).ways()) {
            actions.add(new Action(way.words(), true, () -> take(run, way)));
        }
        actions.add(new Action("Log", false, () -> showLog(run)));
        frame.get()
                .messages()
                .show(new Message(
                        "run-" + run.number(),
                        Message.Kind.ERROR,
                        RunWords.whatHappened(run),
                        RunWords.whatIsSafe(run),
                        actions));
    }

    private void take(RunViewModel run, Recovery.Way way) {
        if (way instanceof Recovery.Way.Resume resume) {
            runs.resume(run, resume.options());
        } else if (way instanceof Recovery.Way.Train again) {
            runs.train(again.network());
        }
    }

    private void showLog(RunViewModel run) {
        String words = run.ending().map(Worker.Ending::lastWords).orElse("");
        frame.get()
                .sheet()
                .open(
                        "Log of run " + run.number(),
                        LogCard.of(words, run.folder(), () -> world.opener().accept(run.folder())),
                        WIDE);
    }

    /** The program made a mistake. */
    void mistake(Throwable error) {
        String what = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        frame.get()
                .messages()
                .show(new Message(
                        "mistake",
                        Message.Kind.ERROR,
                        "Unfold made a mistake: " + what,
                        "Your drawing and your runs are unharmed. The log says more.",
                        List.of()));
    }

    private void openFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            world.opener().accept(folder);
        }
    }
}
