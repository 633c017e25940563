package org.unfoldlab.viz.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double LIVE_MARK = 3.0;
    private static final List<Token> RUNS = List.of(Token.RUN_1, Token.RUN_2, Token.RUN_3, Token.RUN_4, Token.RUN_5);

    @Test
    void blackOnWhiteIsTwentyOne() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isCloseTo(21, within(1e-9));
        assertThat(Contrast.ratio(Color.WHITE, Color.BLACK)).isCloseTo(21, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void textIsReadableOnEveryGroundItStandsOn(ThemeMode mode) {
        List<Token> grounds = List.of(Token.BACKGROUND, Token.RAISED, Token.INSET);
        List<Token> inks = new ArrayList<>(List.of(Token.TEXT, Token.MUTED));
        check(mode, inks, grounds, TEXT);
        check(mode, List.of(Token.GOOD, Token.WARNING, Token.ERROR), List.of(Token.BACKGROUND, Token.RAISED), TEXT);
        check(mode, RUNS, List.of(Token.BACKGROUND), TEXT);
        check(mode, List.of(Token.TEXT, Token.ERROR), List.of(Token.ERROR_GROUND), TEXT);
        check(mode, List.of(Token.TEXT, Token.WARNING), List.of(Token.WARNING_GROUND), TEXT);
        check(mode, List.of(Token.ON_CONTROL), List.of(Token.CONTROL), TEXT);
        List<Token> cells = List.of(Token.FEEDFORWARD_CELL, Token.LATERAL_CELL, Token.FEEDBACK_CELL);
        check(mode, List.of(Token.TEXT), cells, TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void liveMarksStandOutFromTheirGround(ThemeMode mode) {
        List<Token> marks = new ArrayList<>(RUNS);
        marks.addAll(List.of(Token.FEEDFORWARD, Token.LATERAL, Token.FEEDBACK, Token.STATE));
        marks.addAll(List.of(Token.CONTROL, Token.CONTROL_BORDER, Token.FOCUS));
        check(mode, marks, List.of(Token.BACKGROUND, Token.RAISED), LIVE_MARK);
        check(mode, List.of(Token.FEEDFORWARD), List.of(Token.FEEDFORWARD_CELL), LIVE_MARK);
        check(mode, List.of(Token.LATERAL), List.of(Token.LATERAL_CELL), LIVE_MARK);
        check(mode, List.of(Token.FEEDBACK), List.of(Token.FEEDBACK_CELL), LIVE_MARK);
        check(mode, List.of(Token.TEXT), List.of(Token.MARKED_PATH), LIVE_MARK);
    }

    private static void check(ThemeMode mode, List<Token> inks, List<Token> grounds, double least) {
        for (Token ink : inks) {
            for (Token ground : grounds) {
                assertThat(Contrast.ratio(ink.in(mode), ground.in(mode)))
                        .as("%s on %s, %s", ink, ground, mode)
                        .isGreaterThanOrEqualTo(least);
            }
        }
    }
}
