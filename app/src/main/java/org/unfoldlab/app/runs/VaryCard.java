package org.unfoldlab.app.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.unfoldlab.app.Background;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.sweep.Axis;
import org.unfoldlab.model.sweep.PlannedRun;
import org.unfoldlab.model.sweep.Sweep;

/**
 * Describes a grid: which values each setting takes. Says at once how many runs that makes, how long they will take
 * and which of them cannot be trained.
 */
public final class VaryCard extends VBox {
    private static final int MOST_COMPLAINTS = 4;
    private static final int LONGEST_RANGE = 200;

    private static final double TEXT_WIDTH = 480;

    /** Kept free, so that the card does not change its size while somebody types. */
    private static final double ROOM_FOR_COMPLAINTS = 88;

    private final Background background;
    private final NetworkDocument base;
    private final RunsViewModel runs;
    private final Map<Axis, TextField> fields = new EnumMap<>(Axis.class);
    private final Map<Axis, Map<String, CheckBox>> choices = new EnumMap<>(Axis.class);
    private final Label count = new Label();
    private final Label time = new Label();
    private final Label complaints = new Label();
    private final Button queue = new Button("Queue");
    private final Button save = new Button("Save as sweep file…");
    private Optional<Sweep> sweep = Optional.empty();
    private int asked;

    /**
     * Begins with what is drawn: one value each.
     *
     * @param onQueue receives a sweep that has something to train
     * @param onSave receives a sweep to be written to a file of the user's choice
     */
    public VaryCard(
            Background background,
            NetworkDocument base,
            RunsViewModel runs,
            Consumer<Sweep> onQueue,
            Consumer<Sweep> onSave) {
        super(16);
        this.background = background;
        this.base = base;
        this.runs = runs;
        setId("vary-card");
        getChildren().addAll(words(), grid(), outcome(), buttons());
        queue.setOnAction(event -> sweep.ifPresent(onQueue));
        save.setOnAction(event -> sweep.ifPresent(onSave));
        plan();
    }

    private static Node words() {
        Label text = new Label("Every combination of these values is a run of its own; they train one after another."
                + " Write several values with commas, or a range such as 3..8.");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        // Else the sheet takes it for one line, and cuts off as much at its lower edge, where the buttons are.
        text.setPrefWidth(TEXT_WIDTH);
        text.getStyleClass().add("muted");
        return text;
    }

    private Node grid() {
        GridPane grid = new GridPane(16, 10);
        grid.getColumnConstraints().add(new ColumnConstraints(140));
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(wide);
        addField(grid, 0, Axis.TIME, "3, 5, 8");
        addChoice(grid, 1, Axis.SHARING, Map.of("over-time", "shared over time", "none", "own at each t"));
        addChoice(grid, 2, Axis.STATISTICS, Map.of("per-time", "per time (TSBN)", "shared", "shared over time"));
        addField(grid, 3, Axis.WIDTH, "0.5, 1, 2");
        addField(grid, 4, Axis.SEED, "1..3");
        return grid;
    }

    private void addField(GridPane grid, int row, Axis axis, String example) {
        TextField field = new TextField(axis.valueOf(base).orElse(""));
        field.setPromptText(example);
        field.setId("vary-" + axis.key());
        field.setAccessibleText(axis.words());
        field.setAccessibleHelp("Several values with commas, or a range such as " + example);
        field.textProperty().subscribe((before, after) -> plan());
        fields.put(axis, field);
        Label label = new Label(axis == Axis.WIDTH ? "Width, × channels" : axis.words());
        label.setLabelFor(field);
        grid.addRow(row, label, field);
    }

    private void addChoice(GridPane grid, int row, Axis axis, Map<String, String> words) {
        HBox boxes = new HBox(24);
        boxes.setAlignment(Pos.CENTER_LEFT);
        boxes.setMinHeight(32);
        Map<String, CheckBox> own = new LinkedHashMap<>();
        List<String> order = axis == Axis.SHARING ? List.of("over-time", "none") : List.of("per-time", "shared");
        for (String value : order) {
            CheckBox box = new CheckBox(words.get(value));
            box.setId("vary-" + axis.key() + "-" + value);
            box.setAccessibleText(axis.words() + ": " + words.get(value));
            box.setSelected(axis.valueOf(base).equals(Optional.of(value)));
            box.setOnAction(event -> plan());
            own.put(value, box);
            boxes.getChildren().add(box);
        }
        choices.put(axis, own);
        grid.addRow(row, new Label(axis.words()), boxes);
    }

    private Node outcome() {
        count.getStyleClass().add("section");
        count.setId("vary-count");
        time.getStyleClass().add("muted");
        time.setId("vary-estimate");
        complaints.getStyleClass().add("label-text");
        complaints.setWrapText(true);
        complaints.setMinHeight(ROOM_FOR_COMPLAINTS);
        complaints.setAlignment(Pos.TOP_LEFT);
        complaints.setId("vary-complaints");
        HBox line = new HBox(12, count, time);
        line.setAlignment(Pos.BASELINE_LEFT);
        return new VBox(6, line, complaints);
    }

