package org.unfoldlab.app.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The runs of a window, the newest first, and their numbers. Belongs to the screen's thread. */
final class RunShelf {
    private final ObservableList<RunViewModel> runs = FXCollections.observableArrayList();
    private int lastNumber;

    /** The list itself, to be watched and changed. */
    ObservableList<RunViewModel> runs() {
        return runs;
    }

    /** Never one that was given before: a run may come back from the trash. */
    int nextNumber() {
        return ++lastNumber;
    }

    /** The run in a folder, if it is one of these. */
    Optional<RunViewModel> find(Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        return runs.stream()
                .filter(run -> run.folder().toAbsolutePath().normalize().equals(there))
                .findFirst();
    }

    /**
     * Adds runs that their folders tell of, each between those that are older and those that are newer.
     *
     * @return those that were not here before
     */
    List<RunViewModel> add(List<RunArchive.Found> oldestFirst) {
        int place = oldestFirst.stream()
                .flatMap(found -> find(found.folder()).stream())
                .findFirst()
                .map(oldestKnown -> runs.indexOf(oldestKnown) + 1)
                .orElse(0);
        List<RunViewModel> added = new ArrayList<>();
        for (RunArchive.Found found : oldestFirst) {
            Optional<RunViewModel> known = find(found.folder());
            if (known.isPresent()) {
                place = runs.indexOf(known.get());
            } else {
                RunViewModel run = told(found);
                runs.add(place, run);
                added.add(run);
            }
        }
        return added;
    }

    private RunViewModel told(RunArchive.Found found) {
        RunViewModel run = new RunViewModel(nextNumber(), found.folder(), found.network(), found.record());
        run.setLabel(found.label());
        run.setSweep(found.sweep());
        run.follow(found.record(), found.training());
        run.shownProperty().set(false);
        return run;
    }

    /** Runs that stand under this one. */
    List<RunViewModel> below(RunViewModel run) {
        return List.copyOf(runs.subList(runs.indexOf(run) + 1, runs.size()));
    }

    /** Puts a run back over what stood under it. */
    void putBack(RunViewModel run, List<RunViewModel> below) {
        if (!runs.contains(run)) {
            int place = below.stream()
                    .filter(runs::contains)
                    .findFirst()
                    .map(runs::indexOf)
                    .orElse(runs.size());
            runs.add(place, run);
        }
    }
}
