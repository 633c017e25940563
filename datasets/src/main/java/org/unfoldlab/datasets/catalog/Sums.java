package org.unfoldlab.datasets.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Published sums of streams: SHA-256 in 64 hexadecimal digits, or SHA-1 in 40. */
final class Sums {
    private static final int SHA_1_DIGITS = 40;

    private Sums() {}

    /** The SHA-256. */
    static String sha256(InputStream content) throws IOException {
        return of(content, "SHA-256");
    }

    /** The sum of the kind that a published one is of, which its length tells. */
    static String like(String published, InputStream content) throws IOException {
        return of(content, kind(published));
    }

    /** {@code SHA-256} or {@code SHA-1}. */
    static String kind(String published) {
        return published.length() == SHA_1_DIGITS ? "SHA-1" : "SHA-256";
    }

    private static String of(InputStream content, String algorithm) throws IOException {
        MessageDigest digest = newDigest(algorithm);
        try (DigestInputStream digesting = new DigestInputStream(content, digest)) {
            digesting.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
