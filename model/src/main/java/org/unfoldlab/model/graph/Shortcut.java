package org.unfoldlab.model.graph;

/** The path around a transition's function F (SPEC §1): y = F(x) + shortcut(x), or the highway's gated mix. */
public enum Shortcut {
    NONE,
    /** y = F(x) + x; source and target have the same shape. */
    IDENTITY,
    /** y = F(x) + P x, P a 1×1 convolution whose stride is the size ratio. */
    PROJECTION,
    /** Subsample, then append zero channels (He et al. 2015, option A). */
    PADDING,
    /** y = F(x)·g + x·(1 − g), g = sigmoid(conv3×3(x) + b), b starts at −2. */
    HIGHWAY
}
