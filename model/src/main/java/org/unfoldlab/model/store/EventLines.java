package org.unfoldlab.model.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;
import org.unfoldlab.model.result.Provenance;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;

/**
 * Training events as JSON, one a line: in {@code events.jsonl} and on a worker's output. What kind it is stands in the
 * field {@code event}; a reader skips fields and kinds that it does not know, so that newer workers can be watched.
 */
public final class EventLines {
    private static final JsonMapper MAPPER = mapper();

    private EventLines() {}

    /** One line without its end. Equal events give equal text. */
    public static String write(TrainingEvent event) {
        try {
            return MAPPER.writerFor(TrainingEvent.class).writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("events hold plain values only", e);
        }
    }

    /** The event of a line; empty when it is cut off, no event at all, or one of a kind that is not known here. */
    public static Optional<TrainingEvent> read(String line) {
        try {
            return Optional.ofNullable(MAPPER.readValue(line, TrainingEvent.class));
        } catch (JsonProcessingException notAnEvent) {
            return Optional.empty();
        }
    }

    /** {@code run.json}. */
    static String write(Provenance provenance) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(provenance) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("provenance holds plain values only", e);
        }
    }

    static Optional<Provenance> readProvenance(String text) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, Provenance.class));
        } catch (JsonProcessingException notProvenance) {
            return Optional.empty();
        }
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .addMixIn(TrainingEvent.class, EventKinds.class)
                .addMixIn(StopReason.class, ReasonKinds.class)
                .addMixIn(ReadoutPoint.class, PointKinds.class)
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = TrainingEvent.Started.class, name = "started"),
        @JsonSubTypes.Type(value = TrainingEvent.BatchDone.class, name = "batch"),
        @JsonSubTypes.Type(value = TrainingEvent.EpochDone.class, name = "epoch"),
        @JsonSubTypes.Type(value = TrainingEvent.StatisticsMeasured.class, name = "statistics"),
        @JsonSubTypes.Type(value = TrainingEvent.DynamicsMeasured.class, name = "dynamics"),
        @JsonSubTypes.Type(value = TrainingEvent.CurveMeasured.class, name = "curve"),
        @JsonSubTypes.Type(value = TrainingEvent.TimesMeasured.class, name = "times"),
        @JsonSubTypes.Type(value = TrainingEvent.MemoryHeld.class, name = "memory"),
        @JsonSubTypes.Type(value = TrainingEvent.CheckpointWritten.class, name = "checkpoint"),
        @JsonSubTypes.Type(value = TrainingEvent.SettingChanged.class, name = "setting"),
        @JsonSubTypes.Type(value = TrainingEvent.Paused.class, name = "paused"),
        @JsonSubTypes.Type(value = TrainingEvent.Resumed.class, name = "resumed"),
        @JsonSubTypes.Type(value = TrainingEvent.Stopped.class, name = "stopped")
    })
    private interface EventKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "reason")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = StopReason.Completed.class, name = "completed"),
        @JsonSubTypes.Type(value = StopReason.StoppedByUser.class, name = "stopped-by-user"),
        @JsonSubTypes.Type(value = StopReason.Diverged.class, name = "diverged"),
        @JsonSubTypes.Type(value = StopReason.OutOfMemory.class, name = "out-of-memory"),
        @JsonSubTypes.Type(value = StopReason.DeviceLost.class, name = "device-lost"),
        @JsonSubTypes.Type(value = StopReason.Failed.class, name = "failed")
    })
    private interface ReasonKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "point")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ReadoutPoint.Measured.class, name = "measured"),
        @JsonSubTypes.Type(value = ReadoutPoint.NoSignal.class, name = "no-signal"),
        @JsonSubTypes.Type(value = ReadoutPoint.Unavailable.class, name = "unavailable")
    })
    private interface PointKinds {}
}
