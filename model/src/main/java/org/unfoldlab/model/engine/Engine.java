package org.unfoldlab.model.engine;

import java.util.OptionalLong;
import org.unfoldlab.model.engine.device.HostMemory;
import org.unfoldlab.model.program.Program;

/** Something that can execute programs; loaded lazily, so that naming an engine costs nothing. */
public interface Engine {
    /** The word after {@code --engine}, e.g. {@code nd4j}. */
    String name();

    /** Loads the engine if need be and says what it found: device, threads, natives. */
    Diagnosis diagnose();

    /** Bytes that the device it computes on can still give; empty where that is unknown. */
    default OptionalLong memoryBytes() {
        return HostMemory.availableBytes();
    }

    /**
     * Lays a program out for repeated execution. All buffers are made here; nothing is allocated inside a step.
     *
     * @throws EngineException when the engine cannot load or the plan does not fit in memory
     */
    Executable prepare(Program program, Plan plan) throws EngineException;
}