    private Node buttons() {
        queue.getStyleClass().add("primary");
        queue.setId("vary-queue");
        save.setId("vary-save");
        save.setAccessibleHelp("For unfold sweep in a terminal, here or on another machine");
        return new HBox(8, queue, save);
    }

    /** Reads the fields and works out what follows from them, the newest state only. */
    private void plan() {
        int mine = ++asked;
        List<String> wrong = new ArrayList<>();
        Map<Axis, List<String>> values = values(wrong);
        if (!wrong.isEmpty()) {
            refuse(String.join(" ", wrong));
            return;
        }
        Sweep described = new Sweep(base.title(), base, values);
        if (described.tooMany().isPresent()) {
            refuse(described.tooMany().get());
            return;
        }
        List<RunViewModel> known = runs.runs();
        background.run("Planning a sweep", described::runs, planned -> {
            if (mine == asked) {
                show(described, planned, known);
            }
        });
    }

    private Map<Axis, List<String>> values(List<String> wrong) {
        Map<Axis, List<String>> values = new EnumMap<>(Axis.class);
        fields.forEach((axis, field) -> {
            List<String> read = new ArrayList<>();
            for (String part : expanded(axis, field.getText())) {
                axis.canonical(part)
                        .ifPresentOrElse(
                                read::add,
                                () -> wrong.add(axis.words() + ": “" + part + "” is not " + axis.wanted() + "."));
            }
            if (!read.isEmpty()) {
                values.put(axis, read);
            }
        });
        choices.forEach((axis, boxes) -> {
            List<String> ticked = boxes.entrySet().stream()
                    .filter(box -> box.getValue().isSelected())
                    .map(Map.Entry::getKey)
                    .toList();
            if (!ticked.isEmpty()) {
                values.put(axis, ticked);
            }
        });
        return values;
    }

    /** Values between commas or spaces; a range of whole numbers as its members. */
    static List<String> expanded(Axis axis, String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.strip().split("[,;\\s]+")) {
            boolean range = axis != Axis.WIDTH && part.matches("\\d{1,9}\\.\\.\\d{1,9}");
            if (range) {
                long first = Long.parseLong(part.substring(0, part.indexOf('.')));
                long last = Long.parseLong(part.substring(part.lastIndexOf('.') + 1));
                if (last >= first && last - first <= LONGEST_RANGE) {
                    LongStream.rangeClosed(first, last)
                            .mapToObj(String::valueOf)
                            .forEach(parts::add);
                    continue;
                }
            }
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    private void refuse(String why) {
        sweep = Optional.empty();
        count.setText("");
        time.setText("");
        complaints.setText(why);
        complaints.getStyleClass().removeAll("warning-text", "error-text");
        complaints.getStyleClass().add("error-text");
        queue.setText("Queue");
        queue.setDisable(true);
        save.setDisable(true);
    }

    private void show(Sweep described, List<PlannedRun> planned, List<RunViewModel> known) {
        List<PlannedRun> good = planned.stream().filter(PlannedRun::canTrain).toList();
        List<PlannedRun> bad = planned.stream().filter(run -> !run.canTrain()).toList();
        sweep = Optional.of(described);
        String them = good.size() == 1 ? "1 run" : good.size() + " runs";
        count.setText(them);
        queue.setText("Queue " + them);
        queue.setDisable(good.isEmpty());
        save.setDisable(good.isEmpty());
        complaints.setText(complaint(bad));
        complaints.getStyleClass().removeAll("warning-text", "error-text");
        complaints.getStyleClass().add("warning-text");
        time.setText("");
        List<NetworkDocument> documents =
                good.stream().map(PlannedRun::document).toList();
        TrainingQueue.Basis basis = runs.queue().basis(known, documents);
        int mine = asked;
        background.run("Estimating", basis::estimate, estimate -> {
            if (mine == asked) {
                time.setText(estimate.map(VaryCard::about)
                        .orElse("Their time is known after the first epoch of a run on these images."));
            }
        });
    }

    private static String about(Duration time) {
        return "about " + RunWords.duration(time) + " in all, by the speed of earlier runs";
    }

    private static String complaint(List<PlannedRun> bad) {
        List<String> lines = new ArrayList<>();
        bad.stream()
                .limit(MOST_COMPLAINTS)
                .forEach(run -> lines.add("Left out: " + run.name() + ". " + run.complaint()));
        if (bad.size() > MOST_COMPLAINTS) {
            lines.add((bad.size() - MOST_COMPLAINTS) + " more are left out.");
        }
        return String.join("\n", lines);
    }
}
