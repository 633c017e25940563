package org.unfoldlab.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that people make in JSON, and what they are told. */
class JsonTroubleTest {
    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("{\n \"a\": 1\n \"b\": 2}", "A comma is missing at line 2, column 8."),
                mistake("[{}\r\n {}]", "A comma is missing at line 1, column 4."),
                mistake("{\"a\": 1;}", "A comma or a closing bracket is expected, but there is ; at line 1, column 8."),
                mistake("{\"a\": 1,\n}", "There is a comma too many before the } at line 2, column 1."),
                mistake("[1,\n]", "There is a comma too many before the ] at line 2, column 1."),
                mistake("{\"a\" 1}", "A colon is missing at line 1, column 5."),
                mistake("{a: 1}", "The name a needs double quotes at line 1, column 2."),
                mistake("{'a': 1}", "Names and texts need double quotes, not single ones, at line 1, column 2."),
                mistake("{\"a\": 'x'}", "Names and texts need double quotes, not single ones, at line 1, column 7."),
                mistake("{\"a\": foo}", "foo at line 1, column 7 is no JSON value; a text needs double quotes."),
                mistake("{\"a\": True}", "True at line 1, column 7 must be written in small letters."),
                mistake("{\"a\": None}", "None at line 1, column 7 is no JSON value; leave the field out."),
                mistake("{\"a\": NaN}", "NaN at line 1, column 7 is no number that a network can use."),
                mistake("{\"a\": \"x\n\"}", "A closing quote is missing at line 1, column 9."),
                mistake("{\"a\": \"x", "The file ends inside a text; a closing quote is missing."),
                mistake("{\"a\": 1", "The file ends too early: the { at line 1, column 1 is never closed."),
                mistake("{\"a\":\n [1, 2", "The file ends too early: the [ at line 2, column 2 is never closed."),
                mistake("{\"a\": [1}", "The [ of line 1, column 7 is closed by } at line 1, column 9."),
                mistake("{\"a\": 1}}", "There is a } too many at line 1, column 9."),
                mistake("{\"a\":}", "A value is missing at line 1, column 6."),
                mistake("{\"a\": 01}", "A number begins with a zero too many at line 1, column 8."),
                mistake("{\"a\": 1.}", "A number is not written as JSON wants it at line 1, column 8."),
                mistake("{\"a\": .5}", "A number needs a digit before its point at line 1, column 7."),
                mistake(
                        "{\"a\": \"\\q\"}",
                        "A backslash starts no known escape at line 1, column 9;"
                                + " write \\\\ for a backslash itself."),
                mistake(
                        "{ // hi\n}",
                        "A comment stands at line 1, column 3, and JSON has none;" + " use the field \"description\"."),
                mistake("{\"a\": 1, \"a\": 2}", "\"a\" is given twice in one {…}, again at line 1, column 10."),
                mistake("{\"a\": 1} 2", "There is more text after the end of the network at line 1, column 10."),
                mistake("", "The file is empty."),
                mistake("[".repeat(1000), "Brackets are nested deeper than 64 levels in the [ at line 1, column 64."),
                mistake("{\"a\": 1e99999999999}", "The number 1e99999999999 is out of range at line 1, column 7."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isToldInPlainWordsWithItsPlace(String text, String sentence) {
        NetworkReading reading = NetworkFiles.parse("f.unfold", text);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        NetworkReading.Unreadable.class,
                        unreadable ->
                                assertThat(unreadable.message()).isEqualTo("f.unfold cannot be read. " + sentence));
    }

    @Test
    void noTextCrashesTheReader() {
        String sound = "{\"unfold\": 1, \"states\": [{\"name\": \"V1\\u00e9\", \"n\": -1.5e3}, null, true]}";
        for (int i = 0; i < sound.length(); i++) {
            for (String junk : new String[] {"", "\"", "{", "]", "\\", "x", "\u0000", "\n", ","}) {
                String text = sound.substring(0, i) + junk + sound.substring(i + 1);
                assertThat(NetworkFiles.parse("f", text)).isInstanceOf(NetworkReading.Unreadable.class);
            }
        }
    }

    private static Arguments mistake(String text, String sentence) {
        return Arguments.of(text, sentence);
    }
}
