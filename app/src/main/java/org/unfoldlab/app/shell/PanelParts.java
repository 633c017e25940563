package org.unfoldlab.app.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What panels and bars are put together from, so that all look alike. */
public final class PanelParts {
    private PanelParts() {}

    /** The title of a section. */
    public static Label section(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("section");
        return label;
    }

    /** Words that explain, in a quiet colour, as high as they wrap. */
    public static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("muted", "label-text");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A thin line between sections or rows. */
    public static Region line() {
        Region line = new Region();
        line.getStyleClass().add("inspector-line");
        return line;
    }

    /**
     * A bar's two lines of text, what goes on and its detail, cut off where there is no room.
     *
     * @param id what their ids begin with, e.g. {@code run} for {@code run-headline} and {@code run-detail}
     */
    public static VBox texts(String id, Label headline, Label detail) {
        headline.getStyleClass().addAll("strong", "run-headline");
        headline.setId(id + "-headline");
        detail.getStyleClass().addAll("muted", "label-text");
        detail.setId(id + "-detail");
        for (Label label : new Label[] {headline, detail}) {
            label.setMinWidth(0);
            label.setTextOverrun(OverrunStyle.ELLIPSIS);
        }
        VBox box = new VBox(headline, detail);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        box.getStyleClass().add("run-texts");
        return box;
    }
}
