package org.unfoldlab.viz.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StylesheetTest {
    private static final Look LARGE = Look.of(ThemeMode.DARK, TextSize.LARGE);

    @Test
    void everyTokenIsALookedUpColour() {
        String css = Stylesheet.text(LARGE);
        for (Token token : Token.values()) {
            assertThat(css).contains(token.cssName() + ": " + Stylesheet.hex(token.in(ThemeMode.DARK)) + ";");
        }
    }

    @Test
    void rulesUseNoColourThatIsNotAToken() {
        Set<String> known = Arrays.stream(Token.values()).map(Token::cssName).collect(Collectors.toSet());
        known.add("-unfold-run");
        List<String> used = Pattern.compile("-unfold-[a-z0-9-]+")
                .matcher(Stylesheet.text(LARGE))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(known).containsAll(used);
    }

    @Test
    void measuresGrowWithTheText() {
        assertThat(Stylesheet.text(LARGE)).contains("-fx-font-size: 17.50px").doesNotContainPattern("\\d+u\\b");
    }
}
