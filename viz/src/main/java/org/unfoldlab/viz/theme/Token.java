package org.unfoldlab.viz.theme;

import java.util.Locale;
import javafx.scene.paint.Color;

/**
 * Every colour of Unfold by its meaning, with its value on both grounds. In CSS a token is the
 * looked-up colour {@code -unfold-} plus its name in lower case with dashes, e.g. {@code
 * -unfold-control-border}.
 */
public enum Token {
    /** The ground of stages and fields. */
    BACKGROUND("#FFFFFF", "#0D1117"),
    /** Transport, inspector, tiles. */
    RAISED("#F6F8FA", "#151B23"),
    /** Chosen rows, wells inside raised parts. */
    INSET("#EEF1F4", "#1D242D"),
    TEXT("#1F2328", "#E6EDF3"),
    MUTED("#57606A", "#9AA4AF"),
    /** Borders between the parts of a window. */
    LINE("#D8DEE4", "#2F3742"),
    CONTROL_BORDER("#6E7781", "#848D97"),
    /** Primary buttons, chosen controls and the line of the readout T. */
    CONTROL("#1F2328", "#E6EDF3"),
    /** Text and icons on {@link #CONTROL}. */
    ON_CONTROL("#FFFFFF", "#0D1117"),
    /** Where we look; always with a 2 px outline in {@link #TEXT}. */
    MARKER("#FFE45C", "#E3C400"),
    MARKED_PATH("#FFE45C", "#6F6000"),
    FEEDFORWARD("#0072B2", "#5AB4EE"),
    FEEDFORWARD_CELL("#DCEDF8", "#0F2F47"),
    LATERAL("#00805C", "#34C79C"),
    LATERAL_CELL("#D9F0E8", "#0C3529"),
    FEEDBACK("#C84F00", "#FF9A52"),
    FEEDBACK_CELL("#FBE6D9", "#43240C"),
    /** Outline of a populated state. */
    STATE("#1F2328", "#E6EDF3"),
    GHOST("#AAB2BB", "#697482"),
    GHOST_TEXT("#6E7781", "#848D97"),
    RUN_1("#7A6200", "#D9C25A"),
    RUN_2("#A8328F", "#F08BD8"),
    RUN_3("#4B3FA7", "#A79BFF"),
    RUN_4("#00768F", "#4FC6DD"),
    RUN_5("#8A4B2A", "#DDA183"),
    AXIS("#AFB8C1", "#565F6A"),
    GRID("#E6EAEE", "#222A33"),
    HATCH("#C3CAD1", "#3A434E"),
    GOOD("#1A7F37", "#3FB950"),
    WARNING("#9A4B00", "#F0A35A"),
    WARNING_GROUND("#FFF1E5", "#38230D"),
    ERROR("#CF222E", "#FF7B72"),
    ERROR_GROUND("#FFEBE9", "#3D1416"),
    /** The focus ring and nothing else: AtlantaFX Primer's own blue. */
    FOCUS("#0969DA", "#58A6FF");

    private final Color light;
    private final Color dark;

    Token(String light, String dark) {
        this.light = Color.web(light);
        this.dark = Color.web(dark);
    }

    /** The colour on that ground. */
    public Color in(ThemeMode mode) {
        return switch (mode) {
            case LIGHT -> light;
            case DARK -> dark;
        };
    }

    /** Its name in stylesheets, e.g. {@code -unfold-text}. */
    public String cssName() {
        return "-unfold-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The colour of a run. Five hues; a sixth run starts again with the first.
     *
     * @param number the run's number, from 1
     */
    public static Token run(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("runs are numbered from 1, got " + number);
        }
        return values()[RUN_1.ordinal() + (number - 1) % 5];
    }
}
