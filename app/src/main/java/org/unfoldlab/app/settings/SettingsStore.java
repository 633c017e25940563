package org.unfoldlab.app.settings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unfoldlab.model.store.AtomicFiles;

/**
 * Keeps the settings in a file. Settings are a comfort: a file that cannot be read or written is noted in the log and
 * never disturbs the user.
 */
public final class SettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
    private static final ObjectMapper MAPPER = mapper();

    private final Path file;
    private final Executor background;
    private final AtomicReference<Settings> settings;

    /**
     * Reads the file at once.
     *
     * @param file where the settings lie; need not exist
     * @param background writes are done here, one after another
     */
    public SettingsStore(Path file, Executor background) {
        this.file = file;
        this.background = background;
        this.settings = new AtomicReference<>(read(file));
    }

    public Settings get() {
        return Objects.requireNonNull(settings.get());
    }

    /** Changes the settings and writes them soon. */
    public void change(UnaryOperator<Settings> how) {
        Settings before = settings.get();
        Settings after = settings.updateAndGet(how);
        if (!after.equals(before)) {
            background.execute(this::write);
        }
    }

    private static ObjectMapper mapper() {
        SimpleModule instants = new SimpleModule()
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addDeserializer(Instant.class, new InstantReader());
        return JsonMapper.builder()
                .addModule(instants)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                .build();
    }

    private static Settings read(Path file) {
        if (!Files.exists(file)) {
            return Settings.DEFAULT;
        }
        try {
            Settings read = MAPPER.readValue(Files.readString(file), Settings.class);
            return Objects.requireNonNullElse(read, Settings.DEFAULT);
        } catch (IOException e) {
            LOG.warn("The settings in {} cannot be read; the defaults serve instead", file, e);
            return Settings.DEFAULT;
        }
    }

    private synchronized void write() {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            AtomicFiles.writeText(file, MAPPER.writeValueAsString(settings.get()));
        } catch (IOException e) {
            LOG.warn("The settings cannot be written to {}", file, e);
        }
    }
}
