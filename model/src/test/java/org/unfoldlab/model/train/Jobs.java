package org.unfoldlab.model.train;

import java.util.List;
import java.util.Random;
import org.unfoldlab.datasets.ImageSet;
import org.unfoldlab.datasets.Splits;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.graph.Extras;
import org.unfoldlab.model.graph.Measure;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.graph.Training;
import org.unfoldlab.model.network.Networks;

/** Small trainings that tests start from. */
final class Jobs {
    private Jobs() {}

    /** 3 epochs of 5 batches of 6 images; 2 images are left over. */
    static TrainingJob small(Engine engine) {
        return of(document(4), engine);
    }

    static NetworkDocument document(int readoutTime) {
        return Networks.twoAreas(readoutTime)
                .edit()
                .classes(4)
                .training(Training.PAPER.withEpochs(3).withBatch(6).withSeed(11))
                .measure(new Measure("1..6", StatisticsPolicy.RECALIBRATE, java.util.OptionalInt.of(12), Extras.NONE))
                .build();
    }

    static TrainingJob of(NetworkDocument document, Engine engine) {
        return new TrainingJob(
                Networks.valid(document),
                new Splits(images(32, 1), images(10, 2), List.of()),
                engine,
                Precision.FLOAT,
                1,
                "test");
    }

    /** Four classes: which quarter of an 8×8 image is bright. */
    static ImageSet images(int size, long seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[size * 3 * 64];
        int[] labels = new int[size];
        for (int n = 0; n < size; n++) {
            labels[n] = n % 4;
            for (int i = 0; i < 3 * 64; i++) {
                int quarter = (i % 64 / 32) * 2 + i % 8 / 4;
                pixels[n * 3 * 64 + i] = (byte) (random.nextInt(100) + (quarter == labels[n] ? 120 : 0));
            }
        }
        return ImageSet.of("quarters", 3, 8, 8, pixels, labels, List.of("a", "b", "c", "d"));
    }
}
