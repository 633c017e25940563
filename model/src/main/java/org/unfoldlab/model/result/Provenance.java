package org.unfoldlab.model.result;

import java.time.Instant;

/**
 * How a result came to be. The same hashes, seed, engine, precision and threads on one CPU give the same bits; version,
 * Java and start are for people.
 *
 * @param specHash SHA-256 of the experiment without its layout, hexadecimal
 * @param dataHash SHA-256 of training and test images and labels, hexadecimal
 * @param seed source of every random choice
 * @param engine its name, e.g. {@code nd4j}
 * @param device where it computed, e.g. {@code CPU}
 * @param precision {@code float} or {@code double}
 * @param threads threads that it computed with
 * @param version of Unfold
 * @param java version of Java
 * @param started when the run began
 */
public record Provenance(
        String specHash,
        String dataHash,
        long seed,
        String engine,
        String device,
        String precision,
        int threads,
        String version,
        String java,
        Instant started) {}
