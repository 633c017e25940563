package org.unfoldlab.model.store;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.store.Json.Place;
import org.unfoldlab.model.store.JsonSource.Open;

/*
 * Jackson tells mistakes apart by its message alone, so the table below knows the wording of its core parser; a wording
 * that it does not know is quoted as it is. What a person has to do often stands elsewhere than where the parser
 * stumbled: a missing comma belongs behind the value before it. So the surroundings of the mistake are looked at, too.
 */
/** Says in plain words what is wrong with a JSON text, and where. */
final class JsonTrouble {
    private static final List<Rule> RULES = List.of(
            new Rule("was expecting comma", JsonTrouble::noComma),
            new Rule("was expecting double-quote to start field name", JsonTrouble::noName),
            new Rule("was expecting a colon", at -> "A colon is missing" + at.afterPrevious()),
            new Rule(
                    "maybe a (non-standard) comment",
                    at -> "A comment stands" + at.here() + ", and JSON has none; use the field \"description\""),
            new Rule("in numeric value", at -> "A number is not written as JSON wants it" + at.here()),
            new Rule("Invalid numeric value", at -> "A number begins with a zero too many" + at.here()),
            new Rule("Non-standard token", at -> at.word() + at.atWord() + " is no number that a network can use"),
            new Rule("expected a hex-digit", at -> "An escape \\u needs four hexadecimal digits" + at.here()),
            new Rule("expected a value", JsonTrouble::noValue),
            new Rule("expected a valid value", JsonTrouble::noValue),
            new Rule("Unrecognized token", JsonTrouble::bareWord),
            new Rule("Illegal unquoted character ((CTRL-CHAR, code 10)", JsonTrouble::openText),
            new Rule("Illegal unquoted character ((CTRL-CHAR, code 13)", JsonTrouble::openText),
            new Rule("Illegal unquoted character", at -> "A text holds a control character" + at.here()),
            new Rule(
                    "Unrecognized character escape",
                    at -> "A backslash starts no known escape" + at.here() + "; write \\\\ for a backslash itself"),
            new Rule("no open", at -> "There is a " + at.found() + " too many" + at.here()),
            new Rule("Unexpected close marker", JsonTrouble::wrongBracket),
            new Rule("Illegal character", at -> "A control character stands" + at.here() + "; is this a text file?"));

    private JsonTrouble() {}

    private record Rule(String marker, Function<Spot, String> words) {}

    /**
     * A sentence on the mistake.
     *
     * @param innermost the innermost bracket that was open, null for none
     */
    static String sentence(JsonProcessingException trouble, String text, @Nullable Open innermost) {
        String message = trouble.getOriginalMessage();
        if (trouble instanceof StreamConstraintsException) {
            return tooMuch(message, innermost);
        }
        JsonLocation location = trouble.getLocation();
        int offset = location == null ? text.length() : (int) Math.max(0, location.getCharOffset());
        Spot spot = new Spot(text, Math.min(offset, text.length()), innermost);
        if (trouble instanceof JsonEOFException) {
            return cutOff(message, spot);
        }
        return RULES.stream()
                .filter(rule -> message.contains(rule.marker()))
                .findFirst()
                .map(rule -> rule.words().apply(spot) + ".")
                .orElse("The text is no JSON" + spot.here() + ": "
                        + message.lines().findFirst().orElse("") + ".");
    }

    /** These come without a place of their own; the innermost bracket is near. */
    private static String tooMuch(String message, @Nullable Open innermost) {
        String near = innermost == null ? "" : " in the " + innermost.bracket() + " at " + innermost.place();
        return message.contains("nesting depth")
                ? "Brackets are nested deeper than " + JsonSource.DEEPEST + " levels" + near + "."
                : "A number or name is far too long" + near + ".";
    }

    private static String cutOff(String message, Spot spot) {
        if (message.contains("closing quote")) {
            return "The file ends inside a text; a closing quote is missing.";
        }
        Open open = spot.innermost();
        if (open == null) {
            return "The file ends too early" + spot.here() + ".";
        }
        return "The file ends too early: the " + open.bracket() + " at " + open.place() + " is never closed.";
    }

    private static String noComma(Spot at) {
        char found = at.character();
        boolean value = found == '"' || found == '{' || found == '[' || found == '-' || Character.isDigit(found);
        if (value || at.word().matches("true|false|null")) {
            return "A comma is missing" + at.afterPrevious();
        }
        return "A comma or a closing bracket is expected, but there is " + at.found() + at.here();
    }

    private static String noName(Spot at) {
        if (at.character() == '}' && at.previous() == ',') {
            return "There is a comma too many before the }" + at.here();
        }
        if (at.character() == '\'') {
            return "Names and texts need double quotes, not single ones," + at.here();
        }
        if (Character.isLetter(at.character())) {
            return "The name " + at.word() + " needs double quotes" + at.here();
        }
        return "A name in double quotes is expected, but there is " + at.found() + at.here();
    }

    private static String noValue(Spot at) {
        if (at.character() == ']' && at.previous() == ',') {
            return "There is a comma too many before the ]" + at.here();
        }
        if (at.character() == '\'') {
            return "Names and texts need double quotes, not single ones," + at.here();
        }
        if (at.character() == '.') {
            return "A number needs a digit before its point" + at.here();
        }
        return "A value is missing" + at.afterPrevious();
    }

    private static String bareWord(Spot at) {
        String word = at.word();
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            return word + at.atWord() + " must be written in small letters";
        }
        if (word.equals("None")) {
            return word + at.atWord() + " is no JSON value; leave the field out";
        }
        return word + at.atWord() + " is no JSON value; a text needs double quotes";
    }

    private static String openText(Spot at) {
        return "A closing quote is missing" + at.here();
    }

    private static String wrongBracket(Spot at) {
        Open open = at.innermost();
        if (open == null) {
            return "There is a " + at.found() + " too many" + at.here();
        }
        return "The " + open.bracket() + " of " + open.place() + " is closed by " + at.found() + at.here();
    }

    /** The surroundings of a mistake. */
    private record Spot(String text, int offset, @Nullable Open innermost) {
        char character() {
            return offset < text.length() ? text.charAt(offset) : ' ';
        }

        String found() {
            return String.valueOf(character());
        }

        String here() {
            return " at " + placeOf(text, offset);
        }

        /** Behind the last character before the mistake that is no white space. */
        private int end() {
            int end = offset;
            while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            return end;
        }

        char previous() {
            return end() > 0 ? text.charAt(end() - 1) : ' ';
        }

        String afterPrevious() {
            return " at " + placeOf(text, end());
        }

        /** The parser reports an unknown word at its end, a wrong character at itself: both lie in the word. */
        private int wordStart() {
            int start = offset;
            while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
                start--;
            }
            return start;
        }

        String word() {
            int end = offset;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            return text.substring(wordStart(), Math.min(end, wordStart() + 40));
        }

        String atWord() {
            return " at " + placeOf(text, wordStart());
        }
    }

    /** Line and column of a character. */
    static Place placeOf(String text, int offset) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !pair)) {
                line++;
                start = i + 1;
            }
        }
        return new Place(line, offset - start + 1);
    }
}
