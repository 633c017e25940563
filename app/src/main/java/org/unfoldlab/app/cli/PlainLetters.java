package org.unfoldlab.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Takes UTF-8 and writes another character set; what that set lacks is written in plain letters ({@code →} as
 * {@code ->}) or, failing that, as a question mark.
 */
final class PlainLetters extends FilterOutputStream {
    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry((int) '→', "->"),
            Map.entry((int) '…', "..."),
            Map.entry((int) '×', "x"),
            Map.entry((int) '²', "^2"),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '−', "-"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '·', "-"),
            Map.entry((int) '≤', "<="),
            Map.entry((int) '≥', ">="));

    private final Charset charset;
    private final CharsetEncoder encoder;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    PlainLetters(OutputStream target, Charset charset) {
        super(target);
        this.charset = charset;
        encoder = charset.newEncoder();
    }

    @Override
    public void write(int value) {
        pending.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        pending.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        String text = pending.toString(StandardCharsets.UTF_8);
        pending.reset();
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> shown.append(plain(point)));
        out.write(shown.toString().getBytes(charset));
        out.flush();
    }

    private String plain(int point) {
        String character = Character.toString(point);
        return encoder.canEncode(character) ? character : PLAIN.getOrDefault(point, "?");
    }
}
