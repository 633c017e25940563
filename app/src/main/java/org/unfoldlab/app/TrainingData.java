package org.unfoldlab.app;

import java.nio.file.Path;
import java.util.Optional;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.ImageShape;
import org.unfoldlab.datasets.Splits;
import org.unfoldlab.datasets.catalog.DataKind;
import org.unfoldlab.model.graph.DataChoice;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Stimulus;

/** Between the data that a network file names and the images themselves. */
public final class TrainingData {
    private TrainingData() {}

    /**
     * The document with other data.
     *
     * @param choice what follows {@code --data}; a relative path is taken from the working directory, so that the run
     *     folder finds the data from anywhere
     */
    public static NetworkDocument choose(NetworkDocument document, String choice) throws DatasetException {
        var parsed = org.unfoldlab.datasets.catalog.DataChoice.parse(choice);
        DataChoice old = document.data();
        String set = parsed.kind() == DataKind.SHAPES
                ? parsed.toString()
                : parsed.kind().key();
        Optional<String> path =
                parsed.path().map(Path::toAbsolutePath).map(Path::normalize).map(Path::toString);
        return document.edit()
                .data(new DataChoice(set, path, old.trainImages(), old.testImages(), old.extras()))
                .build();
    }

    /**
     * Reads or generates the images that a document asks for, in the shape of its stimulus and no more than it asks
     * for.
     */
    public static Splits load(NetworkDocument document, Places places) throws DatasetException {
        DataChoice data = document.data();
        String text = data.set() + data.path().map(path -> ":" + path).orElse("");
        Stimulus stimulus = document.stimulus();
        return org.unfoldlab.datasets.catalog.DataChoice.parse(text)
                .load(
                        places.data(),
                        new ImageShape(stimulus.channels(), stimulus.height(), stimulus.width()),
                        data.trainImages().orElse(Integer.MAX_VALUE),
                        data.testImages().orElse(Integer.MAX_VALUE));
    }
}
