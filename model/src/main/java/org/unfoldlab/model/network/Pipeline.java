package org.unfoldlab.model.network;

import java.util.List;

/**
 * A function as a sequence of layers, each with its shapes.
 *
 * @param text as written
 * @param layers in order of computation, at least one
 */
public record Pipeline(String text, List<Layer> layers) {
    public Pipeline {
        layers = List.copyOf(layers);
    }

    public Shape input() {
        return layers.get(0).input();
    }

    public Shape output() {
        return layers.get(layers.size() - 1).output();
    }

    /** Convolutions, deconvolutions and pools. */
    public int depth() {
        return (int) layers.stream().filter(Layer::countsAsDepth).count();
    }

    /** Multiply-adds for one image, without shortcut. */
    public long multiplyAdds() {
        return layers.stream().mapToLong(Layer::multiplyAdds).sum();
    }
}
