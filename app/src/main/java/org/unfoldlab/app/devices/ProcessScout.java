package org.unfoldlab.app.devices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks another process of this program, so that a driver that hangs or crashes is no matter of the window's.
 *
 * @param program the command of this program
 */
public record ProcessScout(Supplier<List<String>> program) implements DeviceScout {
    private static final long PATIENCE_S = 60;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public DeviceFacts look() throws IOException {
        List<String> command = new ArrayList<>(program.get());
        command.addAll(List.of("engines", "--devices", "--json"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        try {
            // The answer is far smaller than what a pipe holds, so the process can end before it is read.
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new IOException("The search for graphics cards took more than " + PATIENCE_S + " s.");
            }
            return read(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The search for graphics cards was interrupted.", e);
        } finally {
            process.destroyForcibly();
        }
    }

    static DeviceFacts read(String answer) throws IOException {
        try {
            return MAPPER.readValue(answer, DeviceFacts.class);
        } catch (JsonProcessingException e) {
            throw new IOException("The search for graphics cards ended without an answer.", e);
        }
    }
}
