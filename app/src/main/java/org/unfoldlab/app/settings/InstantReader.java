package org.unfoldlab.app.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads a point in time from ISO-8601 text; what it cannot read is long ago. */
final class InstantReader extends StdDeserializer<Instant> {
    InstantReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return Instant.parse(parser.getValueAsString(""));
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
