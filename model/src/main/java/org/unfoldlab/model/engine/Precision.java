package org.unfoldlab.model.engine;

/** What numbers are computed in. Learned tensors, sums and statistics are float32 in all but {@link #DOUBLE}. */
public enum Precision {
    /** IEEE float32. */
    FLOAT,

    /** IEEE float64. */
    DOUBLE,

    /** Factors of convolutions rounded to TensorFloat-32, 10 bits, by graphics processors that have it. */
    TF32,

    /** Factors of convolutions rounded to bfloat16, 7 bits. */
    BFLOAT16;

    /** False where factors are rounded before they are multiplied. */
    public boolean exact() {
        return this == FLOAT || this == DOUBLE;
    }

    /** As it is written after {@code --precision}. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
