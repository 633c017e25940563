package org.unfoldlab.model.program.optimize;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A way to compute the same in less time, named as {@code --without} takes it. */
public enum Pass {
    /** Batch norms and what follows them, where they compute the same from the same input, are computed once. */
    EQUAL_WORK,
    /** A ReLU that alone reads a batch norm is part of it. */
    FUSED_RELU,
    /** A sum that only another sum reads is part of that: shortcut and mean over contributions become one. */
    FLAT_SUMS,
    /** Convolutions of equal geometry that read one input are one convolution, its outputs taken apart afterwards. */
    STACKED_CONVOLUTIONS,
    /** In evaluation a batch norm that alone reads a convolution is folded into its weights. */
    FOLDED_NORMS,
    /** A sum is added up by one of the convolutions that it adds, where the engine can. */
    CONVOLUTION_SUMS,
    /** The gradients that reach an array from several sides are added up in one go, scaled at once. */
    GATHERED_GRADIENTS,
    /** In training a batch norm with its ReLU is computed again on the way back, instead of kept until then. */
    RECOMPUTED_NORMS,
    /** The same for norms of many channels only, beside whose convolutions the second time costs next to nothing. */
    RECOMPUTED_WIDE_NORMS,
    /** 3 × 3 convolutions of many channels in float32 are computed with half the products (Lavin and Gray 2016). */
    WINOGRAD,
    /** Sums and ReLUs write over an input that nobody reads again. */
    IN_PLACE;

    /** The word after {@code --without}, e.g. {@code equal-work}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The pass of this name. */
    public static Optional<Pass> named(String word) {
        return Arrays.stream(values()).filter(pass -> pass.word().equals(word)).findFirst();
    }

    /** All names. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Pass::word).toList();
    }

    /** What engines do unless told otherwise: stacks cost more copies than they save, and narrow norms more time. */
    public static Set<Pass> usual() {
        return Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(STACKED_CONVOLUTIONS, RECOMPUTED_NORMS)));
    }

    /** Every pass. */
    public static Set<Pass> all() {
        return Collections.unmodifiableSet(EnumSet.allOf(Pass.class));
    }
}
