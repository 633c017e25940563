package org.unfoldlab.app.editor;

import javafx.scene.layout.BorderPane;
import org.unfoldlab.app.welcome.Thumbnail;

/** Draw: the network, folded and unfolded, and what it amounts to. */
public final class DrawView extends BorderPane {
    /** @param chooseData opens the sets of images */
    public DrawView(DocumentViewModel document, Runnable chooseData) {
        getStyleClass().add("draw");
        setRight(new NetworkPanel(document, chooseData));
        document.drawingProperty().subscribe(this::show);
    }

    private void show(Drawing drawing) {
        setCenter(new Thumbnail(drawing, 600, 400));
    }
}
