package org.unfoldlab.app.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.unfoldlab.app.shell.Hints;

/** The runs at the left: tick to draw one, choose to see and say more of it; below, what can be done with several. */
public final class RunList extends VBox {
    private final RunsViewModel runs;
    private final RunDesk desk;
    private final VBox rows = new VBox(4);
    private final QueueBar queueBar;
    private final ToggleButton compare = new ToggleButton("Compare");
    private final CheckBox means = new CheckBox("Mean over seeds");
    private final Map<RunViewModel, RunRow> rowOf = new HashMap<>();
    private final Map<Path, SweepHead> headOf = new HashMap<>();
    private final RunMenu menu;
    private final Node nothing = nothing();
    private final Button older = new Button();
    private Distinctions distinctions = Distinctions.none();

    /**
     * @param newRun the button that trains what is drawn
     * @param desk the window around it
     */
    public RunList(RunsViewModel runs, Node newRun, RunDesk desk) {
        this.runs = runs;
        this.desk = desk;
        this.menu = new RunMenu(runs, desk, this::rename);
        this.queueBar = new QueueBar(runs, desk);
        getStyleClass().add("sidebar");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(newRun), scroll, queueBar, foot());
        setMinWidth(0);
        setId("run-list");
        older.getStyleClass().addAll("small", "quiet");
        older.setOnAction(event -> desk.readOlder());
        refresh();
    }

    private void rename(RunViewModel run) {
        runs.choose(run);
        Optional.ofNullable(rowOf.get(run)).ifPresent(RunRow::rename);
    }

    private Node head(Node newRun) {
        Label title = new Label("Runs");
        title.getStyleClass().add("section");
        Button more = new Button("", Hints.icon(MaterialDesignD.DOTS_HORIZONTAL));
        more.getStyleClass().add("icon-only");
        more.setId("runs-menu");
        more.setAccessibleText("Folders of runs");
        Hints.explain(more, () -> "Folders of runs");
        ContextMenu folders = new ContextMenu();
        more.setOnAction(event -> {
            folders.getItems().setAll(folderItems());
            folders.show(more, Side.BOTTOM, 0, 4);
        });
        HBox head = new HBox(title, gap(), more, newRun);
        head.getStyleClass().add("sidebar-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private List<MenuItem> folderItems() {
        List<MenuItem> items = new ArrayList<>();
        items.add(RunMenu.item("Open run folder…", desk::openRuns));
        items.add(RunMenu.item("Keep runs in another folder…", desk::chooseHome));
        items.add(RunMenu.item("Keep runs in Unfold’s own folder", desk::useOwnHome));
        if (desk.olderRuns() > 0) {
            items.add(RunMenu.item("Read " + desk.olderRuns() + " older runs", desk::readOlder));
        }
        return items;
    }

    private Node foot() {
        compare.setId("compare");
        compare.getStyleClass().add("small");
        compare.setMinWidth(USE_PREF_SIZE);
        compare.selectedProperty().bindBidirectional(runs.comparingProperty());
        Hints.explain(compare, () -> "What differs between the ticked runs, beside their results");
        Button vary = new Button("Vary…");
        vary.setId("vary");
        vary.getStyleClass().add("small");
        vary.setMinWidth(USE_PREF_SIZE);
        vary.setOnAction(event -> desk.vary());
        Hints.explain(vary, () -> "Train the drawn network with several values of its settings, one run each");
        means.setId("mean-over-seeds");
        means.getStyleClass().add("label-text");
        means.selectedProperty().bindBidirectional(runs.averagingProperty());
        means.managedProperty().bind(means.visibleProperty());
        Hints.explain(
                means,
                () -> "Draw finished runs that differ only in their seed as their mean, with a band from"
                        + " the lowest to the highest");
        HBox buttons = new HBox(8, compare, vary);
        VBox foot = new VBox(8, means, buttons);
        foot.getStyleClass().add("sidebar-foot");
        return foot;
    }

    /** Shows what the runs are now. Rows stay, so that focus and what is being typed stay too. */
    void refresh() {
        List<Node> now = content();
        if (!now.equals(rows.getChildren())) {
            rows.getChildren().setAll(now);
        }
        distinctions = distinctions.renewed(runs.runs());
        rowOf.forEach((run, row) -> row.refresh(distinctions.of(run)));
        queueBar.refresh();
        long ticked =
                runs.runs().stream().filter(run -> run.shownProperty().get()).count();
        compare.setText(ticked < 2 ? "Compare" : "Compare " + ticked);
        means.setVisible(runs.averagingProperty().get() || hasRepetitions());
    }

    /** True if ticked runs repeat one experiment with several seeds. */
    private boolean hasRepetitions() {
        List<RunViewModel> ticked =
                runs.runs().stream().filter(run -> run.shownProperty().get()).toList();
        return !SeedMeans.repetitions(ticked).isEmpty();
    }

    private List<Node> content() {
        rowOf.keySet().retainAll(runs.runs());
        List<Node> now = new ArrayList<>();
        if (runs.runs().isEmpty()) {
            now.add(nothing);
        }
        Optional<Path> before = Optional.empty();
        for (RunViewModel run : inOrder()) {
            Optional<Path> sweep = run.label().pinned() ? Optional.empty() : run.sweep();
            if (sweep.isPresent() && !sweep.equals(before)) {
                now.add(sweepHead(sweep.get()));
            }
            before = sweep;
            now.add(rowOf.computeIfAbsent(run, one -> new RunRow(runs, desk, one, menu)));
        }
        if (desk.olderRuns() > 0) {
            older.setText("Read " + desk.olderRuns() + " older runs");
            now.add(older);
        }
        return now;
    }

    private Node sweepHead(Path sweep) {
        SweepHead head = headOf.computeIfAbsent(sweep, path -> new SweepHead());
        head.show(runs.runs().stream()
                .filter(run -> run.sweep().equals(Optional.of(sweep)))
                .toList());
        return head;
    }

    /** Pinned runs first; those of a sweep together, where its newest stands, so that it has one head. */
    private List<RunViewModel> inOrder() {
        List<RunViewModel> order = new ArrayList<>();
        Map<Path, List<RunViewModel>> together = new LinkedHashMap<>();
        for (RunViewModel run : runs.runs()) {
            Path place = run.sweep().orElse(run.folder());
            (run.label().pinned() ? order : together.computeIfAbsent(place, path -> new ArrayList<>())).add(run);
        }
        together.values().forEach(order::addAll);
        return order;
    }

    private static Node nothing() {
        Label none = new Label("No run yet. Train makes one.");
        none.getStyleClass().addAll("muted", "label-text");
        none.setWrapText(true);
        HBox box = new HBox(none);
        box.getStyleClass().add("sidebar-head");
        return box;
    }

    /** Above the runs of one sweep: the network, and how many are finished. */
    private static final class SweepHead extends HBox {
        private final Label name = new Label();
        private final Label count = new Label();

        SweepHead() {
            super(8);
            name.setMinWidth(0);
            count.setMinWidth(USE_PREF_SIZE);
            for (Label label : List.of(name, count)) {
                label.getStyleClass().addAll("muted", "axis-text");
            }
            getChildren().addAll(name, gap(), count);
            getStyleClass().add("sweep-head");
        }

        void show(List<RunViewModel> its) {
            long done =
                    its.stream().filter(run -> run.phase() == Phase.FINISHED).count();
            name.setText(its.get(0).network().title());
            count.setText(done + " of " + its.size());
            setAccessibleText("Grid, " + done + " of " + its.size() + " runs finished");
        }
    }

    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
