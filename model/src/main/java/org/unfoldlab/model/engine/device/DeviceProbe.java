package org.unfoldlab.model.engine.device;

import java.util.List;
import java.util.OptionalInt;

/** Asks the machine for graphics processors; a fake stands for it in tests. */
public interface DeviceProbe {
    /** Looks. Never throws, and is quiet where there is no driver. */
    Findings look();

    /**
     * What was found.
     *
     * @param cuda the CUDA version that the driver can serve, as 1000·major + 10·minor; absent without a driver
     * @param gpus in the driver's order
     * @param trouble what the driver complained of; empty when nothing
     */
    record Findings(OptionalInt cuda, List<Gpu> gpus, String trouble) {
        public Findings {
            gpus = List.copyOf(gpus);
        }

        /** No driver, no device. */
        public static Findings nothing() {
            return new Findings(OptionalInt.empty(), List.of(), "");
        }
    }

    /** A machine without graphics processors. */
    static DeviceProbe none() {
        return Findings::nothing;
    }
}
