package org.unfoldlab.app.editor;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.unfoldlab.model.network.Problem;

/** All problems of the drawing, each with what to do; choosing one goes to its place. */
public final class ProblemList {
    private ProblemList() {}

    /** @param goTo shows the place of a problem */
    public static Node of(Drawing drawing, Consumer<Problem.Place> goTo) {
        VBox list = new VBox(4);
        for (Problem problem : drawing.problems()) {
            list.getChildren().add(row(problem, goTo));
        }
        long errors = drawing.errors();
        String words = errors == 1
                ? "Train starts when the error is repaired."
                : "Train starts when the " + errors + " errors are repaired.";
        Label end = new Label(errors == 0 ? "None of these keeps the network from training." : words);
        end.getStyleClass().addAll("muted", "label-text");
        list.getChildren().add(end);
        return list;
    }

    private static Node row(Problem problem, Consumer<Problem.Place> goTo) {
        FontIcon icon = FontIcon.of(problem.isError() ? MaterialDesignA.ALERT_CIRCLE : MaterialDesignA.ALERT);
        icon.getStyleClass().add(problem.isError() ? "error-icon" : "warning-icon");
        Label what = wrapping(problem.what(), "strong");
        Label remedy = wrapping(problem.remedy(), "muted");
        VBox texts = new VBox(2, what, remedy);
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox content = new HBox(12, icon, texts);
        content.setAlignment(Pos.TOP_LEFT);
        Button row = new Button("", content);
        row.getStyleClass().addAll("quiet", "problem-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAlignment(Pos.TOP_LEFT);
        row.setAccessibleText((problem.isError() ? "Error: " : "Warning: ") + problem.sentence());
        row.setOnAction(event -> goTo.accept(problem.place()));
        return row;
    }

    private static Label wrapping(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(520);
        return label;
    }
}
