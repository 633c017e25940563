package org.unfoldlab.app.equivalence;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.unfoldlab.model.equivalence.Difference;
import org.unfoldlab.model.equivalence.Figure;
import org.unfoldlab.model.equivalence.StatePicture;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.viz.equivalence.PictureView;
import org.unfoldlab.viz.plot.ColorScale;

/** One h(t) as both sides have it, and how far they lie apart. */
final class PicturesPanel extends VBox {
    private static final double SIDE = 68;

    private final Label title = new Label();
    private final Label what = new Label();
    private final PictureView folded = new PictureView(SIDE);
    private final PictureView unfolded = new PictureView(SIDE);
    private final PictureView apart = new PictureView(SIDE);
    private final Label difference = caption("|Δ|");

    PicturesPanel() {
        super(8);
        title.getStyleClass().add("section");
        title.setId("pictures-title");
        what.getStyleClass().addAll("muted", "axis-text");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        difference.setId("pictures-difference");
        HBox row = new HBox(
                10,
                new VBox(2, folded, caption("folded")),
                new VBox(2, unfolded, caption("unfolded")),
                new VBox(2, apart, difference));
        getChildren().addAll(title, row, what);
    }

    private static Label caption(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("muted", "axis-text");
        return label;
    }

    /** Shows a copy, with what is known of it. */
    void show(
            Optional<StateAt> at,
            Optional<StatePicture> picture,
            Optional<Difference> found,
            int channels,
            int trainingStep) {
        title.setText(at.map(a -> a.state() + " at t = " + a.time()).orElse("A state at a time"));
        difference.setText(found.map(d -> "|Δ| " + Figure.power(d.relative())).orElse("|Δ|"));
        if (picture.isEmpty()) {
            folded.clear("No picture yet");
            unfolded.clear("No picture yet");
            apart.clear("No picture yet");
            what.setText(at.isPresent() ? "Not computed yet" : "Choose a box of the unfolded network");
            return;
        }
        StatePicture shown = picture.get();
        double[] range = PictureView.range(shown.folded(), shown.unfolded());
        folded.show(shown.folded(), shown.width(), range[0], range[1], ColorScale.CIVIDIS, "Folded map");
        unfolded.show(shown.unfolded(), shown.width(), range[0], range[1], ColorScale.CIVIDIS, "Unfolded map");
        double scale = Math.max(Math.abs(range[0]), Math.abs(range[1]));
        apart.show(shown.difference(), shown.width(), 0, scale, ColorScale.CIVIDIS, "Difference on the same scale");
        String after = trainingStep == 0
                ? "before training"
                : "after " + trainingStep + (trainingStep == 1 ? " training step" : " training steps");
        what.setText("First image, mean of " + channels + " channels, " + after);
    }
}
