package org.unfoldlab.model.train;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** Commands to a worker as JSON, one a line, e.g. {@code {"command":"pause"}}. */
public final class CommandLines {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addMixIn(WorkerCommand.class, CommandKinds.class)
            .build();

    private CommandLines() {}

    /** One line without its end. */
    public static String write(WorkerCommand command) {
        try {
            return MAPPER.writerFor(WorkerCommand.class).writeValueAsString(command);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("commands hold plain values only", e);
        }
    }

    /** The command of a line; empty when it is none that is known here. */
    public static Optional<WorkerCommand> read(String line) {
        try {
            return Optional.ofNullable(MAPPER.readValue(line, WorkerCommand.class));
        } catch (JsonProcessingException notACommand) {
            return Optional.empty();
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = WorkerCommand.Pause.class, name = "pause"),
        @JsonSubTypes.Type(value = WorkerCommand.Resume.class, name = "resume"),
        @JsonSubTypes.Type(value = WorkerCommand.Stop.class, name = "stop"),
        @JsonSubTypes.Type(value = WorkerCommand.StepBatch.class, name = "step-batch"),
        @JsonSubTypes.Type(value = WorkerCommand.StepEpoch.class, name = "step-epoch"),
        @JsonSubTypes.Type(value = WorkerCommand.SetLearningRate.class, name = "learning-rate"),
        @JsonSubTypes.Type(value = WorkerCommand.MeasureAt.class, name = "measure")
    })
    private interface CommandKinds {}
}
