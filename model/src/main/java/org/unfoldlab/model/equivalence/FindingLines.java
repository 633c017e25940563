package org.unfoldlab.model.equivalence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.unfoldlab.model.program.StateAt;

/**
 * Findings as JSON, one a line, on a checking process's output. What kind it is stands in the field {@code finding}.
 * Rows of numbers travel as the bytes of their doubles, big end first, in base 64: exact, and half as long as digits.
 */
public final class FindingLines {
    private static final JsonMapper MAPPER = mapper();

    private FindingLines() {}

    /** One line without its end. */
    public static String write(Finding finding) {
        try {
            return MAPPER.writerFor(Finding.class).writeValueAsString(finding);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("findings hold plain values only", e);
        }
    }

    /** The finding of a line; empty when it is cut off or no finding at all. */
    public static Optional<Finding> read(String line) {
        try {
            return Optional.ofNullable(MAPPER.readValue(line, Finding.class));
        } catch (JsonProcessingException notAFinding) {
            return Optional.empty();
        }
    }

    private static JsonMapper mapper() {
        SimpleModule ours = new SimpleModule()
                .addKeyDeserializer(StateAt.class, new StateAtKey())
                .addSerializer(double[].class, new RowWriter())
                .addDeserializer(double[].class, new RowReader());
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addMixIn(Finding.class, Kinds.class)
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(ours)
                .build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "finding")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Finding.Built.class, name = "built"),
        @JsonSubTypes.Type(value = Finding.StateFound.class, name = "state"),
        @JsonSubTypes.Type(value = Finding.AnswerFound.class, name = "answer"),
        @JsonSubTypes.Type(value = Finding.GradientFound.class, name = "gradient"),
        @JsonSubTypes.Type(value = Finding.Trained.class, name = "trained"),
        @JsonSubTypes.Type(value = Finding.Finished.class, name = "finished")
    })
    private interface Kinds {}

    /** {@code V1@3}; state names hold no {@code @}. */
    private static final class StateAtKey extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            int at = key.lastIndexOf('@');
            if (at < 1 || !key.substring(at + 1).matches("\\d{1,9}")) {
                return context.handleWeirdKey(StateAt.class, key, "is no state at a time");
            }
            return new StateAt(key.substring(0, at), Integer.parseInt(key.substring(at + 1)));
        }
    }

    private static final class RowWriter extends JsonSerializer<double[]> {
        @Override
        public void serialize(double[] values, JsonGenerator out, SerializerProvider provider) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
            bytes.asDoubleBuffer().put(values);
            out.writeBinary(bytes.array());
        }
    }

    private static final class RowReader extends JsonDeserializer<double[]> {
        @Override
        public double[] deserialize(JsonParser in, DeserializationContext context) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(in.getBinaryValue());
            double[] values = new double[bytes.capacity() / Double.BYTES];
            bytes.asDoubleBuffer().get(values);
            return values;
        }
    }
}
