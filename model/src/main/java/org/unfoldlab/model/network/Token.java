package org.unfoldlab.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One written letter of a pipeline, not yet placed: {@code B}, {@code R}, {@code C3/2:16}, {@code D*2}, {@code A/2}.
 *
 * @param letter B, R, C, D, A or M
 * @param kernel side of the kernel, C and D only
 * @param factor stride, upsampling or pool size
 * @param channels output channels, absent for the default
 */
record Token(char letter, int kernel, int factor, OptionalInt channels) {
    private static final Pattern SHORTHAND = Pattern.compile("(BRC|BRD|CBR)[x×]([1-9])");
    private static final Pattern TOKEN = Pattern.compile("([BRCDAM])(\\d{1,3})?(?:([/*])(\\d{1,3}))?(?::(\\d{1,5}))?");

    boolean convolves() {
        return letter == 'C' || letter == 'D';
    }

    /** The letters and count of a shorthand such as {@code BRCx2}; null when the text is no shorthand. */
    static @org.jspecify.annotations.Nullable Shorthand shorthand(String text) {
        Matcher matcher = SHORTHAND.matcher(text.strip());
        return matcher.matches() ? new Shorthand(matcher.group(1), Integer.parseInt(matcher.group(2))) : null;
    }

    /** A shorthand's letters and how often they repeat. */
    record Shorthand(String letters, int repeats) {
        /**
         * The tokens for a size ratio of 2^halvings: {@code BRC} and {@code CBR} stride in the first convolutions,
         * {@code BRD} upsamples in the last deconvolutions.
         */
        List<Token> expand(int doublings) {
            List<Token> tokens = new ArrayList<>();
            boolean up = letters.equals("BRD");
            for (int n = 0; n < repeats; n++) {
                boolean scales = up ? n >= repeats - doublings : n < doublings;
                for (int i = 0; i < letters.length(); i++) {
                    char letter = letters.charAt(i);
                    boolean convolves = letter == 'C' || letter == 'D';
                    tokens.add(new Token(letter, convolves ? 3 : 0, convolves && scales ? 2 : 1, OptionalInt.empty()));
                }
            }
            return tokens;
        }
    }

    /**
     * Reads tokens with or without spaces between them.
     *
     * @throws PipelineException naming the first place that cannot be read
     */
    static List<Token> read(String text) throws PipelineException {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (matcher.region(at, text.length()).lookingAt()) {
                tokens.add(checked(matcher));
                at = matcher.end();
            } else {
                throw new PipelineException(
                        "“" + text.substring(at) + "” is no part of a function",
                        "Write B, R, C, D, A/2, M/2 or a shorthand such as BRCx2.");
            }
        }
        if (tokens.isEmpty()) {
            throw new PipelineException("The function is empty", "Write for example BRCx2.");
        }
        return tokens;
    }

    private static Token checked(Matcher matcher) throws PipelineException {
        char letter = matcher.group(1).charAt(0);
        boolean up = "*".equals(matcher.group(3));
        int factor = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
        if (up && letter != 'D' || !up && letter == 'D' && factor != 1 || factor < 1) {
            throw new PipelineException(
                    "“" + matcher.group() + "” scales in a way that " + letter + " cannot",
                    "C, A and M take /2, D takes *2.");
        }
        boolean convolves = letter == 'C' || letter == 'D';
        if (!convolves && (matcher.group(2) != null || matcher.group(5) != null)
                || (letter == 'B' || letter == 'R') && matcher.group(4) != null) {
            throw new PipelineException(
                    "“" + matcher.group() + "” has a number that " + letter + " cannot use",
                    "Kernel and channels belong to C and D only.");
        }
        if ((letter == 'A' || letter == 'M') && factor < 2) {
            throw new PipelineException(
                    "“" + matcher.group() + "” pools nothing", "Write " + letter + "/2 to halve the size.");
        }
        int kernel = matcher.group(2) == null ? 3 : Integer.parseInt(matcher.group(2));
        if (convolves && kernel % 2 == 0) {
            throw new PipelineException(
                    "“" + matcher.group() + "” has an even kernel", "Use an odd kernel: 1, 3, 5, 7 …");
        }
        OptionalInt channels =
                matcher.group(5) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(matcher.group(5)));
        if (channels.isPresent() && channels.getAsInt() < 1) {
            throw new PipelineException("“" + matcher.group() + "” has no channels", "Use at least one channel.");
        }
        return new Token(letter, convolves ? kernel : 0, factor, channels);
    }
}
