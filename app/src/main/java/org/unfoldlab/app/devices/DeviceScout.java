package org.unfoldlab.app.devices;

import java.io.IOException;

/** Looks for graphics cards; tests hand in their own. */
@FunctionalInterface
public interface DeviceScout {
    /**
     * Looks; slow, so never on the screen's thread.
     *
     * @throws IOException with a sentence for the user
     */
    DeviceFacts look() throws IOException;
}
