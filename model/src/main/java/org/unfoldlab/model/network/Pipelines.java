package org.unfoldlab.model.network;

import java.util.ArrayList;
import java.util.List;

/** Reads functions and gives every layer its shapes (SPEC §1, functions). */
final class Pipelines {
    private Pipelines() {}

    /** The pipeline of a transition, from the source state's shape; its output is not compared with the target. */
    static Pipeline ofTransition(String text, Shape source, Shape target) throws PipelineException {
        Token.Shorthand shorthand = Token.shorthand(text);
        List<Token> tokens =
                shorthand == null ? Token.read(text) : shorthand.expand(doublings(shorthand, source, target));
        int between = Math.max(1, (source.channels() + target.channels()) / 2);
        return place(text, tokens, source, target.channels(), between);
    }

    /** The pipeline of the pre-net; its convolutions default to the first state's channels. */
    static Pipeline ofPreNet(String text, Shape stimulus, Shape first) throws PipelineException {
        Token.Shorthand shorthand = Token.shorthand(text);
        List<Token> tokens =
                shorthand == null ? Token.read(text) : shorthand.expand(doublings(shorthand, stimulus, first));
        return place(text, tokens, stimulus, first.channels(), first.channels());
    }

    /** k such that the sizes differ by 2^k in the direction that the shorthand can go. */
    private static int doublings(Token.Shorthand shorthand, Shape source, Shape target) throws PipelineException {
        boolean up = shorthand.letters().equals("BRD");
        Shape large = up ? target : source;
        Shape small = up ? source : target;
        for (int k = 0; k <= 16; k++) {
            if ((long) small.height() << k == large.height() && (long) small.width() << k == large.width()) {
                if (k <= shorthand.repeats()) {
                    return k;
                }
                throw new PipelineException(
                        sizes(source, target) + " needs " + count(k, up ? "doubling" : "halving"),
                        "Use " + shorthand.letters() + "×" + k + ", or add a state between.");
            }
        }
        String other = up ? "BRC" : "BRD";
        boolean opposite = up ? source.height() > target.height() : source.height() < target.height();
        throw new PipelineException(
                sizes(source, target) + (opposite ? (up ? " gets smaller" : " gets larger") : " is no power of two"),
                opposite
                        ? "Use " + other + "×" + shorthand.repeats() + " in this direction."
                        : "Make the sizes differ by 2, 4, 8 …, or write the function out.");
    }

    private static String count(int k, String word) {
        return k == 1
                ? "one " + word
                : k == 2 ? "two " + word + "s" : k == 3 ? "three " + word + "s" : k + " " + word + "s";
    }

    static String sizes(Shape source, Shape target) {
        return size(source) + " to " + size(target);
    }

    private static String size(Shape shape) {
        return shape.height() == shape.width() ? shape.height() + "²" : shape.height() + "×" + shape.width();
    }

    private static Pipeline place(String text, List<Token> tokens, Shape source, int lastChannels, int otherChannels)
            throws PipelineException {
        int last = -1;
        for (int i = 0; i < tokens.size(); i++) {
            last = tokens.get(i).convolves() ? i : last;
        }
        List<Layer> layers = new ArrayList<>();
        Shape shape = source;
        int norms = 0;
        int convolutions = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            norms += token.letter() == 'B' ? 1 : 0;
            convolutions += token.convolves() ? 1 : 0;
            int channels = token.channels().orElse(i == last ? lastChannels : otherChannels);
            Layer layer = layer(token, shape, channels, token.letter() == 'B' ? norms : convolutions);
            layers.add(layer);
            shape = layer.output();
            if (shape.height() < 1 || shape.width() < 1) {
                throw new PipelineException("“" + text + "” leaves nothing of " + size(source), "Scale down less.");
            }
        }
        return new Pipeline(text, layers);
    }

    private static Layer layer(Token token, Shape in, int channels, int index) {
        return switch (token.letter()) {
            case 'B' -> new Layer.BatchNorm(index, in);
            case 'R' -> new Layer.Relu(in);
            case 'C' ->
                new Layer.Convolution(
                        index,
                        token.kernel(),
                        token.factor(),
                        in,
                        new Shape(channels, convolved(in.height(), token), convolved(in.width(), token)));
            case 'D' ->
                new Layer.Deconvolution(
                        index,
                        token.kernel(),
                        token.factor(),
                        in,
                        new Shape(channels, in.height() * token.factor(), in.width() * token.factor()));
            case 'A' -> pool(Layer.PoolKind.AVERAGE, token.factor(), in);
            case 'M' -> pool(Layer.PoolKind.MAXIMUM, token.factor(), in);
            default -> throw new IllegalArgumentException("no layer for " + token.letter());
        };
    }

    /** ⌊(size + 2·⌊kernel/2⌋ − kernel) / stride⌋ + 1 (Dumoulin and Visin 2016, relationship 6). */
    private static int convolved(int size, Token token) {
        return (size + 2 * (token.kernel() / 2) - token.kernel()) / token.factor() + 1;
    }

    private static Layer pool(Layer.PoolKind kind, int factor, Shape in) {
        return new Layer.Pool(kind, factor, in, new Shape(in.channels(), in.height() / factor, in.width() / factor));
    }
}
