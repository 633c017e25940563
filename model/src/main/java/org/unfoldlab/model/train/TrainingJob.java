package org.unfoldlab.model.train;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.unfoldlab.datasets.ImageSet;
import org.unfoldlab.datasets.Splits;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.graph.Stimulus;
import org.unfoldlab.model.graph.Training;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.result.Provenance;
import org.unfoldlab.model.store.NetworkFiles;

/**
 * What to train, on what, with what.
 *
 * @param network its document says how: training, measure
 * @param data already cut to the numbers of images that the document asks for
 * @param precision what numbers are computed in
 * @param threads to compute with, 0 for the machine's physical cores
 * @param version of Unfold, for provenance
 */
public record TrainingJob(
        Network network, Splits data, Engine engine, Precision precision, int threads, String version) {
    /** How to train. */
    public Training training() {
        return network.document().training();
    }

    /** Why these data do not fit this network, as a sentence with a remedy; empty when they do. */
    public Optional<String> mismatch() {
        Stimulus stimulus = network.document().stimulus();
        ImageSet train = data.train();
        if (train.channels() != stimulus.channels()
                || train.height() != stimulus.height()
                || train.width() != stimulus.width()) {
            return Optional.of("The network takes images of " + stimulus.channels() + "x" + stimulus.height() + "x"
                    + stimulus.width() + ", " + train.name() + " has " + train.channels() + "x" + train.height() + "x"
                    + train.width() + ". Change the stimulus or choose other data.");
        }
        if (train.classes() != network.document().classes()) {
            return Optional.of("The network has " + network.document().classes() + " classes, " + train.name() + " has "
                    + train.classes() + ". Change the number of classes or choose other data.");
        }
        return train.size() < 2
                ? Optional.of(train.name() + " has too few training images. At least 2 are needed.")
                : Optional.empty();
    }

    /** Whether a run was trained and tested on the very same images. */
    public boolean hasImagesOf(Provenance run) {
        return dataHash().equals(run.dataHash());
    }

    /** How the run comes to be, before its first batch. */
    Provenance provenance(Instant now) {
        Diagnosis diagnosis = engine.diagnose();
        return new Provenance(
                NetworkFiles.specHash(network.document()),
                dataHash(),
                training().seed(),
                engine.name(),
                diagnosis.device(),
                precision.text(),
                threads > 0 ? threads : diagnosis.threads(),
                version,
                System.getProperty("java.version", ""),
                now);
    }

    private String dataHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String both = data.train().sha256() + data.test().sha256();
            return HexFormat.of().formatHex(digest.digest(both.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
