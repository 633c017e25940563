package org.unfoldlab.app.editor;

import java.util.List;
import org.unfoldlab.model.graph.Combine;
import org.unfoldlab.model.graph.DataChoice;
import org.unfoldlab.model.graph.Extras;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.model.graph.Measure;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.Readout;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Stimulus;
import org.unfoldlab.model.graph.Timing;
import org.unfoldlab.model.graph.Training;

/** The empty board. */
final class BlankDocument {
    private static final int SIZE = 32;
    private static final int CLASSES = 10;
    private static final int FIRST_TIME = 5;

    private BlankDocument() {}

    static NetworkDocument create() {
        return new NetworkDocument(
                NetworkDocument.CURRENT_FORMAT,
                "Untitled",
                "",
                "",
                new Stimulus(3, SIZE, SIZE, Timing.ONSET),
                "C",
                List.of(),
                List.of(),
                Combine.MEAN,
                new Sharing.OverTime(),
                Normalization.DEFAULT,
                new Readout("V1", FIRST_TIME),
                CLASSES,
                DataChoice.SHAPES,
                Training.PAPER,
                Measure.DEFAULT,
                Layout.EMPTY,
                Extras.NONE);
    }
}
