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
    BACKGROUND(0xFFFFFF, 0x0D1117),
    /** Transport, inspector, tiles. */
    RAISED(0xF6F8FA, 0x151B23),
    /** Chosen rows, wells inside raised parts. */
    INSET(0xEEF1F4, 0x1D242D),
    TEXT(0x1F2328, 0xE6EDF3),
    MUTED(0x57606A, 0x9AA4AF),
    /** Borders between the parts of a window. */
    LINE(0xD8DEE4, 0x2F3742),
    CONTROL_BORDER(0x6E7781, 0x848D97),
    /** Primary buttons, chosen controls and the line of the readout T. */
    CONTROL(0x1F2328, 0xE6EDF3),
    /** Text and icons on {@link #CONTROL}. */
    ON_CONTROL(0xFFFFFF, 0x0D1117),
    /** Where we look; always with a 2 px outline in {@link #TEXT}. */
    MARKER(0xFFE45C, 0xE3C400),
    MARKED_PATH(0xFFE45C, 0x6F6000),
    FEEDFORWARD(0x0072B2, 0x5AB4EE),
    FEEDFORWARD_CELL(0xDCEDF8, 0x0F2F47),
    LATERAL(0x00805C, 0x34C79C),
    LATERAL_CELL(0xD9F0E8, 0x0C3529),
    FEEDBACK(0xC84F00, 0xFF9A52),
    FEEDBACK_CELL(0xFBE6D9, 0x43240C),
    /** Outline of a populated state. */
    STATE(0x1F2328, 0xE6EDF3),
    GHOST(0xAAB2BB, 0x697482),
    GHOST_TEXT(0x6E7781, 0x848D97),
    RUN_1(0x7A6200, 0xD9C25A),
    RUN_2(0xA8328F, 0xF08BD8),
    RUN_3(0x4B3FA7, 0xA79BFF),
    RUN_4(0x00768F, 0x4FC6DD),
    RUN_5(0x8A4B2A, 0xDDA183),
    AXIS(0xAFB8C1, 0x565F6A),
    GRID(0xE6EAEE, 0x222A33),
    HATCH(0xC3CAD1, 0x3A434E),
    GOOD(0x1A7F37, 0x3FB950),
    WARNING(0x9A4B00, 0xF0A35A),
    WARNING_GROUND(0xFFF1E5, 0x38230D),
    ERROR(0xCF222E, 0xFF7B72),
    ERROR_GROUND(0xFFEBE9, 0x3D1416),
    /** The focus ring and nothing else: AtlantaFX Primer's own blue. */
    FOCUS(0x0969DA, 0x58A6FF);

    private final int light;
    private final int dark;

    Token(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The colour on that ground. */
    public Color in(ThemeMode mode) {
        int rgb = switch (mode) {
            case LIGHT -> light;
            case DARK -> dark;
        };
        return Color.rgb(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
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
        return switch ((number - 1) % 5) {
            case 0 -> RUN_1;
            case 1 -> RUN_2;
            case 2 -> RUN_3;
            case 3 -> RUN_4;
            default -> RUN_5;
        };
    }
}
