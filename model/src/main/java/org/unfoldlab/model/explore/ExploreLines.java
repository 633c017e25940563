package org.unfoldlab.model.explore;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.result.Guess;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.Thought;

/**
 * Questions and answers as JSON, one a line, e.g. {@code {"question":"fetch","id":3,"image":17}}. Bytes and arrays are
 * base64; arrays are float32, little-endian, row by row.
 */
public final class ExploreLines {
    private static final JsonMapper MAPPER = mapper();

    private ExploreLines() {}

    /** One line without its end. */
    public static String write(ExploreQuestion question) {
        return text(ExploreQuestion.class, question);
    }

    /** One line without its end. */
    public static String write(ExploreAnswer answer) {
        if (answer instanceof ExploreAnswer.Thinks thinks) {
            return text(Message.class, Sent.of(thinks));
        }
        return text(Message.class, new Plain(answer));
    }

    /** The question of a line; empty when it is none that is known here. */
    public static Optional<ExploreQuestion> readQuestion(String line) {
        try {
            return Optional.ofNullable(MAPPER.readValue(line, ExploreQuestion.class));
        } catch (JsonProcessingException notAQuestion) {
            return Optional.empty();
        }
    }

    /** The answer of a line; empty when it is none that is known here, e.g. what a library prints. */
    public static Optional<ExploreAnswer> readAnswer(String line) {
        try {
            return Optional.ofNullable(MAPPER.readValue(line, Message.class)).map(Message::answer);
        } catch (JsonProcessingException | IllegalArgumentException notAnAnswer) {
            return Optional.empty();
        }
    }

    private static String text(Class<?> kind, Object value) {
        try {
            return MAPPER.writerFor(kind).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("questions and answers hold plain values only", e);
        }
    }

    private static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addMixIn(ExploreQuestion.class, QuestionKinds.class)
                .addMixIn(ExploreAnswer.class, AnswerKinds.class)
                .addMixIn(ReadoutPoint.class, PointKinds.class)
                .addModule(new Jdk8Module())
                .build();
    }

    /** What goes over the line: an answer as it is, or one whose arrays are packed. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Plain.class, name = "answer"),
        @JsonSubTypes.Type(value = Sent.class, name = "thought")
    })
    private sealed interface Message {
        ExploreAnswer answer();
    }

    private record Plain(ExploreAnswer answer) implements Message {}

    /** A thought with its arrays packed. */
    private record Sent(long id, List<Packed> states, List<Guess> guesses, List<ReadoutPoint> unanswered)
            implements Message {
        static Sent of(ExploreAnswer.Thinks thinks) {
            Thought thought = thinks.thought();
            List<Packed> packed = thought.states().entrySet().stream()
                    .map(entry -> Packed.of(entry.getKey(), entry.getValue()))
                    .toList();
            return new Sent(thinks.id(), packed, thought.guesses(), thought.unanswered());
        }

        @Override
        @com.fasterxml.jackson.annotation.JsonIgnore
        public ExploreAnswer answer() {
            Map<StateAt, HostArray> arrays = new LinkedHashMap<>();
            states.forEach(packed -> arrays.put(new StateAt(packed.state, packed.time), packed.array()));
            return new ExploreAnswer.Thinks(id, new Thought(arrays, guesses, unanswered));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // a message, never compared
    private record Packed(String state, int time, int[] shape, byte[] values) {
        static Packed of(StateAt at, HostArray array) {
            float[] values = array.asFloats();
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            return new Packed(at.state(), at.time(), array.shape(), bytes.array());
        }

        HostArray array() {
            float[] floats = new float[values.length / Float.BYTES];
            ByteBuffer.wrap(values)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(floats);
            return HostArray.ofFloats(shape, floats);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "question")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ExploreQuestion.Browse.class, name = "browse"),
        @JsonSubTypes.Type(value = ExploreQuestion.Fetch.class, name = "fetch"),
        @JsonSubTypes.Type(value = ExploreQuestion.Load.class, name = "load"),
        @JsonSubTypes.Type(value = ExploreQuestion.Think.class, name = "think"),
        @JsonSubTypes.Type(value = ExploreQuestion.Survey.class, name = "survey"),
        @JsonSubTypes.Type(value = ExploreQuestion.Cancel.class, name = "cancel"),
        @JsonSubTypes.Type(value = ExploreQuestion.Renew.class, name = "renew"),
        @JsonSubTypes.Type(value = ExploreQuestion.Leave.class, name = "leave")
    })
    private interface QuestionKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ExploreAnswer.Ready.class, name = "ready"),
        @JsonSubTypes.Type(value = ExploreAnswer.Page.class, name = "page"),
        @JsonSubTypes.Type(value = ExploreAnswer.Fetched.class, name = "fetched"),
        @JsonSubTypes.Type(value = ExploreAnswer.Progress.class, name = "progress"),
        @JsonSubTypes.Type(value = ExploreAnswer.Surveyed.class, name = "surveyed"),
        @JsonSubTypes.Type(value = ExploreAnswer.Trouble.class, name = "trouble")
    })
    private interface AnswerKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "point")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ReadoutPoint.Measured.class, name = "measured"),
        @JsonSubTypes.Type(value = ReadoutPoint.NoSignal.class, name = "no-signal"),
        @JsonSubTypes.Type(value = ReadoutPoint.Unavailable.class, name = "unavailable")
    })
    private interface PointKinds {}
}
