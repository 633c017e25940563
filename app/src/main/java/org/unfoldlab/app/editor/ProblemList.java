package org.unfoldlab.app.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.unfoldlab.app.Background;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.network.Problem;
import org.unfoldlab.model.network.Repair;

/**
 * All problems of the drawing, each with what to do; choosing one goes to its place, a button repairs it where that is
 * safe. Follows the drawing until the list is put away.
 */
public final class ProblemList extends VBox {
    /** Fixed, since a button asks its content for a height without telling the width. */
    private static final double TEXT_WIDTH = 440;

    private final DocumentViewModel document;
    private final Consumer<Problem.Place> goTo;
    private final Newest<Drawing, FoundRepairs> search;
    private final Subscription following;

    /**
     * @param background looks for repairs, which takes checks of many drawings
     * @param goTo shows the place of a problem
     */
    public ProblemList(Background background, DocumentViewModel document, Consumer<Problem.Place> goTo) {
        super(4);
        this.document = document;
        this.goTo = goTo;
        search = new Newest<>(background, "Looking for repairs", FoundRepairs::of, this::show);
        setId("problems");
        following = document.drawingProperty().subscribe(this::show);
    }

    /** Lets go of the drawing. */
    public void forget() {
        following.unsubscribe();
        search.forget();
    }

    /** {@code 3 problems}. */
    public static String title(Drawing drawing) {
        int count = drawing.problems().size();
        return count == 1 ? "1 problem" : count + " problems";
    }

    /** Shows the problems at once, and their repairs when they are found. */
    private void show(Drawing drawing) {
        show(FoundRepairs.none(drawing));
        search.ask(drawing);
    }

    private void show(FoundRepairs found) {
        List<Problem> problems = found.drawing().problems();
        getChildren().clear();
        for (int i = 0; i < problems.size(); i++) {
            getChildren().add(row(problems.get(i), found.of(i)));
        }
        getChildren().add(end(found));
        setAccessibleText(title(found.drawing()));
    }

    private Node end(FoundRepairs found) {
        Label end = new Label(endWords(found.drawing()));
        end.getStyleClass().addAll("muted", "label-text");
        end.setWrapText(true);
        HBox.setHgrow(end, Priority.ALWAYS);
        end.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(12, end);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("problem-end");
        if (found.repairableErrors() > 1) {
            line.getChildren().add(repairAll(found));
        }
        return line;
    }

    private static String endWords(Drawing drawing) {
        if (drawing.problems().isEmpty()) {
            return "Nothing is wrong with the drawing any more.";
        }
        long errors = drawing.errors();
        return errors == 0
                ? "None of these keeps the network from training."
                : errors == 1
                        ? "Train starts when the error is repaired."
                        : "Train starts when the " + errors + " errors are repaired.";
    }

    private Button repairAll(FoundRepairs found) {
        long count = found.repairableErrors();
        Button all = new Button("Repair " + count);
        all.setId("repair-all");
        all.getStyleClass().add("small");
        all.setMinWidth(USE_PREF_SIZE);
        all.setAccessibleHelp("All errors that can be repaired safely, as one step of undo");
        all.setOnAction(event -> document.edit(ProposedEdit.once("Repair " + count + " problems", found::all)));
        return all;
    }

    private Node row(Problem problem, Optional<Repair> repair) {
        HBox line = new HBox(8, place(problem));
        line.setAlignment(Pos.TOP_LEFT);
        repair.ifPresent(found -> {
            Button button = new Button(found.words());
            button.getStyleClass().addAll("small", "repair");
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText("Repair: " + found.words());
            button.setOnAction(event -> document.edit(found.edit()));
            HBox.setMargin(button, new Insets(8, 0, 0, 0));
            line.getChildren().add(button);
        });
        return line;
    }

    private Button place(Problem problem) {
        FontIcon icon = FontIcon.of(problem.isError() ? MaterialDesignA.ALERT_CIRCLE : MaterialDesignA.ALERT);
        icon.getStyleClass().add(problem.isError() ? "error-icon" : "warning-icon");
        Label what = wrapping(problem.what(), "strong");
        Label remedy = wrapping(problem.remedy(), "muted");
        HBox content = new HBox(12, icon, new VBox(2, what, remedy));
        content.setAlignment(Pos.TOP_LEFT);
        Button place = new Button("", content);
        place.getStyleClass().addAll("quiet", "problem-row");
        place.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(place, Priority.ALWAYS);
        place.setAlignment(Pos.TOP_LEFT);
        place.setAccessibleText((problem.isError() ? "Error: " : "Warning: ") + problem.sentence());
        place.setAccessibleHelp("Shows the place");
        place.setOnAction(event -> goTo.accept(problem.place()));
        return place;
    }

    private static Label wrapping(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMinWidth(TEXT_WIDTH);
        label.setMaxWidth(TEXT_WIDTH);
        return label;
    }
}
