package org.unfoldlab.app;

/** A word of a command that people copy into a terminal. */
public final class CommandWord {
    private CommandWord() {}

    /** The text as it is where every shell takes it for one word, else in quotes. */
    public static String of(Object text) {
        String word = text.toString();
        return word.matches("[\\p{L}\\d_./\\\\:~@+=,-]+") ? word : '"' + word + '"';
    }
}
