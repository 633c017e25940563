package org.unfoldlab.model.engine.choice;

import java.util.List;
import org.unfoldlab.model.engine.device.DeviceProbe;
import org.unfoldlab.model.engine.device.Gpu;
import org.unfoldlab.model.engine.device.GpuNeeds;

/**
 * What there is to compute with beside the processor.
 *
 * @param found what the driver told
 * @param needs what the engine that uses graphics processors asks for
 */
public record Devices(DeviceProbe.Findings found, GpuNeeds needs) {
    /** Those that can be used as things are. */
    public List<Gpu> usable() {
        return needs.usable(found);
    }

    /** Everything worth saying, a sentence each. */
    public List<String> explain() {
        return needs.explain(found);
    }

    /** True where nothing but the libraries is missing: a card and a driver that they could use are there. */
    public boolean wantsLibraries() {
        return !needs.installed() && !needs.whenInstalled().usable(found).isEmpty();
    }
}
