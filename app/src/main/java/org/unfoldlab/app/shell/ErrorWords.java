package org.unfoldlab.app.shell;

/**
 * The third part of the sentence in the transport: a figure with its unit, or words where there is none.
 *
 * @param figure e.g. {@code 13.2 %}; empty where there is none
 * @param words after the figure, e.g. {@code error}, or instead of it, e.g. {@code not trained}
 */
public record ErrorWords(String figure, String words) {
    public static final ErrorWords NOT_TRAINED = new ErrorWords("", "not trained");
    public static final ErrorWords NO_SIGNAL = new ErrorWords("", "no signal yet");

    @Override
    public String toString() {
        return figure.isEmpty() ? words : figure + " " + words;
    }
}
