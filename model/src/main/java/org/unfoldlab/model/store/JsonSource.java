package org.unfoldlab.model.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unfoldlab.model.store.Json.Place;

/** Reads one JSON text into a tree with places; stops at the first mistake with words for it. */
final class JsonSource {
    /** Far deeper than any network file; a text that nests deeper is broken or hostile. */
    static final int DEEPEST = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(400)
                    .build())
            .build();

    private final JsonParser parser;
    private final Deque<Open> open = new ArrayDeque<>();

    /** A bracket that still waits for its partner. */
    record Open(char bracket, Place place) {}

    /** A mistake in the text itself; the message is a sentence with line and column. */
    static final class SyntaxTrouble extends Exception {
        SyntaxTrouble(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    private JsonSource(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The single value that the text holds.
     *
     * @throws SyntaxTrouble at the first mistake
     */
    static Json read(String text) throws SyntaxTrouble {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonSource source = new JsonSource(parser);
            try {
                return source.wholeText();
            } catch (JsonProcessingException e) {
                throw new SyntaxTrouble(JsonTrouble.sentence(e, text, source.open.peek()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory is read without any device", e);
        }
    }

    private Json wholeText() throws IOException, SyntaxTrouble {
        if (parser.nextToken() == null) {
            throw new SyntaxTrouble("The file is empty.");
        }
        Json value = value();
        if (parser.nextToken() != null) {
            throw new SyntaxTrouble("There is more text after the end of the network at " + place() + ".");
        }
        return value;
    }

    private Place place() {
        JsonLocation at = parser.currentTokenLocation();
        return new Place(at.getLineNr(), at.getColumnNr());
    }

    private Json value() throws IOException, SyntaxTrouble {
        Place place = place();
        return switch (parser.currentToken()) {
            case START_OBJECT -> group(place);
            case START_ARRAY -> sequence(place);
            case VALUE_NULL -> new Json.Scalar(null, place);
            case VALUE_TRUE -> new Json.Scalar(true, place);
            case VALUE_FALSE -> new Json.Scalar(false, place);
            case VALUE_NUMBER_INT -> new Json.Scalar(parser.getNumberValue(), place);
            case VALUE_NUMBER_FLOAT -> new Json.Scalar(fraction(place), place);
            default -> new Json.Scalar(parser.getText(), place);
        };
    }

    private Json group(Place place) throws IOException, SyntaxTrouble {
        Map<String, Json> fields = new LinkedHashMap<>();
        open.push(new Open('{', place));
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place at = place();
            parser.nextToken();
            if (fields.put(name, value()) != null) {
                throw new SyntaxTrouble("\"" + name + "\" is given twice in one {…}, again at " + at + ".");
            }
        }
        open.pop();
        return new Json.Group(fields, place);
    }

    private Json sequence(Place place) throws IOException, SyntaxTrouble {
        List<Json> items = new ArrayList<>();
        open.push(new Open('[', place));
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        open.pop();
        return new Json.Sequence(items, place);
    }

    private Number fraction(Place place) throws IOException, SyntaxTrouble {
        String digits = parser.getText();
        double nearest = Double.parseDouble(digits);
        try {
            BigDecimal exact = new BigDecimal(digits);
            boolean kept =
                    Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(exact) == 0;
            return kept ? (Number) nearest : exact;
        } catch (NumberFormatException e) {
            throw new SyntaxTrouble("The number " + digits + " is out of range at " + place + ".");
        }
    }
}
