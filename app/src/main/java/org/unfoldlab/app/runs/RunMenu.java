package org.unfoldlab.app.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.unfoldlab.model.result.TrainingEvent;

/** What can be done with one run. */
final class RunMenu {
    private final RunsViewModel runs;
    private final RunDesk desk;
    private final Consumer<RunViewModel> rename;

    /** @param rename lets the user type another name */
    RunMenu(RunsViewModel runs, RunDesk desk, Consumer<RunViewModel> rename) {
        this.runs = runs;
        this.desk = desk;
        this.rename = rename;
    }

    List<MenuItem> items(RunViewModel run) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("Rename  (F2)", () -> rename(run)));
        boolean pinned = run.label().pinned();
        items.add(
                item(pinned ? "Unpin" : "Pin to the top", () -> runs.relabel(run, label -> label.withPinned(!pinned))));
        items.add(new SeparatorMenuItem());
        items.add(blocked(resumeWords(run), resumeBlocked(run), () -> runs.resume(run)));
        items.add(blocked(
                "Train again, same seed",
                runs.live().isPresent() ? "a run is training" : "",
                () -> desk.train(run.network())));
        items.add(item("Put its settings into the drawing", () -> desk.toDrawing(run)));
        items.add(new SeparatorMenuItem());
        items.add(item("Show its folder", () -> desk.showFolder(run)));
        if (runs.queue().placeOf(run) > 0) {
            items.add(item("Take out of the queue", () -> runs.leaveQueue(run)));
        } else {
            items.add(blocked("Move to the trash", trashBlocked(run), () -> trash(run)));
        }
        return items;
    }

    private static String trashBlocked(RunViewModel run) {
        return run.phase() == Phase.ELSEWHERE ? RunWords.ELSEWHERE : run.phase().isLive() ? "it is training" : "";
    }

    void rename(RunViewModel run) {
        rename.accept(run);
    }

    /** Deletes a run that neither trains nor waits. */
    void trash(RunViewModel run) {
        if (!run.phase().isLive() && runs.queue().placeOf(run) == 0) {
            desk.trash(run);
        }
    }

    private static String resumeWords(RunViewModel run) {
        int epoch = savedEpoch(run);
        return epoch > 0 ? "Resume from epoch " + epoch : "Resume";
    }

    private String resumeBlocked(RunViewModel run) {
        if (run.phase() == Phase.ELSEWHERE) {
            return RunWords.ELSEWHERE;
        }
        if (!run.phase().isResumable()) {
            return run.phase() == Phase.QUEUED ? "it waits in the queue" : "it has nothing left to train";
        }
        return runs.live().isPresent() ? "a run is training" : "";
    }

    static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static MenuItem blocked(String text, String reason, Runnable action) {
        MenuItem item = item(reason.isEmpty() ? text : text + "  (" + reason + ")", action);
        item.setDisable(!reason.isEmpty());
        return item;
    }

    /** Epochs that a resumed run keeps. */
    static int savedEpoch(RunViewModel run) {
        return run.record()
                .checkpoint()
                .map(TrainingEvent.CheckpointWritten::epochsDone)
                .orElse(0);
    }
}
