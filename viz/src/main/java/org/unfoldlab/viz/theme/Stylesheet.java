package org.unfoldlab.viz.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/**
 * Writes the stylesheet of a look: the tokens as looked-up colours, then the rules of {@code
 * unfold.css}. There a measure that grows with the text is written in the unit {@code u} ({@code
 * 36u}) and becomes px here; JavaFX's own {@code em} would compound from control to control.
 */
final class Stylesheet {
    private static final Pattern UNIT = Pattern.compile("(\\d+(?:\\.\\d+)?)u\\b");

    private Stylesheet() {}

    /** The stylesheet as a {@code data:} address that a scene accepts. */
    static String url(Look look) {
        byte[] bytes = text(look).getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    /** The stylesheet itself. */
    static String text(Look look) {
        return root(look) + scaled(rules(), look.scale());
    }

    /** A colour as CSS writes it, e.g. {@code #1f2328}. */
    static String hex(Color color) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
    }

    private static String root(Look look) {
        StringBuilder css = new StringBuilder(".root {\n");
        for (Token token : Token.values()) {
            css.append("  ").append(token.cssName()).append(": ");
            css.append(hex(token.in(look.mode()))).append(";\n");
        }
        return css.append("}\n").toString();
    }

    private static String scaled(String css, double scale) {
        Matcher units = UNIT.matcher(css);
        return units.replaceAll(
                match -> String.format(Locale.ROOT, "%.2fpx", Double.parseDouble(match.group(1)) * scale));
    }

    private static String rules() {
        try (InputStream in = Stylesheet.class.getResourceAsStream("unfold.css")) {
            if (in == null) {
                throw new IllegalStateException("unfold.css is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
